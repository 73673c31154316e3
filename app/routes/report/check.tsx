import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CheckPage } from "#app/features/report/check-page.tsx";
import type { ReportAnswers } from "#app/journeys/report.ts";
import { emergencyKind, isEmergency } from "#app/journeys/report-emergency.ts";
import { callReason } from "#app/journeys/report-facts.ts";
import { listPhotos } from "#app/services/list-photos.server.ts";
import type { OpenReport } from "#app/services/open-report.server.ts";
import { submitReport } from "#app/services/submit-report.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { checkRows } from "./check-rows.server.ts";
import { keepHoldAndTyped, openQuestion, requireReport } from "./draft.server.ts";
import { holdView } from "./view.server.ts";

/** Every answer with a way to change it, and the button that sends the report. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const open = await requireReport(args);
  const answers = open.progress.complete;
  if (!answers) throw redirect(openQuestion(open));
  const { id: draftId, device } = open.draft;
  const photos = await listPhotos(context.site.db, { draftId, device });
  return {
    documentTitle: pageTitle(context, context.words.report.check.title),
    back: `/report/${open.draft.id}/${open.progress.path.at(-1)?.slug}`,
    sections: checkRows(open, context.words, photos.length),
    sends: whatIsSent(open, answers),
    hold: holdView(open, context.now),
    isUnheld: open.claim !== undefined,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const form = await readForm(args.request);
  const open = await requireReport(args);
  if (form.intent === "keep") return keepHoldAndTyped(args, open, undefined, form);
  const answers = open.progress.complete;
  if (!answers) throw redirect(openQuestion(open), 303);
  const isSent = await send(args, open, answers);
  if (isSent && isEmergency(answers)) context.site.sendNow?.();
  throw redirect(`/report/${open.draft.id}/${isSent ? "confirmation" : "slot?gone"}`, 303);
}

/** Sends the report; false where its time has gone and nobody else is free for it. */
async function send({ context }: ActionFunctionArgs, open: OpenReport, answers: ReportAnswers): Promise<boolean> {
  const { draft, job, rules } = open;
  const outcome = outcomeOf(open, answers);
  if (!job || !outcome) return false;
  const { id: draftId, device, language } = draft;
  const { repairsAHome: mostRepairs } = context.site.landlord.limits;
  const report = { draftId, device, language, answers, ...job, rules, outcome, mostRepairs, now: context.now };
  return (await submitReport(context.site.db, report)).ok;
}

/** What the report comes to; undefined where its time has gone. */
function outcomeOf({ hold, claim, facts }: OpenReport, answers: ReportAnswers) {
  if (isEmergency(answers)) return { emergency: emergencyKind(answers, facts) ?? null };
  const call = callReason(answers, facts);
  const chosen = hold ?? claim;
  return call ? { call } : chosen && { offer: { date: chosen.date, window: chosen.window } };
}

function whatIsSent({ facts }: OpenReport, answers: ReportAnswers): "emergency" | "booking" | "report" {
  if (isEmergency(answers)) return "emergency";
  return callReason(answers, facts) === undefined ? "booking" : "report";
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }];

export default function Check() {
  return <CheckPage {...useLoaderData<typeof loader>()} />;
}
