/** Spreadsheets read UTF-8 only where a file says so. */
const UTF8_MARK = "\uFEFF";

/** An answer that is saved as a CSV file under a name of ours (letters, digits and dashes): whole, or as its pieces are ready. */
export function csvAnswer(name: string, pieces: Iterable<string> | AsyncIterable<string>): Response {
  const body = ReadableStream.from(marked(pieces)).pipeThrough(new TextEncoderStream());
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}

async function* marked(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  yield UTF8_MARK;
  yield* pieces;
}
