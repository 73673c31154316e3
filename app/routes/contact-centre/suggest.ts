import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { MAY } from "#app/domain/staff.ts";
import { staff } from "#app/languages/staff.ts";
import { findHomes } from "#app/services/find-homes.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { typedIn } from "./typed.server.ts";

export const handle = { roles: MAY.contactCentre };

const MOST = 10;

/** Nobody comes here by themselves. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  return redirect("/contact-centre", 303);
}

/** What the search box shows while somebody types: the first homes, and how many there are in words. */
export async function action(args: ActionFunctionArgs) {
  const { role } = await requireStaff(args, handle.roles);
  const { site, now } = args.context;
  const found = await findHomes(site.db, { typed: await typedIn(args.request), role, now });
  const { results, suggestions } = staff.contactCentre;
  const all = found?.homes ?? [];
  const homes = all.slice(0, MOST).map(({ uprn, address, names }) => ({ uprn, address, names: names ?? results.noNames }));
  return Response.json({ homes, total: all.length, said: all.length > 0 ? suggestions.counted(all.length) : suggestions.none });
}
