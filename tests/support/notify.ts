import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { NotifySettings } from "#app/services/channels/notify.server.ts";
import { atEnd } from "./engines.ts";

const SERVICE = "11111111-2222-4333-8444-555555555555";
const SECRET = "66666666-7777-4888-8999-aaaaaaaaaaaa";
const TEMPLATES = { text: "bbbbbbbb-1111-4222-8333-444444444444", email: "cccccccc-1111-4222-8333-444444444444" };

interface Taken {
  type: "sms" | "email";
  to: string;
  reference: string;
  personalisation: Record<string, string>;
}

export interface NotifyDouble {
  settings: NotifySettings;
  /** What it took, in order: like Notify it takes a reference again. */
  taken: Taken[];
  /** How it answers a message from now on: with an error, after so many milliseconds, or not at all, the line being cut once it is taken. */
  answers: { status?: number; error?: string; afterMs?: number; cut?: boolean };
}

async function bodyOf(req: IncomingMessage): Promise<Record<string, string> & { personalisation: Record<string, string> }> {
  const pieces: Buffer[] = [];
  for await (const piece of req) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString());
}

/** Whether a request is signed for our service: a token of HS256 whose `iss` is its id (its signature is the library's own matter). */
function isOurs({ headers }: IncomingMessage): boolean {
  const [, claims = ""] = headers.authorization?.replace("Bearer ", "").split(".") ?? [];
  return JSON.parse(Buffer.from(claims, "base64url").toString() || "{}").iss === SERVICE;
}

const refusal = (status: number, error: string) => ({
  status,
  body: { status_code: status, errors: [{ error, message: "hidden 07700 900982" }] },
});

/** What it answers; undefined where the line is cut. */
async function answerOf({ taken, answers }: NotifyDouble, req: IncomingMessage): Promise<{ status: number; body: unknown } | undefined> {
  const { pathname, searchParams } = new URL(req.url ?? "", "http://notify");
  if (req.method === "GET") {
    const notifications = taken.filter(({ reference }) => reference === searchParams.get("reference"));
    return { status: 200, body: { notifications, links: {} } };
  }
  const { status, error = "", afterMs = 0, cut } = answers;
  const { template_id, phone_number, email_address, reference = "", personalisation } = await bodyOf(req);
  if (status) return refusal(status, error);
  const type = pathname.endsWith("/sms") ? "sms" : "email";
  if (template_id !== TEMPLATES[type === "sms" ? "text" : "email"]) return refusal(400, "BadRequestError");
  taken.push({ type, to: phone_number ?? email_address ?? "", reference, personalisation });
  await wait(afterMs, undefined, { ref: false });
  return cut ? undefined : { status: 201, body: { id: randomUUID(), reference, content: {}, uri: "", template: { id: template_id } } };
}

/** A double of GOV.UK Notify's API on a real port, as its documentation records it; closed after the test. */
export async function startNotify(): Promise<NotifyDouble> {
  const double: NotifyDouble = {
    settings: { apiKey: `test-${SERVICE}-${SECRET}`, url: "", templates: TEMPLATES, patienceMs: 500 },
    taken: [],
    answers: {},
  };
  const server = createServer(async (req, res) => {
    const answer = isOurs(req) ? await answerOf(double, req) : refusal(403, "AuthError");
    if (!answer) req.socket.destroy();
    else res.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  double.settings.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return double;
}
