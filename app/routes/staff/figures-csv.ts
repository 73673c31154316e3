import type { LoaderFunctionArgs } from "@remix-run/node";
import { MAY } from "#app/domain/staff.ts";
import { csvOf } from "#app/services/write-csv.server.ts";
import { csvAnswer } from "#app/web/csv.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { figureLines, figuresOf } from "./figures.server.ts";
import { openList } from "./restricted.server.ts";

export const handle = { roles: MAY.figures };

/** The figures that their page shows, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  await openList(args, { what: "export", file: "figures" });
  const shown = await figuresOf(args);
  const { unit, periods } = shown.asked;
  return csvAnswer(`figures-by-${unit}-from-${periods[0]?.first}`, [csvOf(figureLines(shown))]);
}
