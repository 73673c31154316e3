import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import { type Receiver, receiverOf } from "#app/domain/contact.ts";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";
import type { Message } from "./messages.ts";

type Row<Table extends keyof Schema> = Schema[Table]["$inferSelect"];

/** All that a message to a tenant says and depends on, in the words of whom it is for. */
export interface MessageCase {
  repair: Row<"repairs">;
  home: Row<"homes">;
  /** Null where retention has emptied it. */
  receiver: Receiver | null;
  appointment: Row<"appointments"> | null;
  visit: Row<"visits"> | null;
  /** Somebody is to come: the appointment has slots, and none is closed. */
  isServed: boolean;
}

/** What a message is about, as it stands now; undefined where its repair is gone. */
export async function messageCase(
  query: Query,
  schema: Schema,
  { repairId, appointmentId, followerId }: Pick<Message, "repairId" | "appointmentId" | "followerId">,
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
  if (!found) return undefined;
  const follower = await followerOf(query, schema, followerId);
  return {
    ...found,
    ...(follower && { repair: { ...found.repair, reference: follower.reference, language: follower.language } }),
    receiver: follower ? asReceiver(follower) : found.contact && receiverOf(found.contact),
    isServed: rows.every(({ open }) => open),
  };
}

/** Who a repair's own messages go to; undefined where retention has emptied it. */
async function ownReceiver(query: Query, { contacts }: Schema, repairId: string): Promise<Receiver | undefined> {
  const build = (q: Query) =>
    q
      .select()
      .from(contacts)
      .where(eq(contacts.repairId, given(contacts.repairId, "repairId")));
  const [found] = await run(query, "contact_of", build, { repairId });
  return found && receiverOf(found);
}

const asReceiver = ({ phone, email, messagesBy }: Row<"followers">): Receiver => ({ name: null, phone, email, by: messagesBy });

async function followerOf(query: Query, { followers }: Schema, id: string): Promise<Row<"followers"> | undefined> {
  if (id === "") return undefined;
  const [found] = await query.select().from(followers).where(eq(followers.id, id));
  return found;
}

/** Who gets a message about a repair: the follower whom it names, else whoever the repair's own messages go to. */
export async function receiverFor(
  query: Query,
  schema: Schema,
  { repairId, followerId = "" }: { repairId: string; followerId?: string },
): Promise<Receiver | undefined> {
  const follower = await followerOf(query, schema, followerId);
  return follower ? asReceiver(follower) : ownReceiver(query, schema, repairId);
}

/** Who follows a repair of shared areas and is to be told of it, each with how. */
export async function followersToTell(
  query: Query,
  { followers, repairs }: Schema,
  repairId: string,
): Promise<{ followerId: string; receiver: Receiver }[]> {
  const rows = await query
    .select({ follower: followers })
    .from(followers)
    .innerJoin(repairs, eq(repairs.id, followers.repairId))
    .where(and(eq(followers.repairId, repairId), ne(followers.messagesBy, "none"), isNotNull(repairs.blockId)))
    .orderBy(asc(followers.id));
  return rows.map(({ follower }) => ({ followerId: follower.id, receiver: asReceiver(follower) }));
}
