import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { landlordSchema } from "#app/domain/landlord.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import { type Rules, windowHours } from "#app/domain/rules.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import type { Schema } from "#db/schema/schema.ts";

/** What a table takes, where a test may say only what matters to it. */
type Some<Table extends keyof Schema> = Partial<Schema[Table]["$inferInsert"]>;

/** A Monday morning in winter. */
export const NOW = new Date("2026-11-23T09:00:00Z");
let made = 0;
/** A new id: what is made later comes later. */
const nextId = () => newId(new Date(NOW.getTime() + made++));
/** The Thursday after it. */
export const THURSDAY = "2026-11-26";

const demo = new URL("../../db/seed/demo/landlord.json", import.meta.url);

/** The demo landlord's rules, with others in their place where a test says so. */
function rulesWith(others: Partial<Rules> = {}): Rules {
  return { ...landlordSchema.parse(JSON.parse(readFileSync(demo, "utf8"))).rules, ...others };
}
export const RULES = rulesWith();

export async function addPatch(db: Db, patch: Some<"patches"> = {}): Promise<string> {
  const id = patch.id ?? nextId();
  await db.write((tx) => tx.insert(db.schema.patches).values({ id, name: `Patch ${id}`, ...patch }));
  return id;
}

async function addContractor(db: Db, contractor: Some<"contractors"> = {}): Promise<string> {
  const id = contractor.id ?? nextId();
  await db.write((tx) => tx.insert(db.schema.contractors).values({ id, name: `Contractor ${id}`, ...contractor }));
  return id;
}

/** An operative with trades and patches; the trades and the contractor are made where they are not there yet. */
export async function addOperative(
  db: Db,
  { trades = ["plumbing"], patches = [], ...operative }: Some<"operatives"> & { trades?: string[]; patches?: string[] } = {},
): Promise<string> {
  const id = operative.id ?? nextId();
  const contractorId = operative.contractorId ?? (await addContractor(db));
  const { operatives, operativeTrades, operativePatches, trades: allTrades } = db.schema;
  await db.write(async (tx) => {
    await tx.insert(operatives).values({ id, name: `Operative ${id}`, contractorId, ...operative });
    for (const tradeId of trades) {
      await tx.insert(allTrades).values({ id: tradeId, name: tradeId }).onConflictDoNothing();
      await tx.insert(operativeTrades).values({ tradeId, operativeId: id });
    }
    for (const patchId of patches) await tx.insert(operativePatches).values({ operativeId: id, patchId });
  });
  return id;
}

export async function addDay(db: Db, date: LocalDate): Promise<void> {
  await db.write((tx) => tx.insert(db.schema.days).values({ date }).onConflictDoNothing());
}

/** Free slots of an operative on a date, one for each window named; a window named twice has two. Answers with their ids. */
export async function addSlots(
  db: Db,
  { operativeId, date = THURSDAY, windows = ["morning"], ...slot }: Some<"slots"> & { operativeId: string; windows?: string[] },
): Promise<string[]> {
  await addDay(db, date);
  const rows = windows.map((window, at) => {
    const worked = RULES.windows.find(({ code }) => code === window);
    const hours = worked && windowHours(worked, date);
    const place = windows.slice(0, at + 1).filter((each) => each === window).length;
    return { id: nextId(), operativeId, date, window, place, starts: hours?.from ?? "08:00", ends: hours?.to ?? "17:00", ...slot };
  });
  await db.write((tx) => tx.insert(db.schema.slots).values(rows));
  return rows.map(({ id }) => id);
}

let uprns = 100_000_000;

export async function addHome(db: Db, home: Some<"homes"> = {}): Promise<string> {
  const uprn = home.uprn ?? String(uprns++);
  const street = { line1: `${uprn.slice(-4)} Mill Lane`, postcode: "FH11AA", sortKey: uprn, tenure: "secure" };
  await db.write((tx) => tx.insert(db.schema.homes).values({ uprn, ...street, ...home }));
  return uprn;
}

/** A catalogue with one problem that can be booked. */
export async function addCatalogue(db: Db, problem: Some<"problems"> = {}): Promise<{ catalogueId: string; problemId: string }> {
  const catalogueId = nextId();
  const id = problem.id ?? nextId();
  const { catalogues, problems } = db.schema;
  await db.write(async (tx) => {
    const version = (await tx.$count(catalogues)) + 1;
    await tx
      .insert(catalogues)
      .values({ id: catalogueId, version, language: "en", source: "test", fingerprint: catalogueId, addedAt: NOW });
    await tx.insert(problems).values({
      id,
      catalogueId,
      position: 1,
      location: "Kitchen",
      problem: "Tap",
      detail: "Dripping",
      outcome: "book",
      trade: "plumbing",
      priority: "routine",
      visits: 1,
      audience: ["tenant"],
      presence: true,
      entry: false,
      ...problem,
    });
  });
  return { catalogueId, problemId: id };
}

/** Drafts that have chosen nothing yet. */
export async function addDrafts(db: Db, count: number, draft: Some<"drafts"> & { catalogueId: string }): Promise<string[]> {
  const rows = Array.from({ length: count }, () => {
    return { id: nextId(), kind: "report", device: "device", language: "en", typed: {}, createdAt: NOW, touchedAt: NOW, ...draft };
  });
  await db.write((tx) => tx.insert(db.schema.drafts).values(rows));
  return rows.map(({ id }) => id);
}

export async function addRepair(db: Db, repair: Some<"repairs"> & { uprn: string; problemId: string }): Promise<string> {
  const id = repair.id ?? nextId();
  await db.write((tx) =>
    tx.insert(db.schema.repairs).values({
      id,
      reference: id,
      submission: id,
      location: "Kitchen",
      problem: "Tap",
      trade: "plumbing",
      priority: "routine",
      dueOn: "2026-12-21",
      language: "en",
      channel: "online",
      raisedAt: NOW,
      status: "open",
      ...repair,
    }),
  );
  return id;
}

/** A booked appointment and, when given, the slots it has. */
export async function addAppointment(
  db: Db,
  { slotIds = [], ...appointment }: Some<"appointments"> & { repairId: string; slotIds?: string[] },
): Promise<string> {
  const id = appointment.id ?? nextId();
  const { appointments, slots } = db.schema;
  const words = {
    purpose: "repair",
    date: THURSDAY,
    window: "morning",
    windowName: "Morning",
    starts: "08:00",
    ends: "13:00",
    status: "booked",
  };
  await db.write(async (tx) => {
    await tx.insert(appointments).values({ id, slotsNeeded: Math.max(1, slotIds.length), ...words, ...appointment });
    for (const [at, slotId] of slotIds.entries())
      await tx
        .update(slots)
        .set({ appointmentId: id, part: at + 1 })
        .where(eq(slots.id, slotId));
  });
  return id;
}
