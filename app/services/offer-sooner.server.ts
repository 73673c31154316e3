import type { Landlord } from "#app/domain/landlord.ts";
import { localDate } from "#app/domain/local-date.ts";
import type { Offer } from "#app/domain/offers.ts";
import { addAwakeMinutes } from "#app/domain/quiet-hours.ts";
import type { Rules } from "#app/domain/rules.ts";
import { doesNotAnswer, inTurn, legalDeadlineOf, stillWaits, suitable } from "#app/domain/sooner.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { findWhoCanCome } from "#db/queries/appointments.ts";
import { lockDays } from "#db/queries/days.ts";
import { type Able, heldSlots } from "#db/queries/slots.ts";
import { addHolder, addSoonerOffer, findWaiting, lockWaiting, type Waiting } from "#db/queries/sooner.ts";
import { takeForDraft } from "#db/queries/take-slots.ts";
import { closeSoonerOffer, endSooner, SOONER, traceSooner } from "./end-sooner.server.ts";
import { findOffers } from "./find-offers.server.ts";
import { readRules } from "./read-rules.server.ts";
import { say } from "./say.server.ts";

interface Offering {
  db: Db;
  landlord: Pick<Landlord, "soonerOffers" | "visitChanges">;
  now: Date;
}

/** What one run knows: the rules of the day, and what it has found free so far, by who can come. */
interface Run extends Offering {
  rules: Rules;
  /** Until when what is offered now is held. */
  until: Date;
  free: Map<string, readonly Offer[]>;
}

/**
 * Offers what is free to whoever waits for a sooner visit, each in their turn (domain/sooner), and holds it for them meanwhile; first ends what
 * was not answered in time, or is no wish any more. Only what the public could choose too is offered, and as with them, never all of a
 * day is held. Safe on several servers at once. How many, for the log; undefined where there was nothing to do.
 */
export async function offerSooner(offering: Offering): Promise<string | undefined> {
  const { db, landlord, now } = offering;
  const done = { offered: 0, lapsed: 0, gone: 0, ended: 0 };
  for (const waiting of await findWaiting(db.read, db.schema)) {
    const ended = await settle(db, waiting, now);
    if (ended) done[ended]++;
  }
  const waiting = (await findWaiting(db.read, db.schema)).filter(({ open }) => !open).sort((a, b) => inTurn(turnOf(a), turnOf(b)));
  const rules = await readRules(db, localDate(now));
  const until = addAwakeMinutes(now, landlord.soonerOffers.holdMinutes);
  const run = { ...offering, rules, until, free: new Map() };
  for (const each of waiting) if (await offerTo(run, each)) done.offered++;
  const said = Object.entries(done).filter(([, count]) => count > 0);
  return said.length > 0 ? said.map(([what, count]) => `${count} ${what}`).join(", ") : undefined;
}

const turnOf = ({ wish, repair }: Waiting) => ({
  id: wish.id,
  hasVisit: wish.appointmentId !== null,
  legalDeadline: legalDeadlineOf(repair),
  askedAt: wish.askedAt,
});

type Ending = "ended" | "lapsed" | "gone";

/** What has come to an end, if anything has: the wish, or the offer that stands. */
async function endingOf(query: Query, { schema }: Db, { wish, open, ...standing }: Waiting, now: Date): Promise<Ending | undefined> {
  if (!stillWaits(wish, standing, now)) return "ended";
  if (!open) return undefined;
  if (open.until < now) return "lapsed";
  return (await heldSlots(query, schema, open.draftId)).length === 0 ? "gone" : undefined;
}

async function settle(db: Db, seen: Waiting, now: Date): Promise<Ending | undefined> {
  if (!(await endingOf(db.read, db, seen, now))) return undefined;
  return db.write(async (tx) => {
    const waiting = await lockWaiting(tx, db.schema, { wishId: seen.wish.id });
    const ending = waiting && (await endingOf(tx, db, waiting, now));
    if (!waiting || !ending) return undefined;
    const { wish, open, made } = waiting;
    if (ending === "ended" || !open) {
      await endSooner(tx, db, { waiting, who: "system", now });
      return ending;
    }
    await closeSoonerOffer(tx, db, { repairId: wish.repairId, offer: open, outcome: ending, who: "system", now });
    const answers = made.map((offer) => (offer === open ? { ...offer, outcome: ending } : offer));
    if (!doesNotAnswer(answers)) return ending;
    await endSooner(tx, db, { waiting: { ...waiting, open: undefined }, who: "system", now });
    await say(tx, db.schema, { kind: "sooner-ended", repairId: wish.repairId, changeId: wish.id, who: "system", now });
    return ending;
  });
}

/** Who must come to somebody, and how many slots that takes. */
interface Needed extends Able {
  visits: number;
}

async function neededBy({ db }: Run, { wish, repair, problem, appointments }: Waiting): Promise<Needed | undefined> {
  const visit = appointments.find(({ id }) => id === wish.appointmentId);
  const purpose = visit?.purpose ?? "repair";
  const able = await findWhoCanCome(db.read, db.schema, { repairId: repair.id, purpose });
  if (!able?.trade) return undefined;
  const { trade, patchId, investigates, priority } = able;
  return { trade, patchId, investigates, priority, visits: visit?.slotsNeeded ?? problem.visits };
}

/** Tries the times that suit somebody, the soonest first, until one is theirs. */
async function offerTo(run: Run, waiting: Waiting): Promise<boolean> {
  const needed = await neededBy(run, waiting);
  if (!needed) return false;
  const { db, rules, now, free } = run;
  const key = JSON.stringify(needed);
  let left = free.get(key) ?? (await findOffers(db, { ...needed, rules, dueOn: waiting.repair.dueOn, now }));
  for (;;) {
    const [offer] = suits(run, waiting, left);
    const made = offer ? await make(run, { waiting, needed, offer }) : "over";
    free.set(key, left);
    if (made === "held") free.clear();
    if (!offer || made === "held" || made === "over") return made === "held";
    // Held as much as may be, or taken meanwhile: nobody else need try in this run.
    left = left.filter(({ date, window }) => date !== offer.date || (made === "gone" && window !== offer.window));
  }
}

const suits = ({ landlord, until }: Run, { wish, repair, made }: Waiting, offers: readonly Offer[]) =>
  suitable(offers, { ...wish, repair, made }, { until, changes: landlord.visitChanges });

/** Thrown inside the write to undo it: the time cannot be held. */
class NotHeld extends Error {
  constructor(readonly why: "not-held" | "gone") {
    super();
  }
}

interface Making {
  waiting: Waiting;
  needed: Needed;
  offer: Offer;
}

/** Holds a time for somebody and puts the message into the outbox, in one change. `over`: they have an offer, or do not wait any more. */
async function make(run: Run, making: Making): Promise<"held" | "over" | "not-held" | "gone"> {
  try {
    return await run.db.write((tx) => makeIn(tx, run, making));
  } catch (error) {
    if (error instanceof NotHeld) return error.why;
    throw error;
  }
}

async function makeIn(tx: Query, run: Run, { waiting: seen, needed, offer }: Making): Promise<"held" | "over"> {
  const { db, rules, until, now } = run;
  const { schema } = db;
  const waiting = await lockWaiting(tx, schema, { wishId: seen.wish.id });
  if (!waiting || waiting.open || !stillWaits(waiting.wish, waiting, now) || suits(run, waiting, [offer]).length === 0) return "over";
  const { wish, repair, problem } = waiting;
  const { date, window } = offer;
  const draftId = newId(now);
  await addHolder(tx, schema, { id: draftId, catalogueId: problem.catalogueId, language: repair.language, window, until, now });
  await lockDays(tx, schema, [date]);
  const taken = await takeForDraft(tx, schema, { draftId, expiresAt: until, offer: { date, window }, ...needed, rules, now });
  if (taken !== "held") throw new NotHeld(taken);
  const offerId = newId(now);
  await addSoonerOffer(tx, schema, { id: offerId, wishId: wish.id, date, window, draftId, offeredAt: now, until });
  await say(tx, schema, { kind: SOONER, repairId: repair.id, changeId: offerId, who: "system", now });
  const after = { date, window, until: until.toISOString() };
  await traceSooner(tx, db, { repairId: repair.id, who: "system", what: "sooner visit offered", after, now });
  return "held";
}
