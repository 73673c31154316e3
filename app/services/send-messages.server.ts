import type { Landlord } from "#app/domain/landlord.ts";
import { leaseFrom, repeatAt, tryAgainAt } from "#app/domain/outbox-times.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { type EmergencyCase, emergencyCase } from "#db/queries/emergencies.ts";
import { addMessage, claimMessage, type Message, nextToSend, settleMessage } from "#db/queries/messages.ts";
import { type AcknowledgementLink, acknowledgementLink } from "./acknowledgement-link.server.ts";
import { emergencyNotice } from "./emergency-notice.server.ts";
import { type Posted, postWebhook } from "./post-webhook.server.ts";
import type { JobLog } from "./run-jobs.server.ts";

/** What sending needs of a running installation. */
export interface Outbox {
  db: Db;
  landlord: Pick<Landlord, "emergencyContact">;
  now: () => Date;
  log: JobLog;
  /** What tokens are made with. */
  secret: string;
  /** Where this service is, for links: "https://repairs.example.gov.uk". */
  origin: string;
  /** How long a receiver may take. */
  patienceMs?: number;
}

type Claimed = { message: Message; link: AcknowledgementLink };

/**
 * Sends every message that is due, one after another; answers with what it did, or undefined where nothing was due. Any number of
 * senders may run at once: each message is leased to one of them. What is sent is read from the repair at that moment; what nobody
 * needs any more is stopped. A try that fails is made again later under the same id, four times, then given up and logged. Either way
 * an emergency is said anew ten minutes after it was due, until somebody acknowledges it.
 */
export async function sendMessages(outbox: Outbox): Promise<string | undefined> {
  const done = { sent: 0, stopped: 0, "put off": 0, "given up": 0 };
  for (let claimed = await claim(outbox); claimed; claimed = await claim(outbox)) done[await deliver(outbox, claimed)]++;
  const said = Object.entries(done).filter(([, count]) => count > 0);
  return said.length > 0 ? said.map(([what, count]) => `${count} ${what}`).join(", ") : undefined;
}

/** Takes the next message that is due. */
async function claim({ db, now, ...site }: Outbox): Promise<Claimed | undefined> {
  for (;;) {
    const at = now();
    const next = await nextToSend(db.read, db.schema, at);
    if (!next) return undefined;
    const link = acknowledgementLink(next.id, site);
    const values = { id: next.id, tokenHash: link.tokenHash, now: at, until: leaseFrom(at) };
    const message = await db.write((tx) => claimMessage(tx, db.schema, values));
    if (message) return { message, link };
  }
}

async function deliver(outbox: Outbox, { message, link }: Claimed): Promise<"sent" | "stopped" | "put off" | "given up"> {
  const { db, now } = outbox;
  const found = await emergencyCase(db.read, db.schema, message.repairId);
  if (!found || !isWanted(found)) {
    await db.write((tx) => settleMessage(tx, db.schema, message, { status: "stopped" }));
    return "stopped";
  }
  const posted = await post(outbox, found, { message, link });
  const at = now();
  if (posted.ok) {
    await settle(outbox, message, { status: "sent", sentAt: at, fault: null }, at);
    return "sent";
  }
  const again = tryAgainAt(message.tries, at);
  await settle(outbox, message, { status: again ? "waiting" : "failed", fault: posted.fault, tryAt: again ?? at }, at);
  outbox.log.warn(`Emergency ${found.repair.reference} did not reach the person on duty (try ${message.tries}): ${posted.fault}`);
  return again ? "put off" : "given up";
}

/** Nobody is told twice of what somebody has seen, or of a repair that is closed. */
const isWanted = ({ emergency, repair }: EmergencyCase) => !emergency.acknowledgedAt && repair.status === "open";

async function post({ landlord, log, patienceMs }: Outbox, found: EmergencyCase, { message, link }: Claimed): Promise<Posted> {
  const sendTo = landlord.emergencyContact?.sendTo;
  if (!sendTo) return { ok: false, fault: "no emergencyContact in the settings" };
  if (sendTo === "log") {
    log.warn(`Emergency ${found.repair.reference}: whoever is on duty says so at ${link.url}`);
    return { ok: true };
  }
  const body = emergencyNotice(found, message, link.url);
  return postWebhook({ url: sendTo, id: message.id, body, ...(patienceMs && { patienceMs }) });
}

/** Writes how a try ended and, once the message is done with, when it is said anew. */
async function settle({ db }: Outbox, message: Message, settled: Parameters<typeof settleMessage>[3], now: Date): Promise<void> {
  const { repairId, kind, number, dueAt } = message;
  await db.write(async (tx) => {
    const isMine = await settleMessage(tx, db.schema, message, settled);
    if (!isMine || settled.status === "waiting") return;
    await addMessage(tx, db.schema, { id: newId(now), kind, repairId, number: number + 1, dueAt: repeatAt(dueAt, now), now });
  });
}
