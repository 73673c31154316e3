import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkEndedPage } from "#app/features/follow/link-ended-page.tsx";
import { SoonerPage, type SoonerPageProps } from "#app/features/follow/sooner-page.tsx";
import { proveByLink, readLink } from "#app/services/prove-repair.server.ts";
import { readLinkedRepair } from "#app/services/read-own-repair.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { deviceOf, ownPath } from "./own.server.ts";
import { afterAnswer, answerOffer, soonerView } from "./sooner-view.server.ts";

/** The repair behind the link of a message that offers a sooner time; undefined where the link has ended. */
async function linkedBy({ params, context }: LoaderFunctionArgs) {
  const { site, now } = context;
  const link = await readLink(site.db, { token: params.token ?? "", now });
  return link && readLinkedRepair(site.db, { repairId: link.repairId, now });
}

/** The time that the message offers, to be taken by one press. Looking at it changes nothing: mail programs open links by themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const { follow, sooner } = context.words;
  const own = await linkedBy(args);
  if (!own) return data({ isEnded: true as const, documentTitle: pageTitle(context, follow.link.ended) }, { status: 404 });
  const { offer } = await soonerView(own, context);
  const page: SoonerPageProps = offer ?? { kind: "over", repair: `/repair/link/${params.token}` };
  return { page, documentTitle: pageTitle(context, sooner[offer ? "offer" : "over"].title) };
}

/** Answers it, and opens the repair on this device: whoever has the link has shown that it is theirs. */
export async function action(args: ActionFunctionArgs) {
  const { params, context } = args;
  const form = await readForm(args.request);
  const own = await linkedBy(args);
  if (!own) return data(null, { status: 404 });
  const answer = (await answerOffer(own, form, context)) ?? "gone";
  const { device, headers } = await deviceOf(args);
  await proveByLink(context.site.db, { token: params.token ?? "", device, now: context.now });
  throw redirect(afterAnswer(answer, { own, path: ownPath(own.repair.reference) }), { status: 303, headers });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function SoonerLink() {
  const found = useLoaderData<typeof loader>();
  return "isEnded" in found ? <LinkEndedPage /> : <SoonerPage {...found.page} />;
}
