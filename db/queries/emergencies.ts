import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import type { Home } from "./homes.ts";
import type { Emergency } from "./messages.ts";
import type { Repair } from "./repairs.ts";

type Contact = Schema["contacts"]["$inferSelect"];

/** An emergency with all that the person on duty needs: the repair, where it is, and who to reach. */
export interface EmergencyCase {
  emergency: Emergency;
  repair: Repair;
  home: Home;
  /** Whose shared areas it is in; null where it is in the home. */
  block: { name: string } | null;
  contact: Contact;
}

/** Marks a repair as an emergency of a kind that somebody on duty must see. */
export async function addEmergency(tx: Query, { emergencies }: Schema, values: Pick<Emergency, "repairId" | "kind">): Promise<void> {
  await tx.insert(emergencies).values(values);
}

/** Makes a repair an emergency that a member of staff has seen already, where it is none yet. */
export async function addEmergencyOnce(
  tx: Query,
  { emergencies }: Schema,
  { repairId, by, now }: { repairId: string; by: string; now: Date },
): Promise<void> {
  await tx.insert(emergencies).values({ repairId, acknowledgedAt: now, acknowledgedBy: by }).onConflictDoNothing();
}

/** The emergency of a repair, or undefined where it is none. */
export async function emergencyOf(query: Query, { emergencies }: Schema, repairId: string): Promise<Emergency | undefined> {
  const [emergency] = await query.select().from(emergencies).where(eq(emergencies.repairId, repairId));
  return emergency;
}

async function casesWhere(query: Query, schema: Schema, where: SQL | undefined): Promise<EmergencyCase[]> {
  const { emergencies: emergency, repairs: repair, homes: home, blocks, contacts: contact } = schema;
  return await query
    .select({ emergency, repair, home, block: { name: blocks.name }, contact })
    .from(emergency)
    // Tables that cross are read in this order: SQLite, which has no statistics, would go through every open repair.
    .crossJoin(repair)
    .innerJoin(home, eq(home.uprn, repair.uprn))
    .leftJoin(blocks, eq(blocks.id, repair.blockId))
    .innerJoin(contact, eq(contact.repairId, repair.id))
    .where(and(eq(repair.id, emergency.repairId), where));
}

/** An emergency as it stands now; undefined where the repair is none. */
export async function emergencyCase(query: Query, schema: Schema, repairId: string): Promise<EmergencyCase | undefined> {
  const [found] = await casesWhere(query, schema, eq(schema.emergencies.repairId, repairId));
  return found;
}

/** The emergencies of open repairs of which nobody has said that they are safe. */
export async function unsafeCases(query: Query, schema: Schema): Promise<EmergencyCase[]> {
  return await casesWhere(query, schema, and(isNull(schema.emergencies.madeSafeAt), eq(schema.repairs.status, "open")));
}

/** Locks an emergency until the transaction ends; undefined where somebody has said that it is safe. */
export async function lockEmergency(tx: Query, { emergencies }: Schema, repairId: string): Promise<Emergency | undefined> {
  const [emergency] = await tx
    .update(emergencies)
    .set({ version: sql`${emergencies.version} + 1` })
    .where(and(eq(emergencies.repairId, repairId), isNull(emergencies.madeSafeAt)))
    .returning();
  return emergency;
}

/** Writes when somebody was sent, or when it was said to be safe. It is locked by the caller. */
export async function writeEmergency(
  tx: Query,
  { emergencies }: Schema,
  { repairId, ...written }: { repairId: string } & ({ dispatchedAt: Date } | { madeSafeAt: Date }),
): Promise<void> {
  await tx.update(emergencies).set(written).where(eq(emergencies.repairId, repairId));
}

/** Which repair a message's link is about, by the SHA-256 of its token; undefined where there is none, or it was written before an instant. */
export async function repairOfLink(
  query: Query,
  { messages }: Schema,
  { tokenHash, since }: { tokenHash: string; since: Date },
): Promise<string | undefined> {
  const [message] = await query
    .select({ repairId: messages.repairId })
    .from(messages)
    .where(and(eq(messages.tokenHash, tokenHash), gt(messages.createdAt, since)));
  return message?.repairId;
}

/** Writes who has seen an emergency first, and when; undefined where somebody had already. */
export async function acknowledge(
  tx: Query,
  { emergencies }: Schema,
  { repairId, by, now }: { repairId: string; by: string; now: Date },
): Promise<Emergency | undefined> {
  const [emergency] = await tx
    .update(emergencies)
    .set({ acknowledgedAt: now, acknowledgedBy: by, version: sql`${emergencies.version} + 1` })
    .where(and(eq(emergencies.repairId, repairId), isNull(emergencies.acknowledgedAt)))
    .returning();
  return emergency;
}
