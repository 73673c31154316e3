import type { LoaderFunctionArgs } from "@remix-run/node";
import { MAY } from "#app/domain/staff.ts";
import { csvOf } from "#app/services/write-csv.server.ts";
import { csvAnswer } from "#app/web/csv.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { callLines, callsOf } from "./day.server.ts";

export const handle = { roles: MAY.figures };

/** The calls of everybody that their page shows, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  const calls = await callsOf(args);
  return csvAnswer(`calls-by-${calls.unit}-until-${calls.to}`, [csvOf(callLines(calls))]);
}
