import { parseOfferKey } from "#app/domain/offers.ts";
import type { Db } from "#db/client.ts";
import { holdOffer, type Origin } from "./hold-offer.server.ts";
import { type OpenReport, openReport } from "./open-report.server.ts";
import { ableFor, holdIsFor } from "./report-outlook.server.ts";

type Asked = Parameters<typeof openReport>[1] & { from?: Origin | undefined };

/**
 * Opens a report where it was left. Where its hold lapsed and somebody took that slot, the same offer is held again if one is free:
 * nobody need notice. If none is, the picker's question is open again and every other answer stands. What was chosen without a hold
 * is left to whoever sends first.
 */
export async function resumeReport(db: Db, { from, ...asked }: Asked): Promise<OpenReport | undefined> {
  const open = await openReport(db, asked);
  const { offer, for: chosenFor, unheld } = open?.draft.typed.slot ?? {};
  const chosen = typeof offer === "string" ? parseOfferKey(offer) : undefined;
  if (!open?.job || open.hold || unheld || !chosen || chosenFor !== holdIsFor(open.job)) return open;
  const { trade, visits } = open.job.problem;
  const isOffered = open.offers?.some(({ date, window }) => date === chosen.date && window === chosen.window);
  if (!isOffered || !trade) return open;
  const wanted = { draftId: open.draft.id, offer: chosen, ...ableFor(open.job), visits, rules: open.rules, from, now: asked.now };
  const answer = await holdOffer(db, wanted);
  return answer.ok ? openReport(db, asked) : open;
}
