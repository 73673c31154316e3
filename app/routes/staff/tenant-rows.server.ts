import { staff } from "#app/languages/staff.ts";
import { readTold } from "#app/services/tell-more.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";

/** What the tenant has added since they reported it, for whoever comes: a row, or none. */
export async function tenantRows({ site }: Pick<RequestContext, "site">, repairId: string): Promise<{ name: string; value: string }[]> {
  const told = await readTold(site.db, repairId);
  return told.length > 0 ? [{ name: staff.tenants.added, value: told.join(" / ") }] : [];
}
