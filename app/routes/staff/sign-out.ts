import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { MAY } from "#app/domain/staff.ts";
import { endStaffSessions } from "#app/services/staff-session.server.ts";
import { leave, requireStaff } from "#app/web/staff.server.ts";

export const handle = { roles: MAY.signIn };

/** There is nothing to read here. */
export async function loader(args: ActionFunctionArgs) {
  await requireStaff(args, handle.roles);
  throw redirect("/staff", 303);
}

/** Ends this browser's session. */
export async function action(args: ActionFunctionArgs) {
  const { site } = args.context;
  const who = await requireStaff(args, handle.roles);
  await endStaffSessions(site.db, { staffId: who.id, id: who.sessionId });
  throw await leave(args, who);
}
