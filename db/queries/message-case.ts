import { eq } from "drizzle-orm";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";
import type { Message } from "./messages.ts";

type Row<Table extends keyof Schema> = Schema[Table]["$inferSelect"];

/** All that a message to a tenant says and depends on. Retention may have emptied the contact. */
export interface MessageCase {
  repair: Row<"repairs">;
  home: Row<"homes">;
  contact: Row<"contacts"> | null;
  appointment: Row<"appointments"> | null;
  visit: Row<"visits"> | null;
  /** Somebody is to come: the appointment has slots, and none is closed. */
  isServed: boolean;
}

/** What a message is about, as it stands now; undefined where its repair is gone. */
export async function messageCase(
  query: Query,
  schema: Schema,
  { repairId, appointmentId }: Pick<Message, "repairId" | "appointmentId">,
): Promise<MessageCase | undefined> {
  const { repairs: repair, homes: home, contacts: contact, appointments: appointment, visits: visit, slots } = schema;
  const rows = await query
    .select({ repair, home, contact, appointment, visit, open: slots.open })
    .from(repair)
    .innerJoin(home, eq(home.uprn, repair.uprn))
    .leftJoin(contact, eq(contact.repairId, repair.id))
    .leftJoin(appointment, eq(appointment.id, appointmentId ?? ""))
    .leftJoin(visit, eq(visit.appointmentId, appointment.id))
    .leftJoin(slots, eq(slots.appointmentId, appointment.id))
    .where(eq(repair.id, repairId));
  const [found] = rows;
  return found && { ...found, isServed: rows.every(({ open }) => open) };
}

/** What a person told us of how to reach them about a repair; undefined where there is nothing. */
export async function contactOf(query: Query, { contacts }: Schema, repairId: string): Promise<Row<"contacts"> | undefined> {
  const build = (q: Query) =>
    q
      .select()
      .from(contacts)
      .where(eq(contacts.repairId, given(contacts.repairId, "repairId")));
  const [found] = await run(query, "contact_of", build, { repairId });
  return found;
}
