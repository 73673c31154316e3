import type { LoaderFunctionArgs } from "@remix-run/node";
import { readRepairPhoto } from "#app/services/read-repair-photo.server.ts";
import { photoAnswer } from "#app/web/photo.server.ts";
import { openShift, requireVisit } from "./shift.server.ts";

/** A photo of the repair of a visit, while the link to the visit is good. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, context, request } = args;
  const open = await openShift(args);
  const repair = open && requireVisit(args, open).repair;
  const id = open?.photos.find((photo) => photo.id === params.photo && photo.repairId === repair?.id)?.id;
  if (id === undefined) throw new Response(null, { status: 404 });
  const size = new URL(request.url).searchParams.get("size") === "small" ? "small" : "full";
  return photoAnswer(await readRepairPhoto(context.site.db, context.site.photos, { id, size }));
}
