import { and, asc, count, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

export type Complaint = Schema["complaints"]["$inferSelect"];

/** A complaint with where it is about, and what was said, which retention may have emptied. */
export interface ComplaintCase {
  complaint: Complaint;
  home: Schema["homes"]["$inferSelect"] | null;
  reference: string | null;
  words: string | null;
}

/** Adds a complaint; false where its form was sent already. */
export async function addComplaint(
  tx: Query,
  { complaints }: Schema,
  row: Required<Schema["complaints"]["$inferInsert"]>,
): Promise<boolean> {
  const added = await tx.insert(complaints).values(row).onConflictDoNothing().returning({ id: complaints.id });
  return added.length > 0;
}

/** A UPRN, where it is one of our homes. */
export async function knownHome(query: Query, { homes }: Schema, uprn: string): Promise<string | undefined> {
  const [found] = await query.select({ uprn: homes.uprn }).from(homes).where(eq(homes.uprn, uprn));
  return found?.uprn;
}

/** The id of the complaint that a form made; undefined where it has made none. */
export async function complaintOf(query: Query, { complaints }: Schema, submission: string): Promise<string | undefined> {
  const [found] = await query.select({ id: complaints.id }).from(complaints).where(eq(complaints.submission, submission));
  return found?.id;
}

/**
 * The id of the oldest complaint about a repair, or a home with all its repairs, that is not answered; undefined where there is none. While
 * there is one, nothing that is known of it is thrown away.
 */
export async function openComplaintAbout(
  query: Query,
  { complaints }: Schema,
  { repairId, uprn }: { repairId?: string; uprn?: string },
): Promise<string | undefined> {
  const isAbout = repairId === undefined ? eq(complaints.uprn, uprn ?? "") : eq(complaints.repairId, repairId);
  const [found] = await query
    .select({ id: complaints.id })
    .from(complaints)
    .where(and(isAbout, isNull(complaints.answeredAt)))
    .orderBy(asc(complaints.id))
    .limit(1);
  return found?.id;
}

function casesOf(query: Query, { complaints: complaint, complaintWords, homes: home, repairs }: Schema) {
  return query
    .select({ complaint, home, reference: repairs.reference, words: complaintWords.words })
    .from(complaint)
    .leftJoin(home, eq(home.uprn, complaint.uprn))
    .leftJoin(repairs, eq(repairs.id, complaint.repairId))
    .leftJoin(complaintWords, eq(complaintWords.complaintId, complaint.id));
}

/** A complaint; undefined where there is none. */
export async function complaintCase(query: Query, schema: Schema, id: string): Promise<ComplaintCase | undefined> {
  const [found] = await casesOf(query, schema).where(eq(schema.complaints.id, id));
  return found;
}

/** Some complaints: those that wait for an answer, whichever must be acknowledged first; or those answered, the latest first. */
export async function listComplaints(
  query: Query,
  schema: Schema,
  { isAnswered, most }: { isAnswered: boolean; most: number },
): Promise<ComplaintCase[]> {
  const { answeredAt, acknowledgeBy, id } = schema.complaints;
  return await casesOf(query, schema)
    .where(isAnswered ? isNotNull(answeredAt) : isNull(answeredAt))
    .orderBy(...(isAnswered ? [desc(answeredAt), desc(id)] : [asc(acknowledgeBy), asc(id)]))
    .limit(most);
}

/** How many complaints nobody has acknowledged. */
export async function countUnacknowledged(query: Query, { complaints }: Schema): Promise<number> {
  const [found] = await query
    .select({ total: count() })
    .from(complaints)
    .where(and(isNull(complaints.answeredAt), isNull(complaints.acknowledgedAt)));
  return found?.total ?? 0;
}

/** Keeps what was said of a complaint, over what was kept before. */
export async function writeComplaintWords(
  tx: Query,
  { complaintWords }: Schema,
  row: { complaintId: string; words: string },
): Promise<void> {
  await tx
    .insert(complaintWords)
    .values(row)
    .onConflictDoUpdate({ target: complaintWords.complaintId, set: { words: row.words } });
}

/** Says that a tenant was told that we have their complaint, and by when they have an answer; undefined where somebody has said so. */
export async function writeAcknowledged(
  tx: Query,
  { complaints }: Schema,
  { id, who, answerBy, now }: { id: string; who: string; answerBy: string; now: Date },
): Promise<Complaint | undefined> {
  const [changed] = await tx
    .update(complaints)
    .set({ acknowledgedAt: now, acknowledgedBy: who, answerBy })
    .where(and(eq(complaints.id, id), isNull(complaints.acknowledgedAt), isNull(complaints.answeredAt)))
    .returning();
  return changed;
}

/** Says that a complaint is answered; undefined where nobody has acknowledged it, or it is answered. */
export async function writeAnswered(
  tx: Query,
  { complaints }: Schema,
  { id, who, now }: { id: string; who: string; now: Date },
): Promise<Complaint | undefined> {
  const [changed] = await tx
    .update(complaints)
    .set({ answeredAt: now, answeredBy: who })
    .where(and(eq(complaints.id, id), isNotNull(complaints.acknowledgedAt), isNull(complaints.answeredAt)))
    .returning();
  return changed;
}
