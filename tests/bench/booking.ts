import { randomInt } from "node:crypto";
import { addMinutes } from "date-fns";
import { addDays, localDate, weekdayOf } from "#app/domain/local-date.ts";
import type { Choice } from "#app/domain/offers.ts";
import { makeReference } from "#app/domain/reference.ts";
import { holdOffer } from "#app/services/hold-offer.server.ts";
import { submitReport } from "#app/services/submit-report.server.ts";
import { type Db, openDb } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addCatalogue, addDrafts, addHome, NOW, RULES } from "#tests/support/calendar.ts";
import { patchesOf, SMALL } from "./calendar.ts";
import { compare, type Row, type Side, timeEach } from "./measure.ts";
import { type Raw, rawPostgres, rawSqlite, type Steps } from "./raw-connections.ts";
import { bookingSql } from "./raw-sql.ts";

const BOOKINGS = 2;
const SLICES = 75;
/** A warm-up and five rounds. */
const DRAFTS = BOOKINGS * SLICES * 6;
const FIRST_DAY = 3;
const answers = {
  who: { who: "me" },
  tenure: { tenure: "rent" },
  describe: { description: "The kitchen tap drips all night and will not be turned off." },
  household: { people: [] },
  help: { needs: [], language: "", notes: "" },
  contact: { name: "Sam Taylor", phone: "07700 900123", email: "sam@example.com", confirmBy: "text" },
};

/** What there is to book: a draft each time, and an offer of a patch that still has a plumber free. */
interface Work {
  drafts: string[];
  homes: { uprn: string; patchId: string }[];
  problemId: string;
}

async function prepareWork(db: Db): Promise<Work> {
  const { catalogueId, problemId } = await addCatalogue(db);
  const patches = patchesOf(SMALL);
  const homes: Work["homes"] = [];
  for (const patchId of patches) homes.push({ patchId, uprn: await addHome(db, { patchId }) });
  return { drafts: await addDrafts(db, DRAFTS, { catalogueId }), homes, problemId };
}

const dates = Array.from({ length: 57 }, (_, at) => addDays(localDate(NOW), FIRST_DAY + at)).filter((date) => weekdayOf(date) <= 5);

/** The booking with a number: patch by patch, then window by window, then date by date, and then the second plumber. */
function bookingAt({ drafts, homes }: Work, at: number) {
  const home = homes[at % homes.length];
  const turn = Math.floor(at / homes.length);
  const offer = { window: turn % 2 ? "afternoon" : "morning", date: dates[Math.floor(turn / 2) % dates.length] ?? "" };
  const draftId = drafts[at];
  if (!home || !draftId) throw new Error("No draft is left to book for");
  return { home, offer, draftId };
}

async function ours(db: Db, work: Work): Promise<Side> {
  const { homes, problems } = db.schema;
  const allHomes = new Map((await db.read.select().from(homes)).map((home) => [home.uprn, home]));
  const [problem] = await db.read.select().from(problems);
  let next = 0;
  return () =>
    timeEach(BOOKINGS, async () => {
      const { home, offer, draftId } = bookingAt(work, next++);
      const full = allHomes.get(home.uprn);
      if (!full || !problem) throw new Error("The home or the problem is gone");
      const held = await holdOffer(db, { draftId, offer, trade: "plumbing", patchId: home.patchId, visits: 1, rules: RULES, now: NOW });
      const due = { dueOn: addDays(localDate(NOW), 28), dueAt: null };
      const report = { draftId, device: "device", language: "en", answers, home: full, problem, rules: RULES, due, mostRepairs: DRAFTS };
      const booked = await submitReport(db, { ...report, outcome: { offer }, now: NOW });
      if (!held.ok || !booked.ok) throw new Error("Nothing was booked: there is nothing to measure");
    });
}

type Name = keyof typeof bookingSql;
type Booking = ReturnType<typeof bookingAt>;

function* holdSteps(raw: Raw<Name>, { home, offer, draftId }: Booking): Steps<Name> {
  const now = raw.instant(NOW);
  yield { run: "chooses", values: { draftId, window: offer.window, until: raw.instant(addMinutes(NOW, 120)) } };
  yield { run: "heldSlots", values: { draftId } };
  yield { run: "lockDay", values: { date: offer.date } };
  const able = { trade: "plumbing", patchId: home.patchId, date: offer.date };
  const candidates = yield { run: "candidates", values: able };
  const jobs = candidates.length > 1 ? yield { run: "jobsInPatch", values: able } : [];
  const jobsOf = (id = "") => Number(jobs.find((row) => row.operative_id === id)?.jobs ?? 0);
  const [best] = candidates
    .filter(({ window }) => window === offer.window)
    .sort((a, b) => Number(a.trades) - Number(b.trades) || jobsOf(b.operative_id) - jobsOf(a.operative_id));
  yield { run: "hold", values: { draftId, id: best?.id, expiresAt: raw.instant(addMinutes(NOW, 10)), priority: "", now } };
}

function* submitSteps(raw: Raw<Name>, { home, offer, draftId }: Booking, problemId: string): Steps<Name> {
  const now = raw.instant(NOW);
  const [repairId, appointmentId] = [newId(NOW), newId(NOW)];
  yield { run: "locks", values: { draftId, device: "device" } };
  yield { run: "submitted", values: { draftId } };
  yield { run: "lockHome", values: { uprn: home.uprn } };
  yield { run: "openUnproven", values: { uprn: home.uprn } };
  yield { run: "heldSlots", values: { draftId } };
  yield { run: "lockDay", values: { date: offer.date } };
  const what = { location: "Kitchen", problem: "Tap", detail: "Dripping", trade: "plumbing", priority: "routine" };
  const repair = {
    id: repairId,
    reference: makeReference(randomInt),
    draftId,
    uprn: home.uprn,
    problemId,
    dueOn: addDays(localDate(NOW), 28),
  };
  yield { run: "repair", values: { ...repair, ...what, now } };
  yield { run: "contact", values: { repairId, ...answers.contact, ...answers.describe } };
  yield { run: "visitNeeds", values: { repairId } };
  const event = { repairId, now };
  yield { run: "event", values: { ...event, id: newId(NOW), what: "reported", appointmentId: null, after: '{"version":0}' } };
  const promise = { ...offer, windowName: "Morning", starts: "08:00", ends: "13:00" };
  yield { run: "appointment", values: { id: appointmentId, repairId, ...promise } };
  yield { run: "confirm", values: { draftId, appointmentId, ...offer } };
  const after = JSON.stringify({ ...offer, version: 0 } satisfies Choice & { version: number });
  yield { run: "event", values: { ...event, id: newId(NOW), what: "booked", appointmentId, after } };
  yield { run: "contactOf", values: { repairId } };
  const ids = { first: newId(NOW), second: newId(NOW), third: newId(NOW) };
  const due = { evening: raw.instant(addMinutes(NOW, 1440)), morning: raw.instant(addMinutes(NOW, 2280)) };
  yield { run: "messages", values: { ...ids, ...due, repairId, appointmentId, now } };
  yield { run: "keepTyped", values: { draftId, now } };
}

function byHand(raw: Raw<Name>, work: Work): Side {
  let next = 0;
  return () =>
    timeEach(BOOKINGS, async () => {
      const booking = bookingAt(work, next++);
      await raw.transact(() => holdSteps(raw, booking));
      await raw.transact(() => submitSteps(raw, booking, work.problemId));
    });
}

/** What a booking leaves behind: both sides must leave the same. */
async function trace(url: string): Promise<string> {
  const db = openDb(url);
  const { appointments, repairs, contacts, events, messages, slots } = db.schema;
  const rows = await Promise.all([appointments, repairs, contacts, events, messages].map((table) => db.read.$count(table)));
  const taken = (await db.read.select({ taken: slots.appointmentId }).from(slots)).filter(({ taken }) => taken !== null);
  await db.close();
  return [...rows, taken.length].join(" ");
}

/** Two copies of one calendar, so that both sides book the same. */
interface Copies {
  engine: "SQLite" | "PostgreSQL";
  mine: string;
  bare: string;
}

/** Holding and submitting through the services against the same statements by hand, in as many transactions, both on disk before they answer. */
export async function measureBooking({ engine, mine, bare }: Copies): Promise<Row> {
  const db = openDb(mine);
  const work = await prepareWork(db);
  const other = openDb(bare);
  const otherWork = await prepareWork(other);
  await other.close();
  const raw = engine === "SQLite" ? rawSqlite(bare, bookingSql) : await rawPostgres(bare, bookingSql);
  const target = engine === "SQLite" ? { target: { atLeast: 0.6 } } : {};
  const measure = engine === "SQLite" ? "booking: speed against raw statements" : "booking on PostgreSQL: against raw statements";
  const row = await compare(
    { measure, unit: "µs each", inverse: true, ...target },
    { ours: await ours(db, work), baseline: byHand(raw, otherWork), slices: SLICES },
  );
  await db.close();
  await raw.close();
  const [left, right] = [await trace(mine), await trace(bare)];
  if (left !== right) throw new Error(`The two sides did not do the same: ${left} and ${right}`);
  return row;
}
