import { type Choice, offerKey } from "#app/domain/offers.ts";
import type { Db } from "#db/client.ts";
import { holdOffer } from "./hold-offer.server.ts";
import type { OpenReport } from "./open-report.server.ts";
import { ableFor, holdIsFor } from "./report-outlook.server.ts";
import { saveAnswer } from "./save-answer.server.ts";

const isSame = (a: Choice) => (b: Choice) => a.date === b.date && a.window === b.window;

/**
 * Holds what a caller chose, the soonest there is unless they chose; and keeps it as the answer. Where the public hold enough of that date
 * it stays free for whoever saves first. False where it has gone, or there is none.
 */
export async function holdForCaller(
  db: Db,
  open: OpenReport,
  { wanted, now }: { wanted?: Choice | undefined; now: Date },
): Promise<boolean> {
  const { job, offers = [], draft, rules, hold } = open;
  if (wanted && hold && isSame(hold)(wanted)) return true;
  const offer = wanted ? offers.find(isSame(wanted)) : offers[0];
  if (!job || !offer) return false;
  const { visits } = job.problem;
  const answer = await holdOffer(db, { draftId: draft.id, offer, ...ableFor(job), visits, rules, now });
  if (!answer.ok && answer.reason !== "not-held") return false;
  const typed = { offer: offerKey(offer), for: holdIsFor(job), ...(!answer.ok && { unheld: "yes" }) };
  return saveAnswer(db, { draftId: draft.id, device: draft.device, step: "slot", typed, now });
}
