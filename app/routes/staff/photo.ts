import type { LoaderFunctionArgs } from "@remix-run/node";
import { MAY } from "#app/domain/staff.ts";
import { readRepairPhoto } from "#app/services/read-repair.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";

export const handle = { roles: MAY.repairs };

/** A photo of a repair for staff: small, or whole where the address says so. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args;
  await requireStaff(args, handle.roles);
  const size = new URL(request.url).searchParams.has("full") ? "full" : "small";
  const photo = await readRepairPhoto(context.site.db, context.site.photos, { id: params.photo ?? "", size });
  if (!photo) throw new Response(null, { status: 404 });
  return new Response(photo, {
    headers: {
      "Content-Type": "image/jpeg",
      "Content-Disposition": "inline",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
