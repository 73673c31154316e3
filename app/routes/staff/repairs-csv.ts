import type { LoaderFunctionArgs } from "@remix-run/node";
import { localDate } from "#app/domain/local-date.ts";
import type { RepairQuery } from "#app/domain/repair-query.ts";
import type { Rules } from "#app/domain/rules.ts";
import { MAY } from "#app/domain/staff.ts";
import { staff } from "#app/languages/staff.ts";
import { exportRepairs } from "#app/services/export-repairs.server.ts";
import { csvOf } from "#app/services/write-csv.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { csvAnswer } from "#app/web/csv.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { cellsOf, queryOf } from "./repairs.server.ts";
import { openList } from "./restricted.server.ts";

export const handle = { roles: MAY.repairs };

async function* textOf({ site, now, staff: who }: RequestContext, query: RepairQuery, rules: Rules): AsyncGenerator<string> {
  yield csvOf([Object.values(staff.repairs.csv)]);
  for await (const lines of exportRepairs(site.db, query, { now, ...(who && { role: who.role }) }))
    yield csvOf(lines.map((line) => cellsOf(line, rules, now)));
}

/** The repairs of a query as a file, written as it is read. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  await requireStaff(args, handle.roles);
  await openList(args, { what: "export", file: "repairs" });
  const { query, rules } = await queryOf(request, context);
  return csvAnswer(`repairs-${localDate(context.now)}`, textOf(context, query, rules));
}
