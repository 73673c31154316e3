import { and, eq, gt, isNotNull, isNull, lt, max, or, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

export type RepairProof = Schema["repairProofs"]["$inferSelect"];
type Contact = Schema["contacts"]["$inferSelect"];

/** What shows that a repair is somebody's: the postcode of its home, and who can be sent a code. */
export interface Provable {
  repairId: string;
  reference: string;
  postcode: string;
  /** Null where retention has emptied it. */
  contact: Contact | null;
}

/** The repair of a reference as far as somebody must show that it is theirs; undefined where there is none. */
export async function provable(query: Query, { repairs, homes, contacts }: Schema, reference: string): Promise<Provable | undefined> {
  const [found] = await query
    .select({ repairId: repairs.id, reference: repairs.reference, postcode: homes.postcode, contact: contacts })
    .from(repairs)
    .innerJoin(homes, eq(homes.uprn, repairs.uprn))
    .leftJoin(contacts, eq(contacts.repairId, repairs.id))
    .where(eq(repairs.reference, reference));
  return found;
}

/** Keeps that somebody says a repair is theirs. */
export async function addProof(tx: Query, { repairProofs }: Schema, proof: Omit<RepairProof, "tries">): Promise<void> {
  await tx.insert(repairProofs).values(proof);
}

/** What somebody on a device was asked to show; undefined where it is another device's, or none. */
export async function proofOn(
  query: Query,
  { repairProofs }: Schema,
  { id, device }: Pick<RepairProof, "id" | "device">,
): Promise<RepairProof | undefined> {
  const [proof] = await query
    .select()
    .from(repairProofs)
    .where(and(eq(repairProofs.id, id), eq(repairProofs.device, device)));
  return proof;
}

/** Counts a code before it is looked at; undefined where no more may be given, or its time is over. */
export async function countCode(
  tx: Query,
  { repairProofs }: Schema,
  { id, device, most, now }: Pick<RepairProof, "id" | "device"> & { most: number; now: Date },
): Promise<RepairProof | undefined> {
  const { tries, codeUntil } = repairProofs;
  const isOpen = and(eq(repairProofs.id, id), eq(repairProofs.device, device), lt(tries, most), gt(codeUntil, now));
  const [proof] = await tx
    .update(repairProofs)
    .set({ tries: sql`${tries} + 1` })
    .where(isOpen)
    .returning();
  return proof;
}

/** Lets a device that has shown it see a repair until an instant. */
export async function proveUntil(
  tx: Query,
  { repairProofs }: Schema,
  { id, provenUntil }: Pick<RepairProof, "id"> & { provenUntil: Date },
): Promise<void> {
  await tx.update(repairProofs).set({ provenUntil }).where(eq(repairProofs.id, id));
}

/** Until when each proof of a device for a repair was good, past ones too. */
export async function proofsOf(
  query: Query,
  { repairProofs }: Schema,
  { device, repairId }: { device: string; repairId: string },
): Promise<Date[]> {
  const { provenUntil } = repairProofs;
  const rows = await query
    .select({ provenUntil })
    .from(repairProofs)
    .where(and(eq(repairProofs.device, device), eq(repairProofs.repairId, repairId), isNotNull(provenUntil)));
  return rows.flatMap((row) => row.provenUntil ?? []);
}

/** Ends every proof for a repair: of a device, or of all where none is named. What has ended already stays as it is. */
export async function endProofs(
  tx: Query,
  { repairProofs }: Schema,
  { device, repairId, now }: { device?: string; repairId: string; now: Date },
): Promise<void> {
  const isTheirs = and(eq(repairProofs.repairId, repairId), device === undefined ? undefined : eq(repairProofs.device, device));
  const isOpen = or(gt(repairProofs.codeUntil, now), gt(repairProofs.provenUntil, now));
  await tx.update(repairProofs).set({ provenUntil: now, codeUntil: now }).where(and(isTheirs, isOpen));
}

/** The device that sent the report of a repair, while its draft is there. */
export async function senderOf(query: Query, { repairs, drafts }: Schema, repairId: string): Promise<string | undefined> {
  const [draft] = await query
    .select({ device: drafts.device })
    .from(drafts)
    .innerJoin(repairs, eq(repairs.submission, drafts.id))
    .where(eq(repairs.id, repairId));
  return draft?.device;
}

/** Removes what was over before an instant. */
export async function removeOldProofs(tx: Query, { repairProofs }: Schema, before: Date): Promise<void> {
  const { codeUntil, provenUntil } = repairProofs;
  await tx.delete(repairProofs).where(and(lt(codeUntil, before), or(isNull(provenUntil), lt(provenUntil, before))));
}

/** The number that the next message of a kind about a repair has. Whoever asks has locked what counts. */
export async function nextNumber(tx: Query, { messages }: Schema, { repairId, kind }: { repairId: string; kind: string }): Promise<number> {
  const [last] = await tx
    .select({ number: max(messages.number) })
    .from(messages)
    .where(and(eq(messages.repairId, repairId), eq(messages.kind, kind)));
  return (last?.number ?? 0) + 1;
}
