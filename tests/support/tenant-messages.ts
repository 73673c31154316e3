import { addMilliseconds } from "date-fns";
import { asc } from "drizzle-orm";
import type { Outgoing } from "#app/services/channels/channel.server.ts";
import type { MessageChannels } from "#app/services/message-channels.server.ts";
import { say } from "#app/services/say.server.ts";
import { sendMessages } from "#app/services/send-messages.server.ts";
import type { Db } from "#db/client.ts";
import type { Message } from "#db/queries/messages.ts";
import { addAppointment, addOperative, addSlots, NOW, THURSDAY } from "./calendar.ts";
import { aLandlord } from "./landlord.ts";
import { addContactOf } from "./repairs.ts";
import { addSlotWorld, addTap } from "./slot-world.ts";

/** What links and codes are made with in these worlds. */
export const OUTBOX = { secret: "a secret of tests", origin: "https://repairs.test" };

export interface MessageWorld {
  db: Db;
  clock: { now: Date };
  /** What the log says. */
  lines: string[];
  /** What was handed over where nobody delivers, in order. */
  handed: Outgoing[];
  /** Sends what is due, as one server would; by other channels where a test says so. */
  send: (channels?: MessageChannels) => Promise<string | undefined>;
  rows: () => Promise<Message[]>;
}

/** An outbox beside a database, and a clock that a test moves on. */
export function messageWorld(db: Db): MessageWorld {
  const clock = { now: NOW };
  const lines: string[] = [];
  const handed: Outgoing[] = [];
  const hand = async (message: Outgoing) => {
    handed.push(message);
    return { ok: true as const };
  };
  const log = { info: (line: string) => lines.push(line), warn: (line: string) => lines.push(line) };
  // What is written later has a later time, so that rows stand in the order they came in.
  const now = () => {
    clock.now = addMilliseconds(clock.now, 1);
    return clock.now;
  };
  const outbox = { ...OUTBOX, db, landlord: aLandlord(), now, log };
  const { messages } = db.schema;
  return {
    ...{ db, clock, lines, handed },
    send: (channels = { text: hand, email: hand }) => sendMessages({ ...outbox, channels }),
    rows: async () => await db.read.select().from(messages).orderBy(asc(messages.createdAt), asc(messages.dueAt), asc(messages.id)),
  };
}

/** A repair with a visit on Thursday morning, its tenant reachable in every way, and a first message about it: the visit was moved. */
export async function movedWorld(db: Db, contact: Parameters<typeof addContactOf>[2] = {}) {
  const world = await addSlotWorld(db);
  const operativeId = await addOperative(db, { patches: [world.patchId] });
  const [slotId = ""] = await addSlots(db, { operativeId });
  const repairId = await addTap(db, world);
  await addContactOf(db, repairId, { email: "ann@example.com", ...contact });
  const appointmentId = await addAppointment(db, { repairId, slotIds: [slotId] });
  await db.write((tx) => say(tx, db.schema, { kind: "moved", repairId, appointmentId, changeId: "change", who: "officer", now: NOW }));
  return { ...messageWorld(db), repairId, appointmentId, slotId, date: THURSDAY };
}
