import { once } from "node:events";
import { createReadStream } from "node:fs";
import { connect, type Socket } from "node:net";

export type ScanAnswer = "clean" | "infected" | "unchecked";

const PATIENCE_MS = 30_000;
const PIECE_BYTES = 64 * 1024;

/**
 * Asks ClamAV about a file, over its Unix socket (its INSTREAM command: https://docs.clamav.net/manual/Usage/ClamdProtocol.html).
 * "unchecked" is every other answer, and none in time: what was not checked must not be taken. Without a socket everything is "clean".
 */
export async function scanForViruses(
  file: string,
  { socket, patienceMs = PATIENCE_MS }: { socket: string | undefined; patienceMs?: number },
): Promise<ScanAnswer> {
  if (!socket) return "clean";
  const clamd = connect({ path: socket });
  clamd.setTimeout(patienceMs, () => clamd.destroy(new Error("No answer in time")));
  const overall = setTimeout(() => clamd.destroy(new Error("No answer in time")), patienceMs);
  try {
    const answer = readAnswer(clamd);
    // The answer tells what went wrong; a connection that clamd closed on us is no second fault.
    await Promise.race([send(clamd, file).catch(() => answer), answer]);
    return judge(await answer);
  } catch {
    return "unchecked";
  } finally {
    clearTimeout(overall);
    clamd.destroy();
  }
}

function judge(answer: string): ScanAnswer {
  if (answer === "stream: OK") return "clean";
  return answer.endsWith(" FOUND") ? "infected" : "unchecked";
}

async function send(clamd: Socket, file: string) {
  clamd.write("zINSTREAM\0");
  for await (const piece of createReadStream(file, { highWaterMark: PIECE_BYTES })) {
    if (!clamd.write(withLength(piece))) await once(clamd, "drain");
  }
  clamd.write(Buffer.alloc(4));
}

function withLength(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return Buffer.concat([length, piece]);
}

async function readAnswer(clamd: Socket): Promise<string> {
  let said = "";
  for await (const piece of clamd) {
    said += piece;
    if (said.includes("\0")) break;
  }
  return said.replace(/\0.*$/s, "");
}
