import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PhotosPage } from "#app/features/report/photos-page.tsx";
import { addPhoto } from "#app/services/add-photo.server.ts";
import { listPhotos } from "#app/services/list-photos.server.ts";
import type { OpenReport } from "#app/services/open-report.server.ts";
import { removePhoto } from "#app/services/remove-photo.server.ts";
import type { Form } from "#app/web/forms.server.ts";
import { readUpload, type SentFile } from "#app/web/upload.server.ts";
import { isChange, keepAnswer, keepHoldAndTyped, pageAfter, requirePage, requireReport } from "./draft.server.ts";
import { photoRefusal } from "./photo-refusal.server.ts";
import { pageView } from "./view.server.ts";

const SLUG = "photos";

/** Photos of the problem, as many as were added so far; or none. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const open = await requireReport(args);
  const page = requirePage(open, SLUG);
  const { id: draftId, device } = open.draft;
  const photos = await listPhotos(context.site.db, { draftId, device });
  return {
    ...pageView(open, page, context, isChange(args)),
    photos: photos.map(({ id }) => ({ id, src: `/report/${draftId}/${SLUG}/${id}` })),
    refusals: Object.values(context.mistake?.errors ?? {}),
  };
}

/** Nothing of the body is read before it is known whose report this is. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const open = await requireReport(args);
  requirePage(open, SLUG);
  const refusals = new Set<string>();
  let files = 0;
  const form = await readUpload(request, SLUG, async (file) => {
    files++;
    const refusal = await take(args, open, file);
    if (refusal) refusals.add(refusal);
  });
  if (isNothing(form, files)) refusals.add(context.words.report.photos.none);
  if (refusals.size > 0) {
    const errors = Object.fromEntries([...refusals].map((text, at) => [`${SLUG}-${at}`, text]));
    context.mistake = { typed: {}, errors };
    return data(null, { status: 422 });
  }
  return goOn(args, open, form);
}

/** Neither a file nor a button that does something by itself. */
const isNothing = ({ done, remove, intent }: Form, files: number) => files === 0 && !done && !remove && intent !== "keep";

async function goOn(args: ActionFunctionArgs, open: OpenReport, form: Form) {
  const { request, context } = args;
  const { id: draftId, device } = open.draft;
  if (typeof form.remove === "string") await removePhoto(context.site.db, context.site.photos, { draftId, device, id: form.remove });
  if (form.intent === "keep") return keepHoldAndTyped(args, open, undefined, form);
  if (form.done) {
    await keepAnswer(args, open, { slug: SLUG, typed: { done: "yes" } });
    throw redirect(await pageAfter(args, SLUG), 303);
  }
  const { pathname, search } = new URL(request.url);
  throw redirect(pathname + search, 303);
}

/** Adds one file; what the person is told where it is not taken. */
async function take({ context }: ActionFunctionArgs, { draft }: OpenReport, { name, pieces }: SentFile): Promise<string | undefined> {
  const { site, words, now } = context;
  const place = { photos: site.photos, clamavSocket: site.clamavSocket };
  const answer = await addPhoto(site.db, place, { draftId: draft.id, device: draft.device, pieces, now });
  if (answer.ok) return undefined;
  if (answer.reason === "no-draft") throw redirect(`/report/${draft.id}/confirmation`, 303);
  return photoRefusal(answer.reason, name, words);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }];

export default function Photos() {
  return <PhotosPage {...useLoaderData<typeof loader>()} />;
}
