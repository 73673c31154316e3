import { eq, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

/** Locks a repair until the transaction ends and leaves its version: what is done beside it makes no form older. False where there is none. */
export async function lockBeside(tx: Query, { repairs }: Schema, id: string): Promise<boolean> {
  const locked = await tx
    .update(repairs)
    .set({ version: sql`${repairs.version}` })
    .where(eq(repairs.id, id))
    .returning({ id: repairs.id });
  return locked.length > 0;
}
