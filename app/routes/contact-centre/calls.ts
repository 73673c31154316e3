import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { parseUprn } from "#app/domain/home.ts";
import { MAY } from "#app/domain/staff.ts";
import { startCall } from "#app/services/start-call.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";

export const handle = { roles: MAY.contactCentre };

/** Calls begin at the search. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  return redirect("/contact-centre", 303);
}

/** Begins a call about the home that was picked. `typed` is what it was found by: a number that is on file is the fact that the caller gave. */
export async function action(args: ActionFunctionArgs) {
  const { id: staffId } = await requireStaff(args, handle.roles);
  const { site, now } = args.context;
  const { uprn, typed } = await readForm(args.request);
  const wanted = typeof uprn === "string" ? parseUprn(uprn) : undefined;
  const given = typeof typed === "string" && typed !== "" ? { typed: typed.slice(0, 100) } : {};
  const call = wanted && (await startCall(site.db, { staffId, uprn: wanted, ...given, now }));
  if (!call) throw new Response(null, { status: 404 });
  return redirect(`/contact-centre/calls/${call}#asked`, 303);
}
