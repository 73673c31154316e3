import type { LoaderFunctionArgs } from "@remix-run/node";
import { MAY } from "#app/domain/staff.ts";
import { csvLine } from "#app/services/write-csv.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { figureLines, figuresOf } from "./figures.server.ts";

export const handle = { roles: MAY.figures };

/** The figures that their page shows, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  const shown = await figuresOf(args);
  const name = `figures-by-${shown.asked.unit}-from-${shown.asked.periods[0]?.first}.csv`;
  return new Response(figureLines(shown).map(csvLine).join(""), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
