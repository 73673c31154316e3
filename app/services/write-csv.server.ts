import { stringify } from "csv-stringify/sync";

/** Rows as CSV, each ended by a line break. A cell that a spreadsheet would run as a formula is written as text. */
export const csvOf = (rows: string[][]): string => stringify(rows, { escape_formulas: true });
