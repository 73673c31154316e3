import { setTimeout as pause } from "node:timers/promises";
import { HOME_HEADINGS, type ListedHome, parseUprn, readHome } from "#app/domain/home.ts";
import { type LocalDate, localDate } from "#app/domain/local-date.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import {
  beginNew,
  changeHomes,
  deleteNotYet,
  type EndedWithRepairs,
  endHomes,
  findChangedParts,
  findMissing,
  type Import,
  settleSome,
} from "#db/queries/homes-apply.ts";
import {
  addPlaces,
  countStaged,
  deleteStaged,
  findChangedBlocks,
  findNewPatches,
  findOtherImports,
  moveBlocks,
  stageHomes,
} from "#db/queries/homes-import.ts";
import { type Csv, type CsvRow, FileFault, readCsv } from "./read-csv.server.ts";
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

export interface HomesImport {
  file: string;
  /** The file lists every home: those it does not list have ended. */
  full?: boolean;
  now: Date;
  report?: (progress: ImportProgress) => void;
}

export interface HomesImported {
  rows: number;
  added: number;
  /** Homes that are not as they were, or are listed again after they had ended. */
  changed: number;
  ended: number;
  endedWithRepairs: EndedWithRepairs[];
  rejected: number;
  /** Where the bad rows are, if there are any. */
  rejectFile: string | undefined;
}

interface Staged {
  rows: number;
  good: number;
  /** UPRNs of bad rows: these homes are in the file, so they have not ended. */
  listedAnyway: Set<string>;
}

/**
 * Brings a landlord's homes in from a CSV file, any number of rows. Rows are staged in short writes, so that booking goes on
 * meanwhile, and applied in one transaction; the same file again changes nothing. Bad rows go to `FILE.rejects.csv` and the rest
 * is applied. Throws a FileFault, with nothing changed, for a wrong heading, a file cut short, or more than 2% bad rows.
 */
export async function importHomes(db: Db, { file, full = false, now, report = () => {} }: HomesImport): Promise<HomesImported> {
  const csv = await readCsv({ file }, { ...HOME_HEADINGS, ignored: REJECT_HEADINGS });
  const rejects = await writeRejects(`${file}.rejects.csv`, csv.titles);
  const importId = newId(now);
  await tidy(db, importId, "others");
  try {
    const staged = await stage(db, { importId, csv, report, reject: rejects.add });
    await rejects.close();
    refuse(staged, rejects);
    report({ stage: "applying", ...csv.progress() });
    const work = { importId, has: new Set(csv.headings) };
    const applied = await apply(db, { work, staged, ending: full ? localDate(now) : undefined, nextId: () => newId(now) });
    report({ stage: "tidying", ...csv.progress() });
    return { rows: staged.rows, ...applied, rejected: rejects.count(), rejectFile: rejects.count() > 0 ? rejects.file : undefined };
  } finally {
    await rejects.close();
    await tidy(db, importId, "own");
  }
}

interface Staging {
  importId: string;
  csv: Csv;
  report: (progress: ImportProgress) => void;
  reject: (rejects: Reject[]) => Promise<void>;
}

async function stage(db: Db, { importId, csv, report, reject }: Staging): Promise<Staged> {
  const staged: Staged = { rows: 0, good: 0, listedAnyway: new Set() };
  let batch: CsvRow[] = [];
  const write = async () => {
    const bad = await stageBatch(db, importId, batch);
    await reject(bad.map(({ row, reason }) => ({ ...row, reason })));
    for (const { row } of bad) staged.listedAnyway.add(parseUprn(row.cells.uprn ?? "") ?? "");
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

interface BadRow {
  row: CsvRow;
  reason: string;
}

/** Stages the good rows of a batch and gives the bad ones, in the file's order. */
async function stageBatch(db: Db, importId: string, batch: CsvRow[]): Promise<BadRow[]> {
  const good: { line: number; home: ListedHome }[] = [];
  const bad: BadRow[] = [];
  for (const row of batch) {
    const read = row.isUneven ? { reason: "it has not as many columns as the heading" } : readHome(row.cells);
    if ("home" in read) good.push({ line: row.line, home: read.home });
    else bad.push({ row, reason: read.reason });
  }
  const repeated = await inTurn(db, (tx) => stageHomes(tx, db, { importId, rows: good }));
  for (const row of batch) if (repeated.has(row.line)) bad.push({ row, reason: "another row above has the same uprn" });
  return bad.sort((a, b) => a.row.line - b.row.line);
}

function refuse({ rows, good }: Staged, rejects: { file: string }) {
  if (rows === 0) throw new FileFault("the file has a heading and no rows. Nothing was changed");
  const bad = rows - good;
  if (bad > rows * MOST_BAD) {
    throw new FileFault(
      `${bad} of ${rows} rows are bad, more than ${MOST_BAD * 100}%. Nothing was changed. The bad rows are in ${rejects.file}`,
    );
  }
}

interface Applying {
  work: Import;
  staged: Staged;
  ending: LocalDate | undefined;
  nextId: () => string;
}

/** Writes what can be written without anybody noticing, then brings it all into force in one transaction. */
async function apply(db: Db, { work, staged, ending, nextId }: Applying) {
  const { schema } = db;
  const { importId } = work;
  const blocks = await findChangedBlocks(db.read, schema, importId);
  const patches = await findNewPatches(db.read, schema, importId);
  const missing = ending ? await findMissing(db.read, schema, importId) : [];
  const ended = { uprns: missing.filter((uprn) => !staged.listedAnyway.has(uprn)), on: ending ?? "" };
  const counted = await countStaged(db.read, schema, importId);
  await inTurn(db, (tx) => addPlaces(tx, schema, { patches, blocks, nextId }));
  const added = await settle(db, work);
  const changed = await countStaged(db.read, schema, importId);
  const parts = await findChangedParts(db.read, schema, work);
  return db.write(async (tx) => {
    const isWhole =
      counted === staged.good && (await changeHomes(tx, schema, { ...work, parts })) === changed && (await beginNew(tx, schema)) === added;
    if (!isWhole) throw new FileFault("another import was started meanwhile. Nothing was changed by this one");
    await moveBlocks(tx, schema, blocks);
    const endedWithRepairs = await endHomes(tx, db, ended);
    return { added, changed, ended: ended.uprns.length, endedWithRepairs };
  });
}

async function settle(db: Db, work: Import): Promise<number> {
  let added = 0;
  for (let after: string | undefined = ""; after !== undefined; ) {
    const from: string = after;
    const some = await inTurn(db, (tx) => settleSome(tx, db.schema, { ...work, after: from }));
    added += some.added;
    after = some.next;
  }
  return added;
}

/** Removes what imports that were not applied have left, in short writes: this one's rows, or those of all others. */
async function tidy(db: Db, importId: string, whose: "own" | "others") {
  const imports = whose === "own" ? [importId] : await findOtherImports(db.read, db.schema, importId);
  for (const each of imports) while (await inTurn(db, (tx) => deleteStaged(tx, db.schema, each)));
  while (await inTurn(db, (tx) => deleteNotYet(tx, db.schema)));
}

/** A short write, after which other processes get SQLite's lock for as long as this one had it. */
async function inTurn<T>(db: Db, change: (tx: Query) => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await db.write(change);
  if (db.engine === "sqlite") await pause(performance.now() - began);
  return result;
}
