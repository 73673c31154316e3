import type { Acting } from "#app/domain/acting.ts";
import { asTenantKind, isStillTrue, type TenantKind } from "#app/domain/message.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { messageCase } from "#db/queries/message-case.ts";
import type { Message } from "#db/queries/messages.ts";
import { messagesOfRepair } from "#db/queries/messages-of-repair.ts";
import { lockBeside } from "#db/queries/repair-lock.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { sayAgain } from "./say.server.ts";
import { standingOf } from "./try-message.server.ts";

/** What a tenant keeps: a reminder comes by itself, and a code is asked for anew. */
const KEPT: readonly TenantKind[] = ["reported", "reported-booked", "booked", "moved", "cancelled", "done"];

interface Resending {
  repairId: string;
  by: Acting;
  /** What the form was given when it was shown: sent twice, it is said once. */
  submission: string;
  now: Date;
}

/** Tells a tenant again what they were told last and is still so, by the channel they want now. False where there is nothing to say. */
export function resendMessage(db: Db, { repairId, by, submission, now }: Resending): Promise<boolean> {
  const { schema } = db;
  return db.write(async (tx) => {
    if (!(await lockBeside(tx, schema, repairId))) return false;
    const changeId = `again-${submission}`.slice(0, 100);
    const messages = await messagesOfRepair(tx, schema, { repairId, kinds: KEPT });
    if (messages.some(({ event }) => event === changeId)) return true;
    const last = await lastTrue(tx, db, messages, now);
    const about = last && { repairId, ...(last.appointmentId && { appointmentId: last.appointmentId }) };
    if (!about || !(await sayAgain(tx, schema, { kind: last.kind, ...about, changeId, who: by.who, now }))) return false;
    const event = { id: newId(now), at: now, ...by, what: "message sent again", changeId, ...about };
    await addEvent(tx, schema, { appointmentId: null, ...event, before: null, after: { message: last.kind } });
    return true;
  });
}

/** The first of some messages that still says what is so. */
async function lastTrue(tx: Query, { schema }: Db, messages: readonly Message[], now: Date) {
  for (const message of messages) {
    const kind = asTenantKind(message.kind);
    const found = await messageCase(tx, schema, message);
    if (kind && found && isStillTrue(kind, message, standingOf(found), now)) return { kind, appointmentId: message.appointmentId };
  }
  return undefined;
}
