import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { atEnd, freshFolder } from "./engines.ts";

/** The harmless file that every virus scanner must find (https://www.eicar.org): in two parts, so that none finds it here. */
export const EICAR = Buffer.from(["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].join(""));

const FOUND = "stream: Eicar-Test-Signature FOUND\0";

/** What a scanner of ours answers, in ClamAV's words; undefined: nothing, ever. */
type Answer = (content: Buffer) => string | undefined;

/** Takes INSTREAM apart as clamd does: the command, then pieces with their length before them, then a length of nothing. */
function contentOf(sent: Buffer): Buffer | undefined {
  const command = "zINSTREAM\0";
  if (sent.toString("latin1", 0, command.length) !== command) throw new Error(`No command of clamd: ${sent.toString("latin1", 0, 20)}`);
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= sent.length; ) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

export const findsEicar: Answer = (content) => (content.includes(EICAR) ? FOUND : "stream: OK\0");

/** A scanner that speaks clamd's protocol on a socket of its own; the path of the socket. */
export async function aScanner(answer: Answer): Promise<string> {
  const socket = join(freshFolder(), "clamd.sock");
  const open = new Set<Socket>();
  const server = createServer((client) => {
    open.add(client);
    let sent = Buffer.alloc(0);
    client.on("error", () => {});
    client.on("data", (piece) => {
      sent = Buffer.concat([sent, piece]);
      const content = contentOf(sent);
      const said = content && answer(content);
      if (said !== undefined) client.end(said);
    });
  });
  await new Promise<void>((listening) => server.listen(socket, listening));
  atEnd(() => {
    for (const client of open) client.destroy();
    server.close();
  });
  return socket;
}

const CLAMD = "clamd";

/** The real clamd with one signature, EICAR's, where it is installed; undefined where it is not. */
export async function realClamd(): Promise<string | undefined> {
  if (spawnSync(CLAMD, ["--version"]).status !== 0) return undefined;
  const folder = freshFolder();
  const socket = join(folder, "clamd.sock");
  writeFileSync(join(folder, "test.ndb"), `Eicar-Test-Signature:0:*:${EICAR.toString("hex")}\n`);
  const settings = [`LocalSocket ${socket}`, `DatabaseDirectory ${folder}`, "Foreground yes", "StreamMaxLength 30M", "User root"];
  writeFileSync(join(folder, "clamd.conf"), `${settings.join("\n")}\n`);
  const child = spawn(CLAMD, ["-c", join(folder, "clamd.conf")], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (words) => {
      said += words;
    });
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  atEnd(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  while (!said.includes("Self checking")) {
    if (child.exitCode !== null) throw new Error(`clamd ended: ${said}`);
    await pause(50);
  }
  return socket;
}
