import { createHash } from "node:crypto";
import { CATALOGUE_HEADINGS, CellFault, type Decision, type ListedProblem, readProblem, settleCatalogue } from "#app/domain/catalogue.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addCatalogue, findPriorityCodes, findTrades } from "#db/queries/catalogue-import.ts";
import { type CsvRow, FileFault, readCsv } from "./read-csv.server.ts";

/** What a landlord has whose own priorities are not known yet, before the first start. */
const USUAL_PRIORITIES = ["emergency", "urgent", "routine", "planned"];

export interface CatalogueImport {
  file: string;
  /** Where it comes from, for staff to read. */
  source: string;
  /** The language it is written in: en, cy. */
  language: string;
  now: Date;
}

export interface CatalogueImported {
  /** The version in force. */
  version: number;
  /** False where its rows are those of the version that was in force. */
  isNew: boolean;
  problems: number;
  /** What a person must still decide, in the file's order. */
  decisions: Decision[];
}

/**
 * Makes a CSV file the newest version of the catalogue, in one transaction; repairs keep the version they were reported with, and
 * the same rows again change nothing. Throws a FileFault, with nothing changed, that names the line and the column at fault.
 */
export async function importCatalogue(db: Db, { file, source, language, now }: CatalogueImport): Promise<CatalogueImported> {
  const rows = await readRows(file);
  const trades = await findTrades(db.read, db.schema);
  const own = await findPriorityCodes(db.read, db.schema);
  const { problems, decisions } = settleCatalogue(rows, { trades, priorities: own.length > 0 ? own : USUAL_PRIORITIES });
  const fingerprint = createHash("sha256").update(JSON.stringify(problems)).digest("hex");
  const leaves = problems.map((problem) => ({ id: newId(now), ...problem }));
  const catalogue = { id: newId(now), language, source, fingerprint, addedAt: now };
  for (;;) {
    const added = await db.write((tx) => addCatalogue(tx, db.schema, { catalogue, leaves }));
    if (added) return { ...added, problems: problems.length, decisions };
  }
}

async function readRows(file: string): Promise<(ListedProblem & { line: number })[]> {
  const csv = await readCsv({ file }, CATALOGUE_HEADINGS);
  const rows: (ListedProblem & { line: number })[] = [];
  for await (const row of csv.rows) rows.push({ line: row.line, ...readRow(row) });
  if (rows.length === 0) throw new FileFault("the file has a heading and no rows. Nothing was changed");
  return rows;
}

function readRow({ line, cells, isUneven }: CsvRow): ListedProblem {
  if (isUneven) throw new FileFault(`line ${line}: it has not as many columns as the heading`);
  try {
    return readProblem(cells);
  } catch (fault) {
    if (fault instanceof CellFault) throw new FileFault(`line ${line}, ${fault.message}`);
    throw fault;
  }
}
