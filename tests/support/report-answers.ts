import type { Page } from "#app/journeys/journey.ts";
import { wordsFor } from "#app/languages/languages.ts";
import { openReport } from "#app/services/open-report.server.ts";
import { saveAnswer } from "#app/services/save-answer.server.ts";
import { startReport } from "#app/services/start-report.server.ts";
import type { Db } from "#db/client.ts";
import { NOW } from "./calendar.ts";

export type Typed = Record<string, string | string[]>;

/** What a person answers where the first choice, or any words, would not do. */
export const ANSWERS: Record<string, Typed> = {
  emergency: { kind: "none" },
  postcode: { postcode: "FH1 1AA" },
  contact: { name: "Ada Person", phone: "07700 900123", confirmBy: "text" },
};

/** An answer to a page of the journey that lets the report go on. */
export function answerTo({ slug, fields }: Page): Typed {
  const known = ANSWERS[slug];
  if (known) return known;
  return Object.fromEntries(
    Object.entries(fields).map(([name, { options }]) => [name, Object.keys(options ?? {})[0] ?? "The kitchen tap drips"]),
  );
}

interface Person {
  db: Db;
  device: string;
  draftId: string;
}

/** The page a draft has come to, as the journey has it. */
export async function openPage({ db, device, draftId }: Person, now = NOW): Promise<Page> {
  const landlord = { words: wordsFor("en"), nation: "england", takesEmergencies: true, mostRepairs: 1000 };
  const open = await openReport(db, { ...landlord, draftId, device, now });
  const page = open?.progress.path.at(-1);
  if (!page) throw new Error(`No draft ${draftId}`);
  return page;
}

/** Answers question after question until the page of a slug. What was typed on the way, step by step. */
export async function answerUpTo(slug: string, person: Person, now = NOW): Promise<Record<string, Typed>> {
  const given: Record<string, Typed> = {};
  for (;;) {
    const page = await openPage(person, now);
    if (page.slug === slug) return given;
    if (given[page.slug]) throw new Error(`No answer to ${page.slug}`);
    const typed = answerTo(page);
    given[page.slug] = typed;
    await answer(person, { step: page.slug, typed });
  }
}

function answer({ db, ...person }: Person, { step, typed }: { step: string; typed: Typed }): Promise<boolean> {
  return saveAnswer(db, { ...person, step, typed, now: NOW });
}

/** A draft with these answers, as its services keep them. */
export async function addAnswered(db: Db, device: string, answers: Record<string, Typed>): Promise<string> {
  const draftId = await startReport(db, { device, language: "en", now: NOW });
  for (const [step, typed] of Object.entries(answers)) await answer({ db, device, draftId }, { step, typed });
  return draftId;
}
