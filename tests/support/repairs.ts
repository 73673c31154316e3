import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Repair } from "#db/queries/repairs.ts";

/** What a person told us of a repair. */
export async function addContactOf(db: Db, repairId: string, contact: Partial<Db["schema"]["contacts"]["$inferInsert"]> = {}) {
  const told = { name: "Ann Tenant", phone: "+447700900982", confirmBy: "text", description: "It drips", ...contact };
  await db.write((tx) => tx.insert(db.schema.contacts).values({ repairId, ...told }));
}

/** A repair as it stands. */
export async function repairById(db: Db, id: string): Promise<Repair> {
  const { repairs } = db.schema;
  const [repair] = await db.read.select().from(repairs).where(eq(repairs.id, id));
  if (!repair) throw new Error(`There is no repair ${id}`);
  return repair;
}
