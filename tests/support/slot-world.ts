import { asc, eq } from "drizzle-orm";
import type { Rules } from "#app/domain/rules.ts";
import { holdOffer } from "#app/services/hold-offer.server.ts";
import type { Db } from "#db/client.ts";
import { addCatalogue, addDrafts, addHome, addPatch, addRepair, NOW, RULES, THURSDAY } from "./calendar.ts";

/** A patch with a home in it and a problem to report, and whose turn it is: plumbers of the patch. */
export interface SlotWorld {
  patchId: string;
  uprn: string;
  catalogueId: string;
  problemId: string;
}

export async function addSlotWorld(db: Db): Promise<SlotWorld> {
  const patchId = await addPatch(db);
  return { patchId, uprn: await addHome(db, { patchId }), ...(await addCatalogue(db)) };
}

/** Rules by which the public may hold every slot there is. */
const ALL_HELD: Rules = { ...RULES, booking: { ...RULES.booking, holdShare: 100 } };

interface HoldWish {
  draftId: string;
  date?: string;
  window?: string;
  visits?: number;
  trade?: string;
  patchId: string | null;
  rules?: Rules;
  now?: Date;
}

/** Holds Thursday morning for one visit of a plumber, unless said otherwise. */
export function hold(db: Db, wish: HoldWish) {
  const { draftId, date = THURSDAY, window = "morning", visits = 1, trade = "plumbing", patchId, rules = ALL_HELD, now = NOW } = wish;
  return holdOffer(db, { draftId, offer: { date, window }, trade, patchId, visits, rules, now });
}

/** One draft, ready to choose. */
export async function addDraft(db: Db, { catalogueId }: SlotWorld): Promise<string> {
  const [draftId = ""] = await addDrafts(db, 1, { catalogueId });
  return draftId;
}

/** One repair without an appointment. */
export function addTap(db: Db, { uprn, problemId }: SlotWorld): Promise<string> {
  return addRepair(db, { uprn, problemId });
}

/** Every slot with its holder, in the order they were made. */
export function allSlots(db: Db) {
  return db.read.select().from(db.schema.slots).orderBy(asc(db.schema.slots.id));
}

/** The slots of a draft, by visit, as "window place". */
export async function slotsOfDraft(db: Db, draftId: string): Promise<string[]> {
  const { slots } = db.schema;
  const rows = await db.read.select().from(slots).where(eq(slots.draftId, draftId)).orderBy(asc(slots.part));
  return rows.map(({ date, window, place }) => `${date} ${window} ${place}`);
}

/** Rows by what they have in common. */
export function groupsOf<Row>(rows: Row[], keyOf: (row: Row) => string | null): Row[][] {
  const keys = [...new Set(rows.map(keyOf))];
  return keys.map((key) => rows.filter((row) => keyOf(row) === key));
}
