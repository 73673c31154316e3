import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AddPhotosPage } from "#app/features/report/add-photos-page.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { addOwnPhoto, MOST_OWN } from "#app/services/add-own-photo.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { readUpload } from "#app/web/upload.server.ts";
import { refuse } from "../form.server.ts";
import { photoRefusal } from "../report/photo-refusal.server.ts";
import { requireAddable } from "./own-actions.server.ts";

/** More photos of a repair that was reported. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { own, path } = await requireAddable(args);
  const { words, mistake } = context;
  const { title } = words.followMore.photos;
  const count = own.photos.length;
  return {
    ...{ title, of: words.follow.page.name(own.repair.reference), back: path, isFull: count >= MOST_OWN },
    added: count > 0 ? words.report.photos.count(count) : undefined,
    refusals: Object.values(mistake?.errors ?? {}),
    documentTitle: pageTitle(context, title),
  };
}

/** Nothing of the body is read before it is known whose repair this is. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { own, path } = await requireAddable(args);
  const { site, words, now } = context;
  const { full, none } = words.followMore.photos;
  const refusals = new Set<string>();
  let files = 0;
  await readUpload(request, "photos", async ({ name, pieces }) => {
    files++;
    const answer = await addOwnPhoto(site.db, site, { repairId: own.repair.id, pieces, now });
    if (!answer.ok) refusals.add(answer.reason === "too-many" ? full : photoRefusal(answer.reason, name, words));
  });
  if (files === 0) refusals.add(none);
  if (refusals.size > 0) return refuse(context, {}, Object.fromEntries([...refusals].entries()));
  throw redirect(`${path}?saved=photos`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function OwnPhotos() {
  return <AddPhotosPage {...useLoaderData<typeof loader>()} said={useSite().words.followMore.photos} />;
}
