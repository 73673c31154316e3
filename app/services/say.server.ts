import type { LocalDate } from "#app/domain/local-date.ts";
import { channelFor, rankOf, type TenantKind } from "#app/domain/message.ts";
import { dueFrom, remindersOf } from "#app/domain/outbox-times.ts";
import type { Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { followersToTell, receiverFor } from "#db/queries/message-case.ts";
import { addMessages, stopMessages, stopOwnMessages } from "#db/queries/messages.ts";
import type { Schema } from "#db/schema/schema.ts";

/** What a tenant is to be told of a change. */
interface Said {
  kind: TenantKind;
  repairId: string;
  /** The appointment it is about; left out where it is about the whole repair. */
  appointmentId?: string;
  /** The date of a visit that is promised by this change: it is reminded of. */
  date?: LocalDate;
  changeId: string;
  /** Who made the change: "tenant" is answered at once, at any hour. */
  who: string;
  now: Date;
}

/** What is not to be said any more once something newer is said of the same appointment. */
const OVERTAKEN: readonly TenantKind[] = [
  "reported-booked",
  "booked",
  "moved",
  "reminder",
  "morning",
  "on-the-way",
  "no-access",
  "shared-booked",
  "shared-moved",
];

/** Said of what nothing was said of before, or beside it. */
const NEW: readonly TenantKind[] = ["reported", "reported-booked", "sooner", "sooner-ended"];

/** What followers of a repair of shared areas are told with it, in words that say nothing of who reported it. */
const SHARED: Partial<Record<TenantKind, TenantKind>> = { booked: "shared-booked", moved: "shared-moved", done: "shared-done" };

/** Nobody is known any more whom to reach: it is for a call. */
const NOBODY = { phone: null, email: null, by: "phone" };

/**
 * Puts what a tenant must learn of a change into the outbox, within the change: by the channel they asked for, once, with the reminders of a
 * visit it promises; what still waits to be said of the same appointment, or of any of the repair, is said no more. Where no channel reaches them it is a call for the
 * agents. Said again for the same change it is said once.
 */
export async function say(tx: Query, schema: Schema, { who, date, ...said }: Said): Promise<void> {
  const { kind, repairId, appointmentId = null, changeId, now } = said;
  const receiver = (await receiverFor(tx, schema, { repairId })) ?? NOBODY;
  if (!NEW.includes(kind)) await stopMessages(tx, schema, { repairId, appointmentId: said.appointmentId, kinds: OVERTAKEN });
  const way = channelFor(kind, receiver);
  const first = { kind, dueAt: dueFrom({ kind, isAnswer: who === "tenant" }, now) };
  const told = [first, ...(date === undefined ? [] : remindersOf(date, now))].map((each) => ({
    ...{ id: newId(now), repairId, appointmentId, number: 1, event: changeId, now, ...each },
    // What reaches them now reaches them later; whether somebody is called hangs on what is said.
    channel: way === "text" || way === "email" ? way : channelFor(each.kind, receiver),
  }));
  const ways = told.flatMap(({ channel, ...each }) => (channel ? [{ ...each, channel, rank: rankOf({ kind: each.kind, channel }) }] : []));
  await addMessages(tx, schema, ways);
  await sayToFollowers(tx, schema, said);
}

async function sayToFollowers(tx: Query, schema: Schema, said: Omit<Said, "who">): Promise<void> {
  const { repairId, appointmentId = null, changeId, now } = said;
  const kind = SHARED[said.kind];
  if (!kind) return;
  const about = { kind, repairId, appointmentId, number: 1, event: changeId, dueAt: dueFrom({ kind, isAnswer: false }, now), now };
  for (const { followerId, receiver } of await followersToTell(tx, schema, repairId)) {
    const channel = channelFor(kind, receiver);
    if (channel) await addMessages(tx, schema, [{ ...about, id: newId(now), followerId, channel, rank: rankOf({ kind, channel }) }]);
  }
}

/**
 * Says what was given up, or still waits to be said, to whoever a repair's own messages go to by the way that reaches them now. It is said under a new id:
 * the one before may have gone out the old way. A code is asked for anew.
 */
export async function sayAnew(tx: Query, schema: Schema, { repairId, now }: { repairId: string; now: Date }): Promise<void> {
  const receiver = (await receiverFor(tx, schema, { repairId })) ?? NOBODY;
  for (const { kind, appointmentId, number, event, dueAt } of await stopOwnMessages(tx, schema, repairId)) {
    const channel = kind === "code" ? undefined : channelFor(kind, receiver);
    const anew = { id: newId(now), kind, repairId, appointmentId, number: number + 1, event, dueAt, now };
    if (channel) await addMessages(tx, schema, [{ ...anew, channel, rank: rankOf({ kind, channel }) }]);
  }
}

/** Says again what was said of a repair, by the channel they have asked for now; false where nothing but a code could be. */
export async function sayAgain(tx: Query, schema: Schema, { kind, repairId, appointmentId, changeId, who, now }: Said): Promise<boolean> {
  const receiver = await receiverFor(tx, schema, { repairId });
  const channel = receiver && channelFor(kind, receiver);
  if (!channel) return false;
  const dueAt = dueFrom({ kind, isAnswer: who === "tenant" }, now);
  const about = { repairId, appointmentId: appointmentId ?? null };
  const message = { id: newId(now), kind, ...about, number: 1, event: changeId, channel, rank: rankOf({ kind, channel }) };
  await addMessages(tx, schema, [{ ...message, dueAt, now }]);
  return true;
}

/** Stops what still waits to be said that a visit went, or is under way: it was a mistake. */
export async function unsay(tx: Query, schema: Schema, about: { repairId: string; appointmentId: string }): Promise<void> {
  await stopMessages(tx, schema, { ...about, kinds: ["done", "no-access", "on-the-way", "shared-done"] });
}
