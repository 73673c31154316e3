import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";

/** Spreadsheets read UTF-8 only where a file says so. */
const UTF8_MARK = "\uFEFF";

/** An answer that is saved as a CSV file under a name of ours (letters, digits and dashes), its pieces sent as they are ready. */
export function csvAnswer(name: string, pieces: Iterable<string> | AsyncIterable<string>): Response {
  return new Response(createReadableStreamFromReadable(Readable.from(marked(pieces))), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}

async function* marked(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  yield Buffer.from(UTF8_MARK);
  for await (const piece of pieces) yield Buffer.from(piece);
}
