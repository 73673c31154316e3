import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import createParser, { type Busboy } from "busboy";
import { type Form, gather, readForm } from "./forms.server.ts";

/** A file as it arrives: its name as the browser says it, and its content, which must be read to the end. */
export interface SentFile {
  name: string;
  pieces: AsyncIterable<Uint8Array>;
}

type Take = (file: SentFile) => Promise<void>;

/** What was sent stops in the middle, or is more than any form of ours. */
class BrokenForm extends Error {}

const LIMITS = { fieldSize: 10_000, fields: 100, files: 100, parts: 100 };

/**
 * Reads a posted form and hands over each file of one field as it arrives, one after another; other fields come back as typed.
 * A form without files is read too. Throws a 422 Response where the body is not a whole form: the files that arrived whole are done with.
 */
export async function readUpload(request: Request, field: string, take: Take): Promise<Form> {
  if (!sendsFiles(request)) return readForm(request);
  try {
    return await readParts(request, field, take);
  } catch (error) {
    throw error instanceof BrokenForm ? new Response(null, { status: 422 }) : error;
  }
}

/** Whether a form is of the kind that can send files. */
export const sendsFiles = (request: Request) => /^multipart\/form-data\b/i.test(request.headers.get("content-type") ?? "");

async function readParts(request: Request, field: string, take: Take): Promise<Form> {
  const parser = parserOf(request);
  const stop = new AbortController();
  const typed: [string, string][] = [];
  let done = Promise.resolve();
  const fail = (error: unknown) => {
    done = done.then(() => Promise.reject(error));
    done.catch(() => stop.abort());
  };
  parser.on("field", (name, value, { valueTruncated }) => {
    if (valueTruncated) fail(new BrokenForm("More text than any answer has"));
    typed.push([name, value]);
  });
  parser.on("file", (name, file, { filename }) => {
    // Said where its pieces are read, which may be later.
    file.on("error", () => {});
    const read = () =>
      filename && name === field ? take({ name: asWritten(filename), pieces: piecesOf(file) }) : passOver(piecesOf(file));
    done = done.then(read);
    done.catch(() => stop.abort());
  });
  for (const limit of ["fieldsLimit", "filesLimit", "partsLimit"] as const) parser.on(limit, () => fail(new BrokenForm("Too many parts")));
  await pipeline(bodyOf(request), parser, { signal: stop.signal }).catch((cause) => fail(new BrokenForm("Not a whole form", { cause })));
  await done;
  return gather(typed);
}

function parserOf(request: Request): Busboy {
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  try {
    return createParser({ headers, limits: LIMITS, defParamCharset: "utf8" });
  } catch (cause) {
    throw new BrokenForm("No boundary that can be read", { cause });
  }
}

const bodyOf = ({ body }: Request) => (body ? Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([]));

async function* piecesOf(file: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* file;
  } catch (cause) {
    throw new BrokenForm("A file that stops in the middle", { cause });
  }
}

/** Browsers write a quote in a name as %22 (the HTML standard, "multipart/form-data encoding algorithm"). */
const asWritten = (name: string) => name.replaceAll("%22", '"').replace(/%0[AD]/gi, " ");

async function passOver(pieces: AsyncIterable<Uint8Array>) {
  for await (const _ of pieces);
}
