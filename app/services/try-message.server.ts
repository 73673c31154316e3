import type { Landlord } from "#app/domain/landlord.ts";
import { addressBy, asTenantKind, channelFor, isStillTrue, rankOf, type Standing } from "#app/domain/message.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { type MessageCase, messageCase, receiverFor } from "#db/queries/message-case.ts";
import { addMessages, type Message } from "#db/queries/messages.ts";
import type { Tried } from "./channels/channel.server.ts";
import type { MessageChannels } from "./message-channels.server.ts";
import { proofCode } from "./repair-link.server.ts";
import { writeMessage } from "./write-message.server.ts";

/** What sending to tenants needs. */
export interface TenantOutbox {
  db: Db;
  landlord: Pick<Landlord, "name" | "phone">;
  channels: MessageChannels;
  now: () => Date;
  secret: string;
}

/** What of a case says whether a message about it is still true. */
export const standingOf = ({ repair, ...found }: MessageCase): Standing => ({ ...found, repairStatus: repair.status });

/** Tries to send a message to a tenant, read anew; "stopped" where it is not true any more. */
export async function tryMessage(outbox: TenantOutbox, message: Message, link: string): Promise<Tried | "stopped"> {
  const { db, landlord, channels, now, secret } = outbox;
  const kind = asTenantKind(message.kind);
  const found = kind && (await messageCase(db.read, db.schema, message));
  if (!kind || !found || !isStillTrue(kind, message, standingOf(found), now())) return "stopped";
  const to = addressFor(message, found);
  if (to === "stopped") return to;
  const send = channels[message.channel as keyof MessageChannels];
  if (!to || !send) return { ok: false, fault: to ? "not sent by this channel here" : "nothing to send it to", isFinal: true };
  const written = await writeMessage(db, kind, found, { landlord, link, code: proofCode(message.id, secret) });
  return send({ ...written, id: message.id, to, isRepeat: message.tries > 1 || message.fault !== null });
}

/** Where a message goes: nowhere where its tenant has asked for another way meanwhile; "stopped" where that other way would come too late. */
function addressFor({ kind, channel }: Message, { receiver }: MessageCase): string | undefined {
  if (!receiver) return undefined;
  const way = kind === "code" ? channel : channelFor(kind, receiver);
  if (way === undefined) return "stopped";
  return way === "call" || way === "letter" ? undefined : addressBy(channel, receiver);
}

/** Says a message by the next channel, since one will not reach the tenant; false where none is left. Said again it is said once. */
export async function fallBack(tx: Query, { schema }: Db, message: Message, now: Date): Promise<boolean> {
  const { kind, repairId, appointmentId, followerId, number, event, dueAt } = message;
  const receiver = await receiverFor(tx, schema, message);
  const channel = receiver && channelFor(kind, receiver, message.channel);
  if (!channel) return false;
  const next = { kind, repairId, appointmentId, followerId, number, event, dueAt, channel, rank: rankOf({ kind, channel }) };
  await addMessages(tx, schema, [{ id: newId(now), ...next, now }]);
  return true;
}
