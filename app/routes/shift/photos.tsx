import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MOST_PHOTOS } from "#app/domain/photo.ts";
import { AddPhotosPage } from "#app/features/report/add-photos-page.tsx";
import { ShiftEnded } from "#app/features/shift/shift-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { addPhotoOfVisit, countPhotosOfVisit } from "#app/services/add-visit-photo.server.ts";
import { readUpload } from "#app/web/upload.server.ts";
import { refuse } from "../form.server.ts";
import { photoRefusal } from "../report/photo-refusal.server.ts";
import { staffTitle } from "../staff/form.server.ts";
import { endedLink, openShift, operativeWho, requireVisit, shiftVisitView } from "./shift.server.ts";

/** Photos of a visit: the work, or the card that was left. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const open = await openShift(args);
  if (!open) return endedLink(context);
  const { href, address } = shiftVisitView(requireVisit(args, open), args, open);
  const { title, count } = staff.shift.photos;
  const added = await countPhotosOfVisit(context.site.db, args.params.appointment ?? "");
  return {
    ...{ title, of: address, back: href, isFull: added >= MOST_PHOTOS },
    documentTitle: staffTitle(context, title),
    added: added > 0 ? count(added) : undefined,
    refusals: Object.values(context.mistake?.errors ?? {}),
  };
}

/** Nothing of the body is read before it is known whose visit this is. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const open = await openShift(args);
  if (!open) return data(null, { status: 404 });
  const { appointment, repair } = requireVisit(args, open);
  const { site, words, now } = context;
  const refusals = new Set<string>();
  let files = 0;
  await readUpload(request, "photos", async ({ name, pieces }) => {
    files++;
    const visit = { appointmentId: appointment.id, repairId: repair.id, who: operativeWho(open.shift), now };
    const answer = await addPhotoOfVisit(site.db, site, { ...visit, pieces });
    if (!answer.ok) refusals.add(answer.reason === "too-many" ? staff.shift.photos.full : photoRefusal(answer.reason, name, words));
  });
  if (files === 0) refusals.add(staff.shift.photos.none);
  if (refusals.size > 0) return refuse(context, {}, Object.fromEntries([...refusals].entries()));
  throw redirect(`/shift/${args.params.token}/${appointment.id}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function ShiftPhotos() {
  const page = useLoaderData<typeof loader>();
  return "isEnded" in page ? <ShiftEnded /> : <AddPhotosPage {...page} said={staff.shift.photos} />;
}
