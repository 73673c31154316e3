import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPhoto } from "#app/services/read-photo.server.ts";
import { photoAnswer } from "#app/web/photo.server.ts";
import { requireDevice } from "./draft.server.ts";

/** A photo of a report not yet sent, small, for the device that added it; to anybody else it is not there. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const { db, photos } = context.site;
  const asked = { draftId: params.draft ?? "", id: params.photo ?? "", device: await requireDevice(args) };
  return photoAnswer(await readPhoto(db, photos, asked));
}
