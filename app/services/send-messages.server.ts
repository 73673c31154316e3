import type { Landlord } from "#app/domain/landlord.ts";
import { hasLink } from "#app/domain/message.ts";
import { heldUntil, leaseFrom, repeatAt, tryAgainAt } from "#app/domain/outbox-times.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { messageCase } from "#db/queries/message-case.ts";
import { addMessage, claimMessage, holdMessage, type Message, nextToSend, settleMessage } from "#db/queries/messages.ts";
import { acknowledgementLink } from "./acknowledgement-link.server.ts";
import type { Tried } from "./channels/channel.server.ts";
import type { MessageChannels } from "./message-channels.server.ts";
import { repairLink } from "./repair-link.server.ts";
import type { JobLog } from "./run-jobs.server.ts";
import { sendEmergency } from "./send-emergency.server.ts";
import { fallBack, tryMessage } from "./try-message.server.ts";

/** What sending needs of a running installation. */
export interface Outbox {
  db: Db;
  landlord: Pick<Landlord, "name" | "phone" | "emergencyContact">;
  /** What tenants are told by. */
  channels: MessageChannels;
  now: () => Date;
  log: JobLog;
  /** What tokens are made with. */
  secret: string;
  /** Where this service is, for links: "https://repairs.example.gov.uk". */
  origin: string;
  /** How long the person on duty's receiver may take. */
  patienceMs?: number;
}

type Claimed = { message: Message; link: string };

/**
 * Sends every message that is due, one after another; answers with what it did, or undefined where nothing was due. Any number of
 * senders may run at once: each message is leased to one of them. What is sent is read from the repair at that moment; what nobody
 * needs any more is stopped. A try that fails is made again later under the same id, a few times, then given up and logged; what a channel
 * will never deliver is said by the next. Either way an emergency is said anew ten minutes after it was due, until somebody acknowledges it.
 */
export async function sendMessages(outbox: Outbox): Promise<string | undefined> {
  const done = { sent: 0, stopped: 0, "put off": 0, "given up": 0 };
  for (let claimed = await claim(outbox); claimed; claimed = await claim(outbox)) done[await deliver(outbox, claimed)]++;
  const said = Object.entries(done).filter(([, count]) => count > 0);
  return said.length > 0 ? said.map(([what, count]) => `${count} ${what}`).join(", ") : undefined;
}

/** Takes the next message that is due; those that quiet hours have overtaken wait for their end. */
async function claim({ db, now, ...site }: Outbox): Promise<Claimed | undefined> {
  for (;;) {
    const at = now();
    const next = await nextToSend(db.read, db.schema, at);
    if (!next) return undefined;
    const held = heldUntil(next, at);
    if (held) {
      await db.write((tx) => holdMessage(tx, db.schema, next, held));
      continue;
    }
    const { url, tokenHash } = linkOf(next, site);
    const message = await db.write((tx) => claimMessage(tx, db.schema, { id: next.id, tokenHash, now: at, until: leaseFrom(at) }));
    if (message) return { message, link: url };
  }
}

/** The link a message comes with, and what is kept of it. What comes without one may open nothing. */
function linkOf({ id, kind }: Message, site: Pick<Outbox, "secret" | "origin">): { url: string; tokenHash: string | null } {
  if (kind === "emergency") return acknowledgementLink(id, site);
  const link = repairLink(id, { ...site, ...(kind === "sooner" && { page: "sooner" as const }) });
  return hasLink(kind) ? link : { ...link, tokenHash: null };
}

async function deliver(outbox: Outbox, { message, link }: Claimed): Promise<"sent" | "stopped" | "put off" | "given up"> {
  const { db, now } = outbox;
  const tried = message.kind === "emergency" ? await sendEmergency(outbox, message, link) : await tryMessage(outbox, message, link);
  const at = now();
  if (tried === "stopped") {
    await db.write((tx) => settleMessage(tx, db.schema, message, { status: "stopped" }));
    return "stopped";
  }
  if (tried.ok) {
    await settle(outbox, message, { status: "sent", sentAt: at, fault: null }, at);
    return "sent";
  }
  return fail(outbox, message, tried, at);
}

/** Writes down a try in vain: it is made again later, said by another channel, or given up. */
async function fail(outbox: Outbox, message: Message, { fault, isFinal }: Extract<Tried, { ok: false }>, at: Date) {
  const { db, log } = outbox;
  const again = isFinal ? undefined : tryAgainAt(message, at, Math.random());
  log.warn(`${await nameOf(db, message)} (try ${message.tries}): ${fault}`);
  const hasNext = isFinal && (await db.write((tx) => passOn(tx, db, message, { fault, now: at })));
  if (hasNext) return "stopped" as const;
  await settle(outbox, message, { status: again ? "waiting" : "failed", fault, tryAt: again ?? at }, at);
  return again ? ("put off" as const) : ("given up" as const);
}

/** Leaves a message to the next channel, where there is one. */
async function passOn(tx: Query, db: Db, message: Message, { fault, now }: { fault: string; now: Date }): Promise<boolean> {
  // Stopped meanwhile, it is said in another way already.
  if (!(await settleMessage(tx, db.schema, message, { status: "waiting", fault, tryAt: now }))) return true;
  const hasNext = await fallBack(tx, db, message, now);
  if (hasNext) await settleMessage(tx, db.schema, message, { status: "stopped", fault });
  return hasNext;
}

/** What the log calls a message that failed: what it is about, and nobody. */
async function nameOf({ read, schema }: Db, { kind, channel, ...about }: Message): Promise<string> {
  const reference = (await messageCase(read, schema, about))?.repair.reference;
  return kind === "emergency"
    ? `Emergency ${reference} did not reach the person on duty`
    : `The message "${kind}" of repair ${reference} did not go out by ${channel}`;
}

/** Writes how a try ended and, once an emergency's message is done with, when it is said anew. */
async function settle({ db }: Outbox, message: Message, settled: Parameters<typeof settleMessage>[3], now: Date): Promise<void> {
  const { repairId, kind, number, dueAt } = message;
  await db.write(async (tx) => {
    const isMine = await settleMessage(tx, db.schema, message, settled);
    if (!isMine || settled.status === "waiting" || kind !== "emergency") return;
    await addMessage(tx, db.schema, { id: newId(now), kind, repairId, number: number + 1, dueAt: repeatAt(dueAt, now), now });
  });
}
