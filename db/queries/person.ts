import { and, asc, eq, gt, inArray, isNull, like, or, type SQL, sql } from "drizzle-orm";
import type { PersonKey } from "#app/domain/person.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

const lowered = (column: Parameters<typeof eq>[0]) => sql`lower(${column})`;

/** Repairs whose details, as they are or were before, name a phone number or an email address; or all of a home. Forgotten ones are none of a person's. */
export async function repairsOf(query: Query, schema: Schema, key: PersonKey) {
  const { repairs, homes, contacts, contactsBefore } = schema;
  const { phone, visitPhone, email, visitEmail } = contacts;
  const is = "phone" in key ? or(eq(phone, key.phone), eq(visitPhone, key.phone)) : undefined;
  const mails = "email" in key ? or(eq(lowered(email), key.email), eq(lowered(visitEmail), key.email)) : undefined;
  const before = "phone" in key ? key.phone : "email" in key ? key.email : "";
  const named = query.select({ id: contacts.repairId }).from(contacts).where(or(is, mails));
  const wasNamed = query
    .select({ id: contactsBefore.repairId })
    .from(contactsBefore)
    .where(like(sql`lower(cast(${contactsBefore.values} as text))`, `%${before}%`));
  const theirs = "uprn" in key ? eq(repairs.uprn, key.uprn) : or(inArray(repairs.id, named), inArray(repairs.id, wasNamed));
  return await query
    .select({ repair: repairs, home: homes })
    .from(repairs)
    .innerJoin(homes, eq(homes.uprn, repairs.uprn))
    .where(and(theirs, isNull(repairs.forgottenAt)))
    .orderBy(asc(repairs.raisedAt), asc(repairs.id));
}

/** All that stands beside a repair, as it is kept. */
export async function besideRepair(query: Query, schema: Schema, repairId: string) {
  const { contacts, contactsBefore, visitNeeds, repairNotes, appointments, visits, messages, photos, events, emergencies, soonerWishes } =
    schema;
  const [contact] = await query.select().from(contacts).where(eq(contacts.repairId, repairId));
  const [needs] = await query.select().from(visitNeeds).where(eq(visitNeeds.repairId, repairId));
  const [emergency] = await query.select().from(emergencies).where(eq(emergencies.repairId, repairId));
  const of = eq(contactsBefore.repairId, repairId);
  return {
    contact,
    needs,
    emergency,
    earlier: await query.select().from(contactsBefore).where(of).orderBy(asc(contactsBefore.version)),
    notes: await query.select().from(repairNotes).where(eq(repairNotes.repairId, repairId)).orderBy(asc(repairNotes.at)),
    visits: await query
      .select({ appointment: appointments, visit: visits })
      .from(appointments)
      .leftJoin(visits, eq(visits.appointmentId, appointments.id))
      .where(eq(appointments.repairId, repairId))
      .orderBy(asc(appointments.date), asc(appointments.id)),
    sooner: await query.select().from(soonerWishes).where(eq(soonerWishes.repairId, repairId)).orderBy(asc(soonerWishes.askedAt)),
    messages: await query.select().from(messages).where(eq(messages.repairId, repairId)).orderBy(asc(messages.dueAt)),
    photos: await query.select().from(photos).where(eq(photos.repairId, repairId)).orderBy(asc(photos.addedAt), asc(photos.id)),
    events: await query.select().from(events).where(eq(events.repairId, repairId)).orderBy(asc(events.at), asc(events.id)),
  };
}

/** What people asked for beside repairs, where they left a phone number or an email address; as they typed it. */
export async function askedBeside(query: Query, { followers, requests, repairs }: Schema) {
  const reachable = (table: typeof followers | typeof requests): SQL | undefined =>
    or(sql`${table.phone} is not null`, sql`${table.email} is not null`);
  return {
    followers: await query
      .select({ follower: followers, repair: repairs.reference })
      .from(followers)
      .innerJoin(repairs, eq(repairs.id, followers.repairId))
      .where(reachable(followers))
      .orderBy(asc(followers.followedAt)),
    requests: await query.select().from(requests).where(reachable(requests)).orderBy(asc(requests.askedAt)),
  };
}

/** The reports of danger that were left unsent. */
export async function leftUnsent(query: Query, { unfinishedReports }: Schema) {
  return await query.select().from(unfinishedReports).orderBy(asc(unfinishedReports.leftAt));
}

/** Some drafts with the files of their photos, in the order of their ids after one. */
export async function draftsAfter(query: Query, { drafts, photos }: Schema, after: string) {
  const some = await query.select().from(drafts).where(gt(drafts.id, after)).orderBy(asc(drafts.id)).limit(200);
  const ids = some.map(({ id }) => id);
  const theirs = await query.select().from(photos).where(inArray(photos.draftId, ids)).orderBy(asc(photos.position));
  return some.map((draft) => ({ draft, photos: theirs.filter(({ draftId }) => draftId === draft.id) }));
}
