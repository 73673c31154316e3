import type { LoaderFunctionArgs } from "@remix-run/node";
import { readRepairPhoto } from "#app/services/read-repair-photo.server.ts";
import { photoAnswer } from "#app/web/photo.server.ts";
import { requireOwn } from "./own.server.ts";

/** A photo of a repair, small, for whoever has shown that the repair is theirs; another repair's is not there. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const { own } = await requireOwn(args);
  const photo = own.photos.find(({ id }) => id === params.photo);
  const { db, photos } = context.site;
  return photoAnswer(photo && (await readRepairPhoto(db, photos, { id: photo.id, size: "small" })));
}
