import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline, Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";

/** What is wrong with a file as a whole, in one line for the person who sent it. */
export class FileFault extends Error {}

export interface CsvRow {
  /** The line of the file on which the row starts: 1 is the heading. */
  line: number;
  /** The row as the file has it. */
  record: string[];
  /** Its cells by heading. */
  cells: Record<string, string>;
  /** It has not as many columns as the heading. */
  isUneven: boolean;
}

export interface Csv {
  /** The headings as the file writes them. */
  titles: string[];
  /** The headings by the name they are known by here. */
  headings: string[];
  rows: AsyncIterable<CsvRow>;
  /** How much has been read, and how much there is, in bytes. */
  progress(): { done: number; total: number };
}

/** The headings a file must have, may have, and may have to no effect. Case, spaces and signs in them do not matter. */
export interface Headings {
  required: readonly string[];
  optional: readonly string[];
  ignored?: readonly string[];
}

/** A record larger than this is a quotation mark that was never closed. */
const MOST_BYTES_A_ROW = 200_000;

/** Few enough that the rows of a piece are gone again before the next: a file of any size takes little memory. */
const BYTES_AT_ONCE = 16_384;

const plain = (title: string) => title.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The known headings that the titles of a file stand for, in its order. */
function knownHeadings(titles: string[], { required, optional, ignored = [] }: Headings): string[] {
  const known = [...required, ...optional, ...ignored];
  const headings = titles.map((title) => {
    const heading = known.find((name) => plain(name) === plain(title).replace(/^address(?=line\d$)/, ""));
    if (!heading)
      throw new FileFault(`line 1: the heading "${title}" is not known. The headings are ${[...required, ...optional].join(", ")}`);
    return heading;
  });
  const missing = required.filter((name) => !headings.includes(name));
  if (missing.length > 0) throw new FileFault(`line 1: the heading ${missing.map((name) => `"${name}"`).join(", ")} is missing`);
  const twice = headings.find((heading, at) => headings.indexOf(heading) !== at);
  if (twice) throw new FileFault(`line 1: the heading "${twice}" is there twice`);
  return headings;
}

/** Passes bytes on as they are; throws at the first that is not UTF-8. */
async function* onlyUtf8(chunks: AsyncIterable<Buffer>, count: (bytes: number) => void) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const check = (chunk?: Buffer) => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new FileFault("the file is not UTF-8 text. Save it as “CSV UTF-8” and try again");
    }
  };
  for await (const chunk of chunks) {
    check(chunk);
    count(chunk.length);
    yield chunk;
  }
  check();
}

const CUT_SHORT = "the file may have been cut short. Nothing was changed";

/** A fault of the parser as a sentence; any other fault as it is. */
function asFault(error: unknown): unknown {
  const { code = "", lines } = error as Partial<CsvError> & { lines?: number };
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") {
    return new FileFault(`line ${lines}: a quotation mark is never closed: ${CUT_SHORT}`);
  }
  if (/^(CSV_|INVALID_OPENING_QUOTE)/.test(code)) return new FileFault(`line ${lines}: a quotation mark is in the wrong place`);
  return error;
}

async function* records(bytes: AsyncIterable<Buffer>): AsyncGenerator<{ line: number; record: string[] }> {
  const parser = parse({ bom: true, relax_column_count: true, max_record_size: MOST_BYTES_A_ROW });
  pipeline(Readable.from(bytes, { objectMode: false }), parser, () => {}); // an error reaches the loop below
  let line = 1;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      if (record.some((cell) => cell.trim() !== "")) yield { line, record };
      line += 1 + record.reduce((breaks, cell) => breaks + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);
    }
  } catch (error) {
    throw asFault(error);
  }
}

/** The rows under the heading. Each waits for the next one: the last must be whole. */
async function* rowsOf(all: AsyncGenerator<{ line: number; record: string[] }>, headings: string[]): AsyncGenerator<CsvRow> {
  let last: CsvRow | undefined;
  for await (const { line, record } of all) {
    if (last) yield last;
    const filled = record.findLastIndex((cell) => cell !== "") + 1;
    const isUneven = record.length < headings.length || filled > headings.length;
    last = { line, record, cells: Object.fromEntries(headings.map((heading, at) => [heading, record[at] ?? ""])), isUneven };
  }
  if (!last) return;
  if (last.record.length < headings.length) {
    throw new FileFault(`line ${last.line}: the last row has ${last.record.length} of ${headings.length} columns: ${CUT_SHORT}`);
  }
  yield last;
}

async function bytesOf(source: { file: string } | { text: string }): Promise<{ chunks: AsyncIterable<Buffer>; total: number }> {
  if ("text" in source) {
    const bytes = Buffer.from(source.text);
    return { chunks: Readable.from([bytes]), total: bytes.length };
  }
  const found = await stat(source.file).catch(() => undefined);
  if (!found?.isFile()) throw new FileFault(`${basename(source.file)} cannot be read: there is no such file`);
  return { chunks: createReadStream(source.file, { highWaterMark: BYTES_AT_ONCE }), total: found.size };
}

/**
 * Reads a CSV file (UTF-8, with or without a byte order mark, any line ends) row by row, never as a whole. Empty rows are left out.
 * Throws a FileFault for a heading that is wrong or missing, bytes that are not UTF-8, a quotation mark out of place, and, instead
 * of the last row, for a file that was cut short.
 */
export async function readCsv(source: { file: string } | { text: string }, expected: Headings): Promise<Csv> {
  const { chunks, total } = await bytesOf(source);
  let done = 0;
  const all = records(
    onlyUtf8(chunks, (bytes) => {
      done += bytes;
    }),
  );
  const first = await all.next();
  if (first.done) throw new FileFault("the file is empty");
  const titles = first.value.record.map((title) => title.trim());
  const headings = await endingOnFault(all, () => knownHeadings(titles, expected));
  return { titles, headings, rows: rowsOf(all, headings), progress: () => ({ done, total }) };
}

/** Closes the file when its heading is refused. */
async function endingOnFault<T>(all: AsyncGenerator<unknown>, check: () => T): Promise<T> {
  try {
    return check();
  } catch (fault) {
    await all.return(undefined);
    throw fault;
  }
}
