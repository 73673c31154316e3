import { readMessages } from "#app/domain/contact.ts";
import { readPhone } from "#app/domain/phone.ts";
import type { EditAnswer } from "#app/journeys/repair-forms.ts";
import type { Db } from "#db/client.ts";
import { type Contact, changeContact } from "#db/queries/repair-case.ts";
import { mayWriteBeside } from "#db/queries/retention.ts";
import { type Seen, traceRepair } from "./change-repair.server.ts";
import { endLinks } from "./prove-repair.server.ts";
import { sayAnew } from "./say.server.ts";

/** What was answered, as it is kept; what is empty is null. */
function contactFrom({ confirmBy, phone, visitPhone, ...answer }: EditAnswer): Omit<Contact, "repairId" | "version" | "reportsFor"> {
  return {
    ...{ name: answer.name, description: answer.description, email: answer.email || null },
    ...{ visitName: answer.visitName || null, visitEmail: answer.visitEmail || null },
    phone: readPhone(phone)?.number ?? null,
    visitPhone: readPhone(visitPhone)?.number ?? null,
    ...readMessages(confirmBy),
  };
}

interface Editing extends Seen {
  answer: EditAnswer;
  /** The details as they stand. */
  contact: Contact;
}

/** What says who is reached, and where. */
const REACH = ["phone", "email", "visitName", "visitPhone", "visitEmail", "messagesTo"];

/**
 * Changes what a person told us of a repair and how to reach whom. What stood there before is kept under its version, apart from the trace,
 * which names only the fields. Where it says so already nothing changes. Where it changes who is reached, every link
 * that went out before ends; what still waits to be said goes the new way. False where the details have changed since `version`.
 */
export async function editReport(db: Db, { answer, contact, ...seen }: Editing): Promise<boolean> {
  const said = contactFrom(answer);
  const fields = Object.entries(said).flatMap(([name, value]) => (contact[name as keyof typeof said] === value ? [] : [name]));
  if (fields.length === 0) return true;
  const { repair, now } = seen;
  return db.write(async (tx) => {
    if (!(await mayWriteBeside(tx, db.schema, repair.id))) return false;
    const isChanged = await changeContact(tx, db.schema, { repairId: repair.id, from: seen.version, ...said });
    if (!isChanged) return false;
    const after = { fields: fields.join(" "), contactVersion: seen.version + 1 };
    await traceRepair(tx, db, seen, { what: "details changed", before: { contactVersion: seen.version }, after });
    if (fields.some((name) => REACH.includes(name))) await endLinks(tx, db.schema, { repairId: repair.id, now });
    if (fields.some((name) => [...REACH, "confirmBy"].includes(name))) await sayAnew(tx, db.schema, { repairId: repair.id, now });
    return true;
  });
}
