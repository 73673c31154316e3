import { and, desc, eq, inArray } from "drizzle-orm";
import type { TenantKind } from "#app/domain/message.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import type { Message } from "./messages.ts";

/** The messages of some kinds that a repair has, the newest first. */
export async function messagesOfRepair(
  query: Query,
  { messages }: Schema,
  { repairId, kinds }: { repairId: string; kinds: readonly TenantKind[] },
): Promise<Message[]> {
  return await query
    .select()
    .from(messages)
    .where(and(eq(messages.repairId, repairId), inArray(messages.kind, [...kinds])))
    .orderBy(desc(messages.id));
}
