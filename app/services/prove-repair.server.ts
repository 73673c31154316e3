import { timingSafeEqual } from "node:crypto";
import { addDays, addHours, addMinutes, subDays } from "date-fns";
import { receiverOf } from "#app/domain/contact.ts";
import { instantAt } from "#app/domain/local-date.ts";
import { channelFor } from "#app/domain/message.ts";
import { readPhone } from "#app/domain/phone.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { receiverFor } from "#db/queries/message-case.ts";
import { addMessage, endLinksOf, stopMessages } from "#db/queries/messages.ts";
import { linkedRepair, referenceOf } from "#db/queries/own-repair.ts";
import {
  addProof,
  countCode,
  endProofs,
  nextNumber,
  type Provable,
  proofOn,
  provable,
  proveUntil,
  removeOldProofs,
  senderOf,
} from "#db/queries/proofs.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { mayWriteBeside } from "#db/queries/retention.ts";
import { forgetTries } from "#db/queries/staff.ts";
import type { Schema } from "#db/schema/schema.ts";
import { proofCode } from "./repair-link.server.ts";
import { countTryIn } from "./sign-in.server.ts";
import { hashOf } from "./token.server.ts";

/** How long a code is good, and how many may be given for it. */
const CODE_MINUTES = 15;
const MOST_CODES = 5;
/** How long a device that has shown it may follow the repair. */
export const PROVEN_HOURS = 24;
/** From one network address, before each next one waits longer: many people may share one. */
const FREE_OF_AN_ADDRESS = 30;
/** A message's link is good until so many days after the last visit. */
const LINK_DAYS = 30;

const CODE = "code";

interface Asking {
  /** As it is written: "7KQ4-9XM2". Whether there is such a repair is nobody's business. */
  reference: string;
  /** Upper case, no space. */
  postcode: string;
  /** SHA-256 of the device's id. */
  device: string;
  /** Keyed hash of the network address; undefined where no limit counts for it. */
  from: string | undefined;
  now: Date;
}

/** `wait`: too many have been asked for of this reference, or from this address. */
export type AskedAnswer = { ok: true; id: string } | { ok: false; reason: "wait" };

const addressKey = (from: string) => hashOf(`repairs asked from ${from}`);

/**
 * Sends a code to whoever a repair's messages go to, where the postcode is its home's. The answer is the same, and so are the pages after it,
 * whether there is such a repair or not, the postcode is right or not, and anybody can be sent a code or not.
 */
export async function askForCode(db: Db, { reference, postcode, ...asking }: Asking): Promise<AskedAnswer> {
  const found = await provable(db.read, db.schema, reference);
  const repair = found?.postcode === postcode && canBeSent(found) ? found.repairId : null;
  return ask(db, { ...asking, repairId: repair, tryKey: hashOf(`repair ${reference}`) });
}

/** Sends another code, as the one before was asked for. Undefined where this device has asked for none. */
export async function askAgain(db: Db, { id, ...asking }: Omit<Asking, "reference" | "postcode"> & { id: string }) {
  const before = await proofOn(db.read, db.schema, { id, device: asking.device });
  return before && ask(db, { ...asking, repairId: before.repairId, tryKey: before.tryKey });
}

/** A code goes to a mobile phone or an email address. */
function canBeSent({ contact }: Provable): boolean {
  const { phone = null, email = null } = contact ? receiverOf(contact) : {};
  return email !== null || (phone !== null && readPhone(phone)?.isMobile === true);
}

type Asked = Omit<Asking, "reference" | "postcode"> & { repairId: string | null; tryKey: string };

function ask(db: Db, { repairId, tryKey, device, from, now }: Asked): Promise<AskedAnswer> {
  return db.write(async (tx) => {
    const counts = [...(from === undefined ? [] : [{ key: addressKey(from), free: FREE_OF_AN_ADDRESS }]), { key: tryKey }];
    for (const count of counts) if (await countTryIn(tx, db, { ...count, now })) return { ok: false, reason: "wait" };
    await removeOldProofs(tx, db.schema, subDays(now, 1));
    // Locked, so that no code is on its way to somebody whose number is changed just now.
    const messageId = repairId && (await mayWriteBeside(tx, db.schema, repairId)) ? await sendCode(tx, db, { repairId, now }) : null;
    const id = newId(now);
    await addProof(tx, db.schema, { id, device, tryKey, repairId, messageId, codeUntil: addMinutes(now, CODE_MINUTES), provenUntil: null });
    return { ok: true, id };
  });
}

/** Puts a code into the outbox instead of those that still wait there; answers with its message's id. */
async function sendCode(tx: Query, { schema }: Db, { repairId, now }: { repairId: string; now: Date }): Promise<string> {
  await stopMessages(tx, schema, { repairId, kinds: [CODE] });
  const number = await nextNumber(tx, schema, { repairId, kind: CODE });
  const id = newId(now);
  const receiver = await receiverFor(tx, schema, { repairId });
  const channel = receiver && channelFor(CODE, receiver);
  if (channel) await addMessage(tx, schema, { id, kind: CODE, channel, repairId, number, dueAt: now, now });
  return id;
}

interface Giving extends Pick<Asking, "device" | "from" | "now"> {
  id: string;
  /** As typed or pasted. */
  code: string;
  /** The installation's. */
  secret: string;
}

/** The reference of the repair that the right code has shown to be theirs; undefined where it is wrong, too late, or one try too many. */
export function giveCode(db: Db, { id, code, secret, device, from, now }: Giving): Promise<string | undefined> {
  const { schema } = db;
  return db.write(async (tx) => {
    const proof = await countCode(tx, schema, { id, device, most: MOST_CODES, now });
    if (!proof?.repairId || !proof.messageId || !isSame(proofCode(proof.messageId, secret), code.replace(/\D/g, ""))) return undefined;
    await proveUntil(tx, schema, { id, provenUntil: addHours(now, PROVEN_HOURS) });
    await forgetTries(tx, schema, proof.tryKey);
    if (from !== undefined) await forgetTries(tx, schema, addressKey(from));
    return traceProof(tx, db, { repairId: proof.repairId, by: CODE, now });
  });
}

const isSame = (right: string, given: string) => right.length === given.length && timingSafeEqual(Buffer.from(right), Buffer.from(given));

/** Whether a device has asked for a code under this id. */
export async function hasAsked(db: Db, asked: { id: string; device: string }): Promise<boolean> {
  return (await proofOn(db.read, db.schema, asked)) !== undefined;
}

/** The repair that a message's link opens: until 30 days after its last visit, or after the message where there is none. Changes nothing. */
export async function readLink(db: Db, link: { token: string; now: Date }): Promise<{ repairId: string; messageId: string } | undefined> {
  return linkIn(db.read, db.schema, link);
}

async function linkIn(query: Query, schema: Schema, { token, now }: { token: string; now: Date }) {
  const found = await linkedRepair(query, schema, hashOf(token));
  if (!found) return undefined;
  const last = found.lastVisit === null ? found.createdAt : instantAt(found.lastVisit, "23:59");
  return now <= addDays(last, LINK_DAYS) ? found : undefined;
}

/** Lets a device follow the repair of a message's link; its reference, or undefined where the link has ended. */
export async function proveByLink(
  db: Db,
  { token, device, now }: { token: string; device: string; now: Date },
): Promise<string | undefined> {
  const seen = await readLink(db, { token, now });
  if (!seen) return undefined;
  return db.write(async (tx) => {
    // Read anew once the repair is locked: who changes how people are reached locks it too, and ends its links.
    const link = (await mayWriteBeside(tx, db.schema, seen.repairId)) ? await linkIn(tx, db.schema, { token, now }) : undefined;
    if (!link) return undefined;
    const { repairId, messageId } = link;
    const proof = { id: newId(now), device, tryKey: "", repairId, messageId, codeUntil: now, provenUntil: addHours(now, PROVEN_HOURS) };
    await addProof(tx, db.schema, proof);
    return traceProof(tx, db, { repairId, by: "link", now });
  });
}

/** "Stop viewing this repair": this device must show again that it is theirs, whatever it has shown before. */
export function leaveRepair(db: Db, { repairId, device, now }: { repairId: string; device: string; now: Date }): Promise<void> {
  return db.write(async (tx) => {
    await endProofs(tx, db.schema, { device, repairId, now });
    await shutOut(tx, db.schema, { device, repairId, now });
  });
}

/** Ends what a device may do that sent the report: it stays ended for as long as its draft is there. */
async function shutOut(tx: Query, schema: Schema, { device, repairId, now }: { device: string; repairId: string; now: Date }) {
  const until = addDays(now, LINK_DAYS + 1);
  const proof = { id: newId(now), device, tryKey: "", repairId, messageId: null, codeUntil: until, provenUntil: now };
  await addProof(tx, schema, proof);
}

/**
 * Ends every way in which somebody may follow a repair, within the change that says how its people are reached now: the links of its messages,
 * codes, devices that have shown it and the one that sent it. The repair is locked by the caller.
 */
export async function endLinks(tx: Query, schema: Schema, { repairId, now }: { repairId: string; now: Date }): Promise<void> {
  await endLinksOf(tx, schema, repairId);
  await endProofs(tx, schema, { repairId, now });
  const device = await senderOf(tx, schema, repairId);
  if (device) await shutOut(tx, schema, { device, repairId, now });
}

/** Leaves a trace of who has shown a repair to be theirs, by what; answers with its reference. */
async function traceProof(tx: Query, { schema }: Db, { repairId, by, now }: { repairId: string; by: string; now: Date }) {
  const id = newId(now);
  const event = { id, at: now, who: "tenant", channel: "online", what: "opened online", changeId: id, repairId, appointmentId: null };
  await addEvent(tx, schema, { ...event, before: null, after: { by } });
  return referenceOf(tx, schema, repairId);
}
