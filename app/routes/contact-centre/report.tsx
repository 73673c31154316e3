import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { ReportPage } from "#app/features/contact-centre/report-page.tsx";
import { emergencyFields } from "#app/journeys/call-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { extendHold } from "#app/services/extend-hold.server.ts";
import { keepCallAnswers } from "#app/services/keep-call-answers.server.ts";
import { readForm, versionOf } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { staffTitle, staffViewOf } from "../staff/form.server.ts";
import { aroundView, callPath, homeRows } from "./call.server.ts";
import { reportPath, requireCallReport } from "./report.server.ts";
import { leadOn, save, typedIn } from "./report-presses.server.ts";
import { askedSlugs, questionViews, readBack, searchView, stopOf, timesView, whyNoTimes } from "./report-view.server.ts";

export const handle = { roles: MAY.contactCentre };

const words = staff.desk.report;

/** The one page on which an agent takes a report: what is asked, the times, and what is read back. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requireStaff(args, handle.roles);
  const { context } = args;
  const open = await requireCallReport(args);
  const { mistake } = context;
  const title = words.title(open.on.home.line1);
  return {
    staffView: staffViewOf(who, ""),
    documentTitle: staffTitle(context, title),
    title,
    path: reportPath(open.draft.id),
    callPath: callPath(open.on),
    version: open.draft.version,
    standing: open.on.standing,
    rows: homeRows(open.on).slice(0, 1),
    holder: open.holder.id === who.id ? undefined : words.holder(open.holder.name),
    problem: mistake?.errors.stale,
    emergency: fieldViews(emergencyFields(context.words), {})[0],
    stop: stopOf(open),
    asked: askedSlugs(open),
    search: await searchView(open, context),
    around: await aroundView(open.on, context, open.job?.problem.trade),
    questions: questionViews(open, context),
    times: timesView(open, args),
    whyNoTimes: whyNoTimes(open),
    readBack: readBack(open, context),
    confirm: { isTicked: mistake?.typed.confirmed === "yes", error: mistake?.errors.confirmed },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { id: staffId } = await requireStaff(args, handle.roles);
  const { site, now } = args.context;
  const open = await requireCallReport(args);
  const form = await readForm(args.request);
  const { id: draftId, version } = open.draft;
  const keeping = { draftId, version, staffId, typed: typedIn(form, open), now };
  const isSeen = versionOf(form.version) === open.seen;
  if (!isSeen || !(await keepCallAnswers(site.db, keeping))) return refuse(args.context, form, { stale: words.stale(open.holder.name) });
  if (open.hold) await extendHold(site.db, { draftId, rules: open.rules, now });
  const pressed = { args, before: open, open: await requireCallReport(args), form, staffId };
  return (await leadOn(pressed)) ?? save(pressed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Report() {
  return <ReportPage {...useLoaderData<typeof loader>()} />;
}
