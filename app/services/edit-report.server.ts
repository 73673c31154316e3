import { readMessages } from "#app/domain/contact.ts";
import { readPhone } from "#app/domain/phone.ts";
import type { EditAnswer } from "#app/journeys/repair-forms.ts";
import type { Db } from "#db/client.ts";
import { type Contact, changeContact } from "#db/queries/repair-case.ts";
import { type Seen, traceRepair } from "./change-repair.server.ts";

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

/**
 * Changes what a person told us of a repair and how to reach whom. What stood there before is kept under its version, apart from the trace,
 * which names only the fields. Where it says so already nothing changes. False where the details have changed since `version`.
 */
export async function editReport(db: Db, { answer, contact, ...seen }: Editing): Promise<boolean> {
  const said = contactFrom(answer);
  const fields = Object.entries(said).flatMap(([name, value]) => (contact[name as keyof typeof said] === value ? [] : [name]));
  if (fields.length === 0) return true;
  return db.write(async (tx) => {
    const isChanged = await changeContact(tx, db.schema, { repairId: seen.repair.id, from: seen.version, ...said });
    if (!isChanged) return false;
    const after = { fields: fields.join(" "), contactVersion: seen.version + 1 };
    await traceRepair(tx, db, seen, { what: "details changed", before: { contactVersion: seen.version }, after });
    return true;
  });
}
