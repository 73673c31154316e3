import { EventEmitter, once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { atEnd } from "./engines.ts";

interface Received {
  headers: IncomingHttpHeaders;
  body: Record<string, unknown> & { acknowledge: string; reference: string; number: number };
}

export interface Receiver {
  url: string;
  received: Received[];
  /** Says "received" for each. */
  events: EventEmitter;
  /** How it answers from now on: a status, or after so many milliseconds, or not at all (the line is cut). */
  answers: { status?: number; afterMs?: number; cut?: boolean };
}

/** A receiver of webhooks on a real port, closed after the test. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const receiver: Receiver = { url: "", received, events: new EventEmitter(), answers: {} };
  const server = createServer(async (req, res) => {
    const { status = 204, afterMs = 0, cut } = receiver.answers;
    const pieces: Buffer[] = [];
    for await (const piece of req) pieces.push(piece);
    if (cut) {
      req.socket.destroy();
      return;
    }
    received.push({ headers: req.headers, body: JSON.parse(Buffer.concat(pieces).toString()) });
    receiver.events.emit("received");
    await wait(afterMs, undefined, { ref: false });
    res.writeHead(status, { location: "/elsewhere" }).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  atEnd(async () => {
    server.closeAllConnections();
    server.close();
  });
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=hidden`;
  return receiver;
}
