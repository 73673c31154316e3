import type { LoaderFunctionArgs } from "@remix-run/node";
import { MAY } from "#app/domain/staff.ts";
import { readPlaceOfPhoto, readRepairPhoto } from "#app/services/read-repair-photo.server.ts";
import { photoAnswer } from "#app/web/photo.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { openHome } from "./restricted.server.ts";

export const handle = { roles: MAY.repairs };

/** A photo of a repair, for whoever may see repairs. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { params, context, request } = args;
  const id = params.photo ?? "";
  const place = await readPlaceOfPhoto(context.site.db, id);
  if (place) await openHome(args, { ...place, what: "photo" });
  const size = new URL(request.url).searchParams.get("size") === "small" ? "small" : "full";
  return photoAnswer(await readRepairPhoto(context.site.db, context.site.photos, { id, size }));
}
