import type { Db } from "#db/client.ts";
import { saveAnswers } from "./save-answers.server.ts";

interface Answer {
  draftId: string;
  device: string;
  step: string;
  /** The page's fields as typed, right or wrong: a mistake is kept too, to be mended. */
  typed: Record<string, string | string[]>;
  now: Date;
}

/** Keeps what was typed on one page of a draft, beside what other pages (or another tab) have. False when the draft is not this device's. */
export const saveAnswer = (db: Db, { step, typed, ...draft }: Answer): Promise<boolean> =>
  saveAnswers(db, { ...draft, typed: { [step]: typed } });
