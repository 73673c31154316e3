import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { SavedPage } from "#app/features/contact-centre/saved-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { type SavedCallReport, savedCallReport } from "#app/services/read-call-report.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { dueIn } from "../report/view.server.ts";
import { staffTitle, staffViewOf } from "../staff/form.server.ts";
import { callPath } from "./call.server.ts";
import { reportPath } from "./report.server.ts";
import { runningCallView } from "./running-call.server.ts";

export const handle = { roles: MAY.contactCentre };

const words = staff.desk.saved;

/** What a report came to: the agent reads it out. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requireStaff(args, handle.roles);
  const { params, context } = args;
  const draftId = params.draft ?? "";
  const saved = await savedCallReport(context.site.db, draftId);
  if (!saved) throw redirect(reportPath(draftId), 303);
  const { repair, call } = saved;
  const title = titleOf(saved);
  return {
    staffView: staffViewOf(who, ""),
    documentTitle: staffTitle(context, title),
    title,
    reference: repair.reference,
    says: saysOf(saved, context),
    isTold: repair.waitsFor !== "emergency",
    running: await runningCallView(who.id, context),
    links: [
      { href: `/staff/repairs/${repair.reference}`, text: words.repair },
      { href: callPath({ call }), text: words.another },
      { href: "/contact-centre", text: staff.desk.next },
    ],
  };
}

function titleOf({ repair, appointment }: SavedCallReport): string {
  if (repair.waitsFor === "emergency") return words.sent;
  return appointment ? words.booked : words.taken;
}

function saysOf({ repair, appointment }: SavedCallReport, { words: { format, ...shown } }: RequestContext): string {
  if (appointment) return words.when(format.appointment(appointment.date, appointment.windowName, appointment.starts, appointment.ends));
  if (repair.waitsFor === "emergency") return words.emergency;
  return repair.waitsFor === "plan" ? words.plan(dueIn(repair, { format, ...shown })) : words.call;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Saved() {
  return <SavedPage {...useLoaderData<typeof loader>()} />;
}
