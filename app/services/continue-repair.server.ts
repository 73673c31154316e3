import { addHours } from "date-fns";
import type { Rules } from "#app/domain/rules.ts";
import { dueBy } from "#app/domain/target.ts";
import { needsOfficerToClose } from "#app/domain/visit.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addProof } from "#db/queries/proofs.ts";
import { type Contact, type RepairCase, repairCase } from "#db/queries/repair-case.ts";
import { addContact, addEvent, addRepair, addVisitNeeds, submitted } from "#db/queries/repairs.ts";
import { eventsOf } from "#db/queries/slot-page.ts";
import { lockRepair } from "#db/queries/visits.ts";
import { newReference } from "./new-reference.server.ts";
import { PROVEN_HOURS } from "./prove-repair.server.ts";
import { readBankHolidays } from "./read-rules.server.ts";
import { targetOf } from "./report-outlook.server.ts";

interface Continuing {
  /** The repair that is over, with who reported it. */
  found: Pick<RepairCase, "repair" | "needs"> & { contact: Contact };
  /** not-fixed or came-back. */
  how: string;
  worse: boolean;
  words: string;
  /** Who may follow the new one at once: SHA-256 of the device's id. */
  device: string;
  /** What the form was given when it was shown: sent twice, it is one repair. */
  submission: string;
  rules: Rules;
  nation: string;
  now: Date;
}

/**
 * Raises a new repair of one that was not put right, or came back, after any length of time: the same problem at the same home for the same
 * people, with a new promise. Answers with its reference; with that of the one raised before, while that is open.
 */
export async function continueRepair(db: Db, continuing: Continuing): Promise<string> {
  const { found, rules, nation, now } = continuing;
  const due = dueBy(targetOf(found.repair, rules), now, await readBankHolidays(db, nation));
  return db.write(async (tx) => {
    const { repair } = found;
    const submission = `${repair.id} ${continuing.submission}`.slice(0, 100);
    const again = await submitted(tx, db.schema, submission);
    await lockRepair(tx, db.schema, repair.id);
    const before = again?.repair.reference ?? (await openContinuation(tx, db, repair.id));
    if (before !== undefined) return before;
    return raise(tx, db, { ...continuing, due, submission });
  });
}

/** The reference of the open repair that continues one; undefined where there is none. */
async function openContinuation(tx: Query, { schema }: Db, repairId: string): Promise<string | undefined> {
  const last = (await eventsOf(tx, schema, repairId)).findLast(({ what }) => what === "continued");
  const reference = last?.after?.continuedBy;
  const found = typeof reference === "string" ? await repairCase(tx, schema, reference) : undefined;
  return found?.repair.status === "open" ? found.repair.reference : undefined;
}

type Raising = Continuing & { due: ReturnType<typeof dueBy>; submission: string };

async function raise(tx: Query, { schema }: Db, { found, how, worse, words, device, submission, due, now }: Raising): Promise<string> {
  const { repair, contact, needs } = found;
  const id = newId(now);
  const waitsFor = worse || needsOfficerToClose(repair) ? "officer" : "call";
  const fresh = { status: "open", waitsFor, callTime: "any", closedAt: null, closedWhy: null, proven: false, version: 0 };
  const next = { ...repair, ...fresh, ...due, id, submission, channel: "online", raisedAt: now };
  const reference = await newReference((reference) => addRepair(tx, schema, { ...next, reference }));
  await addContact(tx, schema, { ...contact, repairId: id, description: words, version: 0 });
  if (needs) await addVisitNeeds(tx, schema, { ...needs, repairId: id, version: 0 });
  const line = { at: now, who: "tenant", channel: "online", changeId: id, appointmentId: null, before: null };
  const reported = { ...line, id: newId(now), what: "reported", repairId: id, after: { version: 0, continues: repair.reference } };
  await addEvent(tx, schema, reported);
  const after = { continuedBy: reference, reason: how, worse: worse ? "yes" : "no" };
  await addEvent(tx, schema, { ...line, id: newId(now), what: "continued", repairId: repair.id, after });
  const proof = { id: newId(now), device, tryKey: "", repairId: id, messageId: null, codeUntil: now };
  await addProof(tx, schema, { ...proof, provenUntil: addHours(now, PROVEN_HOURS) });
  return reference;
}
