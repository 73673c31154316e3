import { setTimeout as pause } from "node:timers/promises";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { type Csv, type CsvRow, FileFault, type Headings, readCsv } from "./read-csv.server.ts";
import { REJECT_HEADINGS, type Reject, writeRejects } from "./write-rejects.server.ts";

/** What a process that only imports opens its database with: it reads each row once, and more room would be taken for nothing. */
export const IMPORT_LIMITS = { cacheMegabytes: 4 };

/** Small enough that a write holds SQLite's lock for some milliseconds. */
const ROWS_A_WRITE = 500;
const MOST_BAD = 0.02;

/** How far an import is: `done` of `total` bytes while it reads. */
export interface ImportProgress {
  stage: "reading" | "applying" | "tidying";
  done: number;
  total: number;
}

/** What is asked of an import, whatever its file lists. */
export interface ImportAsked {
  file: string;
  /** The file lists all there is: what it does not list has ended. */
  full?: boolean;
  now: Date;
  report?: (progress: ImportProgress) => void;
}

interface ImportEnded {
  rows: number;
  rejected: number;
  /** Where the bad rows are, if there are any. */
  rejectFile: string | undefined;
}

/** An import whose good rows are staged. */
export interface StagedImport {
  importId: string;
  /** The headings of its file: an optional part that has none stays as it is. */
  has: ReadonlySet<string>;
  /** How many rows are staged. */
  good: number;
  /** What bad rows are about: it is in the file, so it has not ended. */
  listedAnyway: ReadonlySet<string>;
}

/** What differs from one kind of file to another. */
export interface RowKind<Listed, Applied> {
  headings: Headings;
  read: (cells: CsvRow["cells"]) => { listed: Listed } | { reason: string };
  /** What a row is about, bad or not. */
  keyOf: (cells: CsvRow["cells"]) => string;
  /** Stages rows. Gives the reasons why some of them cannot be, by their lines. */
  stage: (tx: Query, staging: { importId: string; rows: { line: number; listed: Listed }[] }) => Promise<ReadonlyMap<number, string>>;
  /** Brings what is staged into force, in one transaction. */
  apply: (work: StagedImport) => Promise<Applied>;
  /** The imports that have staged rows, apart from one: they crashed, or run at this moment. */
  findOthers: (importId: string) => Promise<string[]>;
  /** Each deletes some thousand rows that an import has left, staged or written and never in force; false when none are left. */
  deleteStaged: (tx: Query, importId: string) => Promise<boolean>;
  deleteNotYet: (tx: Query) => Promise<boolean>;
}

/**
 * Brings the rows of a CSV file in, any number. They are staged in short writes, so that booking goes on meanwhile, and applied in one
 * transaction. Bad rows go to `FILE.rejects.csv` and the rest is applied. Throws a FileFault, with nothing changed, for a wrong heading, a
 * file cut short, or more than 2% bad rows.
 */
export async function importRows<Listed, Applied>(
  db: Db,
  { file, now, report = () => {} }: ImportAsked,
  kind: RowKind<Listed, Applied>,
): Promise<ImportEnded & Applied> {
  const csv = await readCsv({ file }, { ...kind.headings, ignored: REJECT_HEADINGS });
  const rejects = await writeRejects(`${file}.rejects.csv`, csv.titles);
  const importId = newId(now);
  await tidy(db, kind, await kind.findOthers(importId));
  try {
    const staged = await stage(db, kind, { importId, csv, report, reject: rejects.add });
    await rejects.close();
    refuse(staged, rejects);
    report({ stage: "applying", ...csv.progress() });
    const applied = await kind.apply({ ...staged, importId, has: new Set(csv.headings) });
    report({ stage: "tidying", ...csv.progress() });
    return { rows: staged.rows, ...applied, rejected: rejects.count(), rejectFile: rejects.count() > 0 ? rejects.file : undefined };
  } finally {
    await rejects.close();
    await tidy(db, kind, [importId]);
  }
}

interface Staging {
  importId: string;
  csv: Csv;
  report: (progress: ImportProgress) => void;
  reject: (rejects: Reject[]) => Promise<void>;
}

async function stage<Listed, Applied>(db: Db, kind: RowKind<Listed, Applied>, { importId, csv, report, reject }: Staging) {
  const staged = { rows: 0, good: 0, listedAnyway: new Set<string>() };
  let batch: CsvRow[] = [];
  const write = async () => {
    const bad = await stageBatch(db, kind, { importId, batch });
    await reject(bad.map(({ row, reason }) => ({ ...row, reason })));
    for (const { row } of bad) staged.listedAnyway.add(kind.keyOf(row.cells));
    staged.rows += batch.length;
    staged.good += batch.length - bad.length;
    batch = [];
    report({ stage: "reading", ...csv.progress() });
  };
  for await (const row of csv.rows) {
    batch.push(row);
    if (batch.length === ROWS_A_WRITE) await write();
  }
  await write();
  return staged;
}

/** Stages the good rows of a batch and gives the bad ones, in the file's order. */
async function stageBatch<Listed, Applied>(
  db: Db,
  kind: RowKind<Listed, Applied>,
  { importId, batch }: { importId: string; batch: CsvRow[] },
): Promise<{ row: CsvRow; reason: string }[]> {
  const good: { line: number; listed: Listed }[] = [];
  const bad: { row: CsvRow; reason: string }[] = [];
  for (const row of batch) {
    const read = row.isUneven ? { reason: "it has not as many columns as the heading" } : kind.read(row.cells);
    if ("listed" in read) good.push({ line: row.line, listed: read.listed });
    else bad.push({ row, reason: read.reason });
  }
  const refused = await inTurn(db, (tx) => kind.stage(tx, { importId, rows: good }));
  for (const row of batch) bad.push(...[refused.get(row.line) ?? []].flat().map((reason) => ({ row, reason })));
  return bad.sort((a, b) => a.row.line - b.row.line);
}

function refuse({ rows, good }: { rows: number; good: number }, rejects: { file: string }) {
  if (rows === 0) throw new FileFault("the file has a heading and no rows. Nothing was changed");
  const bad = rows - good;
  if (bad > rows * MOST_BAD) {
    throw new FileFault(
      `${bad} of ${rows} rows are bad, more than ${MOST_BAD * 100}%. Nothing was changed. The bad rows are in ${rejects.file}`,
    );
  }
}

/** What the transaction that would apply an import throws when the rows are not those it staged. */
export const overtaken = () => new FileFault("another import was started meanwhile. Nothing was changed by this one");

/** Removes what imports that were not applied have left, in short writes. */
async function tidy<Listed, Applied>(db: Db, kind: RowKind<Listed, Applied>, imports: string[]) {
  for (const each of imports) while (await inTurn(db, (tx) => kind.deleteStaged(tx, each)));
  while (await inTurn(db, (tx) => kind.deleteNotYet(tx)));
}

/** Settles staged rows in short writes, some after another, each from the key that the one before ended with. Gives how many were added. */
export async function settleAll(db: Db, some: (tx: Query, after: string) => Promise<{ added: number; next: string | undefined }>) {
  let added = 0;
  for (let after: string | undefined = ""; after !== undefined; ) {
    const from: string = after;
    const settled = await inTurn(db, (tx) => some(tx, from));
    added += settled.added;
    after = settled.next;
  }
  return added;
}

/** A short write, after which other processes get SQLite's lock for as long as this one had it. */
export async function inTurn<T>(db: Db, change: (tx: Query) => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await db.write(change);
  if (db.engine === "sqlite") await pause(performance.now() - began);
  return result;
}
