import type { RepairQuery } from "#app/domain/repair-query.ts";
import type { Role } from "#app/domain/staff.ts";
import type { Db } from "#db/client.ts";
import { type RepairLine, repairsBefore } from "#db/queries/repair-list.ts";
import { filterOf } from "./list-repairs.server.ts";

const AT_A_TIME = 500;

/** All repairs of a query, the newest first, some at a time: the next are read when these have been taken. What is reported meanwhile is left out. */
export async function* exportRepairs(db: Db, query: RepairQuery, { now, role }: { now: Date; role?: Role }): AsyncGenerator<RepairLine[]> {
  const filter = filterOf(query, now, role);
  let before: string | undefined;
  for (;;) {
    const lines = await repairsBefore(db.read, db.schema, { filter, before, limit: AT_A_TIME });
    if (lines.length > 0) yield lines;
    if (lines.length < AT_A_TIME) return;
    before = lines.at(-1)?.repair.id;
  }
}
