import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { asStep } from "#app/domain/visit.ts";
import { VisitPage } from "#app/features/staff/visit-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { closeRepair } from "#app/services/close-repair.server.ts";
import { readVisit } from "#app/services/read-day.server.ts";
import type { SignedIn } from "#app/services/staff-session.server.ts";
import { takeBackVisit } from "#app/services/take-back-visit.server.ts";
import { type Form, readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { newSubmission, refuse } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { openHome } from "./restricted.server.ts";
import { tenantRows } from "./tenant-rows.server.ts";
import { afterOf, attemptsOf, backToDay, photosBefore, visitRows, visitView } from "./visit.server.ts";
import { sayStep, stepAsked, stepViews } from "./visit-forms.server.ts";

export const handle = { roles: MAY.day };

async function requireVisit(args: LoaderFunctionArgs) {
  const found = await readVisit(args.context.site.db, args.params.appointment ?? "");
  if (!found) throw new Response(null, { status: 404 });
  const { home, repair, needs } = found;
  await openHome(args, { home, what: "visit", repairId: repair.id, health: needs !== null });
  return found;
}

type Found = Awaited<ReturnType<typeof requireVisit>>;

/** One visit, and the step of it that is being said. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const who = await requireStaff(args, handle.roles);
  const found = await requireVisit(args);
  const back = backToDay(request, found.appointment);
  const asked = new URL(request.url).searchParams.get("back") ?? "";
  const visit = visitView(found, {
    ...context,
    today: localDate(context.now),
    photos: photosBefore(found),
    records: found.records,
    back: asked,
  });
  const step = stepAsked(args);
  // What was typed stays before the eyes of whoever comes too late.
  const fields = step && (context.mistake || visit.steps.includes(step)) ? await stepViews(step, found, context) : [];
  return {
    ...{
      visit,
      back,
      submission: newSubmission(),
      rows: [...visitRows(found, visit, context), ...(await tenantRows(context, found.repair.id))],
    },
    staffView: staffViewOf(who, "/staff/day"),
    documentTitle: staffTitle(context, visit.address),
    asked: step && fields.length > 0 ? { step, fields } : undefined,
    attempts: attemptsOf(found, context),
    ...afterOf(found, context.now),
    problem: context.mistake?.errors.visit,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const who = await requireStaff(args, handle.roles);
  const found = await requireVisit(args);
  const form = await readForm(request);
  const step = asStep(form.step);
  const errors = await (step
    ? sayStep(step, { context, found, form, by: { who: who.id, channel: "office" } })
    : settle(form, { args, who, found }));
  if (errors) return refuse(context, form, errors);
  throw redirect(backToDay(request, found.appointment), 303);
}

interface Posted {
  args: ActionFunctionArgs;
  who: SignedIn;
  found: Found;
}

const SETTLE = { close: closeRepair, "take-back": takeBackVisit } as const;
const isSettling = (step: unknown): step is keyof typeof SETTLE => typeof step === "string" && Object.hasOwn(SETTLE, step);

/** What an officer does about a visit that has ended; what is wrong where it cannot be done. */
async function settle({ step }: Form, { args: { context }, who, found }: Posted): Promise<Record<string, string> | undefined> {
  if (!isSettling(step)) return { visit: staff.visit.refused.step };
  const isDone = await SETTLE[step](context.site.db, { appointmentId: found.appointment.id, who: who.id, now: context.now });
  return isDone ? undefined : { visit: staff.visit.refused.changed };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function StaffVisit() {
  return <VisitPage {...useLoaderData<typeof loader>()} />;
}
