import { eq, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

/** Takes one code off what would help at the visits of a repair, which is locked by the caller. */
export async function removeNeed(tx: Query, { visitNeeds }: Schema, { repairId, need }: { repairId: string; need: string }): Promise<void> {
  const isOfRepair = eq(visitNeeds.repairId, repairId);
  const [said] = await tx.select({ needs: visitNeeds.needs }).from(visitNeeds).where(isOfRepair);
  if (!said) return;
  const needs = said.needs.filter((code) => code !== need);
  await tx
    .update(visitNeeds)
    .set({ needs, version: sql`${visitNeeds.version} + 1` })
    .where(isOfRepair);
}
