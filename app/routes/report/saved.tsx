import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SavedPage } from "#app/features/report/saved-page.tsx";
import { readSaved } from "#app/services/read-saved.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { requireDevice } from "./draft.server.ts";

/** What was saved that is no repair of its own, as it is on disk, however often it is opened. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const { words, site } = context;
  const draftId = params.draft ?? "";
  const saved = await readSaved(site.db, { draftId, device: await requireDevice(args) });
  if (!saved) throw redirect(`/report/${draftId}/resume`);
  const said = words.report.places.saved;
  const steps =
    saved.kind === "followed"
      ? [said.followedNext, said.messages[saved.messagesBy as keyof typeof said.messages]]
      : [said.askedNext, said.askedNot];
  const title = saved.kind === "followed" ? said.followed : said.asked;
  return { title, reference: saved.reference, steps, documentTitle: pageTitle(context, title) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }];

export default function SavedRoute() {
  return <SavedPage {...useLoaderData<typeof loader>()} />;
}
