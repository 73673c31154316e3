import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asStep } from "#app/domain/visit.ts";
import { ShiftEnded } from "#app/features/shift/shift-page.tsx";
import { ShiftVisitPage } from "#app/features/shift/shift-visit-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { isSafetyWork, makeSafe } from "#app/services/make-safe.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { newSubmission, refuse } from "../form.server.ts";
import { staffTitle } from "../staff/form.server.ts";
import { tenantRows } from "../staff/tenant-rows.server.ts";
import { visitRows } from "../staff/visit.server.ts";
import { sayStep, stepAsked, stepViews } from "../staff/visit-forms.server.ts";
import { endedLink, openShift, operativeWho, requireVisit, shiftVisitView } from "./shift.server.ts";

/** One visit of the link's, and the step of it that is being said. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const open = await openShift(args);
  if (!open) return endedLink(context);
  const found = requireVisit(args, open);
  const visit = shiftVisitView(found, args, open);
  const step = stepAsked(args);
  // What was typed stays before the eyes of whoever comes too late.
  const fields = step && (context.mistake || visit.steps.includes(step)) ? await stepViews(step, found, context) : [];
  return {
    ...{
      visit,
      back: `/shift/${params.token}`,
      submission: newSubmission(),
      rows: [...visitRows(found, visit, context), ...(await tenantRows(context, found.repair.id))],
    },
    documentTitle: staffTitle(context, visit.address),
    asked: step && fields.length > 0 ? { step, fields } : undefined,
    isSafety: isSafetyWork(found.appointment),
    problem: context.mistake?.errors.visit,
  };
}

/** Says a step of the visit. Sent again, by a connection that broke, it is said once. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const open = await openShift(args);
  if (!open) return data(null, { status: 404 });
  const found = requireVisit(args, open);
  const form = await readForm(args.request);
  const step = asStep(form.step);
  if (!step) return refuse(context, form, { visit: staff.visit.refused.step });
  const who = operativeWho(open.shift);
  const errors = await sayStep(step, { context, found, form, by: { who, channel: "visit" } });
  if (errors) return refuse(context, form, errors);
  const safe = { repairId: found.repair.id, who, by: open.shift.name, channel: "visit", now: context.now };
  if (step === "done" && isSafetyWork(found.appointment)) await makeSafe(context.site.db, safe);
  throw redirect(`/shift/${args.params.token}/${found.appointment.id}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function ShiftVisit() {
  const page = useLoaderData<typeof loader>();
  return "isEnded" in page ? <ShiftEnded /> : <ShiftVisitPage {...page} />;
}
