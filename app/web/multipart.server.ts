/** One part of a form as it arrives. Its content must be read to the end before the next part can come. */
export interface FormPart {
  name: string;
  /** As the browser says it: only to be shown. Undefined for a field without a file; "" where no file was chosen. */
  filename: string | undefined;
  content: AsyncIterable<Uint8Array>;
}

/** What was sent is no form of several parts, or stops in the middle of one. */
export class BrokenForm extends Error {}

const MOST_HEADER_BYTES = 8 * 1024;
const MOST_PARTS = 100;
const LINE_END = "\r\n";

/** Whether a request sends files, piece by piece (RFC 7578). */
export const isMultipart = (request: Request) => boundaryOf(request) !== undefined;

function boundaryOf(request: Request): string | undefined {
  const found = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(request.headers.get("content-type") ?? "");
  return found?.[1] ?? found?.[2];
}

/**
 * Reads a form with files as it arrives: never more in memory than the piece that came last, however large the files and however slow the line.
 * Throws BrokenForm where it is not whole.
 */
export async function* readParts(request: Request): AsyncGenerator<FormPart> {
  const boundary = boundaryOf(request);
  if (!boundary || !request.body) throw new BrokenForm("Not a form with files");
  const mark = Buffer.from(`${LINE_END}--${boundary}`);
  const body = new Body(request.body);
  if ((await body.textUpTo(mark)) !== "") throw new BrokenForm("Something stands before the first part");
  for (let parts = 0; !(await body.isAtEnd()); parts++) {
    if (parts >= MOST_PARTS) throw new BrokenForm("Too many parts");
    yield { ...headersOf(await body.textUpTo(Buffer.from(LINE_END + LINE_END))), content: body.upTo(mark) };
  }
}

/** Browsers write a quote in a name as %22 (the HTML standard, "multipart/form-data encoding algorithm"): a name ends at the first quote. */
function headersOf(header: string): Pick<FormPart, "name" | "filename"> {
  const [, disposition = ""] = /^content-disposition:(.*)$/im.exec(header) ?? [];
  const name = /;\s*name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw new BrokenForm("A part without a name");
  const filename = /;\s*filename="([^"]*)"/i.exec(disposition)?.[1];
  return { name, filename: filename?.replaceAll("%22", '"').replace(/%0[AD]/gi, " ") };
}

/** The bytes of a body, taken up to one mark after another. */
class Body {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  // The first mark has no line before it.
  private rest: Buffer = Buffer.from(LINE_END);

  constructor(stream: ReadableStream<Uint8Array>) {
    this.reader = stream.getReader();
  }

  /** What stands before a mark, as it comes; afterwards the body goes on behind the mark. */
  async *upTo(mark: Buffer): AsyncGenerator<Buffer, void> {
    for (;;) {
      const at = this.rest.indexOf(mark);
      // A mark may have begun at the end of what is here.
      const sure = at >= 0 ? at : Math.max(0, this.rest.length - mark.length + 1);
      const piece = this.rest.subarray(0, sure);
      this.rest = this.rest.subarray(at >= 0 ? at + mark.length : sure);
      if (piece.length > 0) yield piece;
      if (at >= 0) return;
      await this.more();
    }
  }

  async textUpTo(mark: Buffer): Promise<string> {
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of this.upTo(mark)) {
      bytes += piece.length;
      if (bytes > MOST_HEADER_BYTES) throw new BrokenForm("A header without end");
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString("utf8");
  }

  /** After a mark comes the end, or another part. */
  async isAtEnd(): Promise<boolean> {
    while (this.rest.length < 2) await this.more();
    const next = this.rest.subarray(0, 2).toString("latin1");
    this.rest = this.rest.subarray(2);
    if (next !== "--" && next !== LINE_END) throw new BrokenForm("Neither another part nor the end");
    return next === "--";
  }

  private async more() {
    const { done, value } = await this.reader.read();
    if (done) throw new BrokenForm("The form stops in the middle");
    this.rest = Buffer.concat([this.rest, value]);
  }
}
