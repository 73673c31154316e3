import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import { LinkEndedPage } from "#app/features/follow/link-ended-page.tsx";
import { RepairPage } from "#app/features/follow/repair-page.tsx";
import { proveByLink, readLink } from "#app/services/prove-repair.server.ts";
import { readLinkedRepair } from "#app/services/read-own-repair.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { deviceOf, ownPath } from "./own.server.ts";
import { ownView } from "./own-view.server.ts";

/** The repair behind the link of a message. Looking at it changes nothing: mail programs open links by themselves. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { site, words, now } = context;
  const link = await readLink(site.db, { token: params.token ?? "", now });
  const own = link && (await readLinkedRepair(site.db, { repairId: link.repairId, now }));
  if (!own) return data({ isEnded: true as const, documentTitle: pageTitle(context, words.follow.link.ended) }, { status: 404 });
  const view = ownView(own, await readRules(site.db, localDate(now)), context);
  return { ...view, photos: [], documentTitle: pageTitle(context, `${view.title}, ${view.name}`) };
}

/** Opens the repair on this device. */
export async function action(args: ActionFunctionArgs) {
  const { params, context } = args;
  const { device, headers } = await deviceOf(args);
  const reference = await proveByLink(context.site.db, { token: params.token ?? "", device, now: context.now });
  if (reference === undefined) return data(null, { status: 404 });
  throw redirect(ownPath(reference), { status: 303, headers });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function RepairLink() {
  const page = useLoaderData<typeof loader>();
  return "isEnded" in page ? <LinkEndedPage /> : <RepairPage {...page} />;
}
