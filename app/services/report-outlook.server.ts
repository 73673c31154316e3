import { isNotAlone } from "#app/domain/home.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { type Choice, type Offer, offerKey, parseOfferKey } from "#app/domain/offers.ts";
import { type Rules, windowHours } from "#app/domain/rules.ts";
import { type Due, dueBy } from "#app/domain/target.ts";
import type { Wish } from "#app/domain/wish.ts";
import type { ReportFacts } from "#app/journeys/report-facts.ts";
import type { Words } from "#app/languages/en.ts";
import type { Db } from "#db/client.ts";
import type { Problem } from "#db/queries/catalogue.ts";
import type { Draft } from "#db/queries/drafts.ts";
import type { Home } from "#db/queries/homes.ts";
import { openUnproven } from "#db/queries/repairs.ts";
import type { Able } from "#db/queries/slots.ts";
import { EMERGENCY } from "./emergency-problem.server.ts";
import { findHold, type Hold } from "./find-hold.server.ts";
import { findOffers } from "./find-offers.server.ts";
import { readBankHolidays } from "./read-rules.server.ts";

interface Wanted {
  draft: Draft;
  job: Job;
  rules: Rules;
  words: Words;
  withOffers?: boolean;
  now: Date;
}

/** A leaf of the catalogue; an emergency of the first question is none, and has no id. */
export type JobProblem = Omit<Problem, "id"> & { id: string | null };

/** What a report asks for, and by when it is promised if it is sent now. */
export interface Job {
  home: Home;
  problem: JobProblem;
  due: Due;
  /** What the tenant asks of who comes. */
  wish: Wish | undefined;
}

interface Outlook {
  slots: ReportFacts["slots"];
  hold?: Hold;
  /** Chosen and not held, and still free. */
  claim?: Choice;
  offers?: Offer[];
}

/** Says what a hold was chosen for, so that it does not stand for another home, problem or wish chosen after it. */
export function holdIsFor({ home, problem, wish }: Pick<Job, "home" | "problem" | "wish">): string {
  return [home.uprn, problem.position, ...(wish ? [wish] : [])].join("/");
}

/** The home and the problem of a report raised now, with the date it is promised by. */
export async function jobOf(
  db: Db,
  { home, problem, wish, rules, nation, now }: Omit<Job, "due"> & { rules: Rules; nation: string; now: Date },
): Promise<Job> {
  return { home, problem, wish, due: dueBy(targetOf(problem, rules), now, await readBankHolidays(db, nation)) };
}

/** Emergencies are taken however many other repairs a home has. */
export const isEmergency = ({ priority, outcome }: Pick<Problem, "priority" | "outcome">) =>
  priority === "emergency" || outcome === "emergency";

/** Whether a home has as many open repairs as it may that nobody has shown to be real: the next is reported by phone. */
export async function isForCall(db: Db, { home, problem }: Job, mostRepairs: number): Promise<boolean> {
  return !isEmergency(problem) && (await openUnproven(db.read, db.schema, home.uprn)) >= mostRepairs;
}

/** What can be booked for a job: what the draft holds, and what else is offered where it holds nothing or the picker asks. */
export async function outlookFor(db: Db, { draft, job, rules, words, withOffers, now }: Wanted): Promise<Outlook> {
  // Staff arrange a visit that nobody makes alone; the tenant sees what they see whenever no time is free.
  if (isNotAlone(job.home)) return { slots: { outlook: outlookOf([], job.problem) } };
  const isSame = draft.typed.slot?.for === holdIsFor(job);
  const hold = isSame ? await findHold(db, { draftId: draft.id, now }) : undefined;
  const held = hold && { key: offerKey(hold), label: heldLabel(hold, rules, words) };
  if (held && !withOffers) return { hold, slots: { held, outlook: "offers" } };

  const offers = await offersFor(db, job, rules, now);
  const outlook = outlookOf(offers, job.problem);
  if (hold && held) return { offers, hold, slots: { outlook, held } };
  const claim = isSame ? stillFree(draft, offers) : undefined;
  if (!claim) return { offers, slots: { outlook } };
  return { offers, claim, slots: { outlook, claimed: { key: offerKey(claim), label: heldLabel(claim, rules, words) } } };
}

function stillFree({ typed }: Draft, offers: Offer[]): Choice | undefined {
  const chosen = typeof typed.slot?.offer === "string" ? parseOfferKey(typed.slot.offer) : undefined;
  return offers.find(({ date, window }) => date === chosen?.date && window === chosen.window);
}

/** Who can come to a job. */
export function ableFor({ home, problem: { trade, priority }, wish }: Omit<Job, "due">): Able {
  return { trade: trade ?? "", patchId: home.patchId, wish, ...(priority && { priority }) };
}

/** What the calendar has for a job. A hazard has a legal date: what is not before it is an officer's to arrange. */
async function offersFor(db: Db, job: Job, rules: Rules, now: Date): Promise<Offer[]> {
  const { visits, hazard } = job.problem;
  const offers = await findOffers(db, { ...ableFor(job), visits, rules, dueOn: job.due.dueOn, now });
  return hazard ? offers.filter(({ isBeyondTarget }) => !isBeyondTarget) : offers;
}

function outlookOf(offers: Offer[], { hazard }: JobProblem): ReportFacts["slots"]["outlook"] {
  if (offers.length > 0) return "offers";
  return hazard ? "officer" : "none";
}

/** An emergency is made safe within 24 hours, whatever the landlord calls its priorities. */
const EMERGENCY_TARGET = { amount: 24, unit: "clock-hours" } as const;

/** The target of a problem's priority; one the landlord has since dropped counts as its last, the longest. */
export function targetOf({ priority }: Pick<Problem, "priority">, { priorities }: Rules) {
  const named = priorities.find(({ code }) => code === priority);
  if (!named && priority === EMERGENCY) return EMERGENCY_TARGET;
  const found = named ?? priorities.at(-1);
  if (!found) throw new Error("No priorities are in force");
  return found.target;
}

function heldLabel(hold: Choice, { windows }: Rules, words: Words): string {
  const window = windows.find(({ code }) => code === hold.window);
  const hours = window && windowHours(window, hold.date);
  if (!window || !hours) return words.format.date(hold.date);
  return words.format.appointment(hold.date, inLanguage(window.name, words.code), hours.from, hours.to);
}
