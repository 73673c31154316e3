import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitFreedom } from "#app/domain/own-visit.ts";
import { MAY } from "#app/domain/staff.ts";
import { RepairChangePage } from "#app/features/staff/repair-change-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { giveUpVisit } from "#app/services/give-up-visit.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { refuse } from "../form.server.ts";
import { openCaller, readCaller } from "./caller.server.ts";
import { timesView, visitOf } from "./move.server.ts";

export const handle = { roles: MAY.contactCentre };

const { notIn } = staff.caller;

/** Asks whether nobody will be in. It is never refused before somebody has arrived. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { site, now } = args.context;
  const opened = await openCaller(args, notIn.title, handle);
  const isClosed = visitFreedom(visitOf(opened.own), site.landlord.visitChanges, now) === "closed";
  const { field: _, days: __, ...view } = timesView({ opened, offers: [], below: "move" }, args);
  return { ...view, isClosed, why: isClosed ? notIn.closed : notIn.why, problem: args.context.mistake?.errors.visit };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { own, form, by, path } = await readCaller(args, handle.roles);
  const visit = visitOf(own);
  const given = await giveUpVisit(context.site.db, {
    ...{ appointmentId: visit.id, by, changes: context.site.landlord.visitChanges, now: context.now },
  });
  if (given === "closed") return refuse(context, form, { visit: notIn.closed });
  throw redirect(`${path}?saved=dropped`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function NotInForCaller() {
  const { isClosed, ...page } = useLoaderData<typeof loader>();
  return (
    <RepairChangePage {...page} fields={[]} button={notIn.button} variant="warning">
      {!isClosed && <p className="govuk-body">{notIn.next}</p>}
    </RepairChangePage>
  );
}
