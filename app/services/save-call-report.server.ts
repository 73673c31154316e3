import { emergencyKind, isEmergency } from "#app/journeys/report-emergency.ts";
import { callReason } from "#app/journeys/report-facts.ts";
import type { Db } from "#db/client.ts";
import type { CallReport } from "./open-call-report.server.ts";
import { type SubmitAnswer, submitReport } from "./submit-report.server.ts";

/**
 * Saves what an agent took down as a repair reported by phone, with its appointment where one was chosen; the call is counted with it.
 * "slot-gone" where its time has gone, or something is still to be asked: nothing changed. Saved again it answers as the first time.
 */
export async function saveCallReport(db: Db, open: CallReport, { staffId, now }: { staffId: string; now: Date }): Promise<SubmitAnswer> {
  const { draft, job, rules, progress, on, facts } = open;
  const answers = progress.complete;
  const chosen = open.hold ?? open.claim;
  if (!answers || !job) return { ok: false, reason: "slot-gone" };
  const reason = callReason(answers, facts);
  const booked = reason ? { call: reason } : chosen && { offer: { date: chosen.date, window: chosen.window } };
  const outcome = isEmergency(answers) ? { emergency: emergencyKind(answers, facts) ?? null } : booked;
  if (!outcome) return { ok: false, reason: "slot-gone" };
  const call = { id: on.call.id, staffId, isKnown: on.standing === "known" };
  const { id: draftId, device, language } = draft;
  const mostRepairs = Number.POSITIVE_INFINITY;
  return submitReport(db, { draftId, device, language, answers, ...job, rules, outcome, mostRepairs, call, now });
}
