import { type Form, readForm } from "./forms.server.ts";
import { BrokenForm, type FormPart, isMultipart, readParts } from "./multipart.server.ts";

/** A file as it arrives: its name as the browser says it, and its content, which must be read to the end. */
export interface SentFile {
  name: string;
  pieces: AsyncIterable<Uint8Array>;
}

const MOST_TEXT_BYTES = 10_000;

/**
 * Reads a posted form and hands over each file of one field as it arrives, one after another; other fields come back as typed.
 * A form without files is read too. Throws a 422 Response where the body is not a whole form: the files that arrived whole are done with.
 */
export async function readUpload(request: Request, field: string, take: (file: SentFile) => Promise<void>): Promise<Form> {
  if (!isMultipart(request)) return readForm(request);
  const form: Form = {};
  const read = async (part: FormPart) => {
    if (part.filename === undefined) form[part.name] = await textOf(part);
    else if (part.filename === "" || part.name !== field) await passOver(part);
    else await take({ name: part.filename, pieces: part.content });
  };
  try {
    for await (const part of readParts(request)) await read(part);
  } catch (error) {
    throw error instanceof BrokenForm ? new Response(null, { status: 422 }) : error;
  }
  return form;
}

async function textOf({ content }: FormPart): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.length;
    if (bytes > MOST_TEXT_BYTES) throw new BrokenForm("More text than any answer has");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8").replaceAll("\0", "").toWellFormed();
}

async function passOver({ content }: FormPart) {
  for await (const _ of content);
}
