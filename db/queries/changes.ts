import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

type Change = Schema["changes"]["$inferSelect"];

/** Writes down what staff changed in one go: in the transaction that changes it. */
export async function addChange(tx: Query, { changes }: Schema, values: Omit<Change, "undoneAt">): Promise<void> {
  await tx.insert(changes).values(values);
}
