import { rankOf } from "#app/domain/message.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { markToldByHand, markTried, sendAgain, stopByHand } from "#db/queries/message-list.ts";
import { addMessages, type Message } from "#db/queries/messages.ts";
import { addEvents } from "#db/queries/repairs.ts";
import type { Schema } from "#db/schema/schema.ts";

/** What staff do about a message. `letter`: a letter instead of a call. `again`: it was given up, and is tried anew. */
export const MESSAGE_STEPS = ["told", "tried", "letter", "posted", "again"] as const;
export type MessageStep = (typeof MESSAGE_STEPS)[number];

/** What the trace calls each. */
const WHAT: Readonly<Record<MessageStep, string>> = {
  told: "told by phone",
  tried: "called and not reached",
  letter: "letter instead of a call",
  posted: "letter posted",
  again: "message sent again",
};

interface Handling {
  step: MessageStep;
  /** A message, or every one that was given up where `again` names none. */
  id?: string;
  /** A staff id. */
  who: string;
  /** How: "office" unless told. */
  channel?: string;
  now: Date;
}

/** Writes down what staff did about messages, with a line in the trace of each repair; false where there was nothing to do any more. */
export function handleMessage(db: Db, { who, ...handling }: Handling): Promise<boolean> {
  return db.write((tx) => handleIn(tx, db, { who, ...handling }));
}

/** The same as part of a change. */
export async function handleIn(tx: Query, db: Db, { who, channel: by = "office", now, ...handling }: Handling): Promise<boolean> {
  const handled = await handle(tx, db.schema, { who, now, ...handling });
  const changeId = newId(now);
  const what = WHAT[handling.step];
  await addEvents(
    tx,
    db.schema,
    handled.map(({ kind, channel, repairId, appointmentId }) => ({
      ...{ id: newId(now), at: now, who, channel: by, what, changeId, repairId, appointmentId },
      ...{ before: null, after: { message: kind, by: channel } },
    })),
  );
  return handled.length > 0;
}

async function handle(tx: Query, schema: Schema, { step, id, who, now }: Handling): Promise<Message[]> {
  if (step === "again") return sendAgain(tx, schema, { now, ...(id !== undefined && { id }) });
  if (id === undefined) return [];
  const told = { id, who, now };
  if (step === "told") return listOf(await markToldByHand(tx, schema, { ...told, channel: "call" }));
  if (step === "posted") return listOf(await markToldByHand(tx, schema, { ...told, channel: "letter" }));
  return listOf(await (step === "tried" ? markTried(tx, schema, told) : writeLetter(tx, schema, told)));
}

const listOf = (message: Message | undefined) => (message ? [message] : []);

/** Puts a letter into the print queue in a call's place. */
async function writeLetter(tx: Query, schema: Schema, { id, now }: { id: string; now: Date }): Promise<Message | undefined> {
  const call = await stopByHand(tx, schema, id);
  if (!call) return undefined;
  const { kind, repairId, appointmentId, number, event, dueAt } = call;
  const letter = { kind, repairId, appointmentId, number, event, dueAt, channel: "letter" };
  await addMessages(tx, schema, [{ id: newId(now), ...letter, rank: rankOf(letter), now }]);
  return call;
}
