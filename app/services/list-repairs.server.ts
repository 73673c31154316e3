import { instantAt, localDate } from "#app/domain/local-date.ts";
import { type RepairQuery, readRepairSearch } from "#app/domain/repair-query.ts";
import type { Role } from "#app/domain/staff.ts";
import type { Db } from "#db/client.ts";
import { countRepairs, findRepairs, type RepairFilter, type RepairLine } from "#db/queries/repair-list.ts";

export const REPAIRS_A_PAGE = 25;

/** A page of a list of repairs. */
export interface RepairPage {
  lines: RepairLine[];
  /** How many there are on all pages. */
  total: number;
  /** From 1; the last one where a later one was asked for. */
  page: number;
  pages: number;
}

/** What a query of an address asks the database for. */
export function filterOf(query: RepairQuery, now: Date, role?: Role): RepairFilter {
  const { q, status, trade, priority, patch, waiting, since } = query;
  return {
    ...{ trade, priority, patch, waiting, now, role },
    search: readRepairSearch(q),
    status: status === "any" ? undefined : status,
    isOverdue: query.overdue !== "",
    needsMoving: query.moving !== "",
    since: since === "" ? undefined : instantAt(since, "00:00"),
    today: localDate(now),
  };
}

/** The repairs of a query that a role may see, a page of them. Two statements, however many there are. */
export async function listRepairs(
  db: Db,
  { query, page: asked, now, role }: { query: RepairQuery; page: number; now: Date; role?: Role },
): Promise<RepairPage> {
  const filter = filterOf(query, now, role);
  const total = await countRepairs(db.read, db.schema, filter);
  const pages = Math.max(1, Math.ceil(total / REPAIRS_A_PAGE));
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1;
  const part = { filter, sort: query.sort, limit: REPAIRS_A_PAGE, offset: (page - 1) * REPAIRS_A_PAGE };
  return { lines: total > 0 ? await findRepairs(db.read, db.schema, part) : [], total, page, pages };
}
