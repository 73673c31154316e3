import { and, asc, eq, exists, inArray, isNull, lt, ne, notExists, or } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import { lockDays } from "./days.ts";
import type { Draft } from "./drafts.ts";

type Unfinished = Required<Schema["unfinishedReports"]["$inferInsert"]>;

/** Nobody's device: a draft that is about to be deleted and cannot be opened any more, or that nobody opened. */
export const NO_DEVICE = "";

/** How many drafts one change takes, so that none is long. */
const AT_A_TIME = 50;

const sentOf = (query: Query, { drafts, repairs }: Schema) =>
  query.select({ id: repairs.id }).from(repairs).where(eq(repairs.submission, drafts.id));

/** Some drafts that were not sent, were left before an instant, and were not looked at since; the longest left first. */
export function leftDrafts(query: Query, schema: Schema, before: Date): Promise<Draft[]> {
  const { drafts } = schema;
  return query
    .select()
    .from(drafts)
    .where(
      and(
        lt(drafts.touchedAt, before),
        ne(drafts.device, NO_DEVICE),
        or(isNull(drafts.reviewedAt), lt(drafts.reviewedAt, drafts.touchedAt)),
        notExists(sentOf(query, schema)),
      ),
    )
    .orderBy(asc(drafts.touchedAt))
    .limit(AT_A_TIME);
}

/** Puts reports on the staff's list, or what was typed since in the place of what stands there; and remembers which drafts were looked at. */
export async function listUnfinished(
  tx: Query,
  { drafts, unfinishedReports }: Schema,
  { reports, reviewed, now }: { reports: Unfinished[]; reviewed: string[]; now: Date },
): Promise<void> {
  for (const { id, ...report } of reports) {
    await tx
      .insert(unfinishedReports)
      .values({ id, ...report })
      .onConflictDoUpdate({ target: unfinishedReports.id, set: report });
  }
  await tx.update(drafts).set({ reviewedAt: now }).where(inArray(drafts.id, reviewed));
}

/** Takes off the list what was sent after all. */
export async function unlistSent(tx: Query, { repairs, unfinishedReports }: Schema): Promise<void> {
  const sent = tx.select({ id: repairs.id }).from(repairs).where(eq(repairs.submission, unfinishedReports.id));
  await tx.delete(unfinishedReports).where(exists(sent));
}

interface Ages {
  /** Last touched before these: what was never sent, and what was. */
  unsentBefore: Date;
  sentBefore: Date;
}

/** Closes some drafts that are old enough to be deleted: nobody can open them any more. Their ids; none when there are no more. */
export async function closeOldDrafts(tx: Query, schema: Schema, { unsentBefore, sentBefore }: Ages): Promise<string[]> {
  const { drafts } = schema;
  const isOld = or(lt(drafts.touchedAt, sentBefore), and(lt(drafts.touchedAt, unsentBefore), notExists(sentOf(tx, schema))));
  const old = tx.select({ id: drafts.id }).from(drafts).where(isOld).orderBy(asc(drafts.touchedAt)).limit(AT_A_TIME);
  // The age is asked again of the row itself: PostgreSQL looks at it anew where somebody touched the draft meanwhile.
  const closed = await tx
    .update(drafts)
    .set({ device: NO_DEVICE })
    .where(and(inArray(drafts.id, old), lt(drafts.touchedAt, unsentBefore)))
    .returning({ id: drafts.id });
  return closed.map(({ id }) => id);
}

/** The names of the files of all photos of some drafts. */
export async function photoFilesOf(query: Query, { photos }: Schema, draftIds: string[]): Promise<string[]> {
  const rows = await query.select({ file: photos.file }).from(photos).where(inArray(photos.draftId, draftIds));
  return rows.map(({ file }) => file);
}

/** Deletes drafts that were closed, and frees what they let lapse. How many there were: another server may have been quicker. */
export async function deleteClosedDrafts(tx: Query, schema: Schema, draftIds: string[]): Promise<number> {
  const { drafts, slots, photos } = schema;
  await tx.update(drafts).set({ device: NO_DEVICE }).where(inArray(drafts.id, draftIds));
  const held = await tx.selectDistinct({ date: slots.date }).from(slots).where(inArray(slots.draftId, draftIds));
  await lockDays(
    tx,
    schema,
    held.map(({ date }) => date),
  );
  await tx.update(slots).set({ draftId: null, part: null, expiresAt: null }).where(inArray(slots.draftId, draftIds));
  await tx.delete(photos).where(inArray(photos.draftId, draftIds));
  const deleted = await tx.delete(drafts).where(inArray(drafts.id, draftIds)).returning({ id: drafts.id });
  return deleted.length;
}
