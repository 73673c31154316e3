import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import { RepairPage } from "#app/features/follow/repair-page.tsx";
import { leaveRepair } from "#app/services/prove-repair.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { savedWords } from "../form.server.ts";
import { requireOwn } from "./own.server.ts";
import { actionsOf } from "./own-actions.server.ts";
import { ownView } from "./own-view.server.ts";
import { withSooner } from "./sooner-view.server.ts";

/** How a repair stands, for whoever has shown that it is theirs. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { own, path } = await requireOwn(args);
  const view = ownView(own, await readRules(context.site.db, localDate(context.now)), context);
  return {
    ...view,
    documentTitle: pageTitle(context, `${view.title}, ${view.name}`),
    actions: await withSooner(actionsOf(own, path, context), { own, path }, context),
    photos: own.photos.map(({ id }) => `${path}/photos/${id}`),
    saved: savedWords(args, { ...context.words.follow.saved, ...context.words.sooner.saved }),
  };
}

/** "Stop viewing this repair". */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { own, device, path } = await requireOwn(args);
  const form = await readForm(args.request);
  if (form.intent !== "leave") throw redirect(path, 303);
  await leaveRepair(context.site.db, { repairId: own.repair.id, device, now: context.now });
  throw redirect("/repair", 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function OwnRepair() {
  return <RepairPage {...useLoaderData<typeof loader>()} />;
}
