import { and, asc, desc, eq, gt, ne, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";

export type Staff = Schema["staff"]["$inferSelect"];
export type StaffSession = Schema["staffSessions"]["$inferSelect"];
export type SignInTries = Schema["signInTries"]["$inferSelect"];

/** The account of an email address as it is kept (domain/staff, accountEmail), active or not; undefined where there is none. */
export async function staffByEmail(query: Query, { staff }: Schema, email: string): Promise<Staff | undefined> {
  const [found] = await query.select().from(staff).where(eq(staff.email, email));
  return found;
}

/** The account that the landlord's own sign-in knows by a subject, active or not. */
export async function staffBySubject(query: Query, { staff }: Schema, subject: string): Promise<Staff | undefined> {
  const [found] = await query.select().from(staff).where(eq(staff.subject, subject));
  return found;
}

/** The account of an id, active or not. */
export async function staffById(query: Query, { staff }: Schema, id: string): Promise<Staff | undefined> {
  const [found] = await query.select().from(staff).where(eq(staff.id, id));
  return found;
}

/** The active account whose link to choose a password is good at an instant. */
export async function staffWelcomed(
  query: Query,
  { staff }: Schema,
  { welcome, now }: { welcome: string; now: Date },
): Promise<Staff | undefined> {
  const [found] = await query
    .select()
    .from(staff)
    .where(and(eq(staff.welcome, welcome), gt(staff.welcomeUntil, now), eq(staff.active, true)));
  return found;
}

/** Every account, by name. */
export async function listStaff(query: Query, { staff }: Schema): Promise<Staff[]> {
  return await query.select().from(staff).orderBy(sql`lower(${staff.name})`, asc(staff.id));
}

/** Adds accounts; false where an address has one already. */
export async function addStaff(tx: Query, { staff }: Schema, rows: Schema["staff"]["$inferInsert"][]): Promise<boolean> {
  const added = await tx.insert(staff).values(rows).onConflictDoNothing().returning({ id: staff.id });
  return added.length === rows.length;
}

/** Changes an account and its version; undefined where there is none, or it has another version than `from`. */
export async function changeStaff(
  tx: Query,
  { staff }: Schema,
  { id, from, ...values }: Partial<Omit<Staff, "id" | "version">> & { id: string; from: number },
): Promise<Staff | undefined> {
  const [changed] = await tx
    .update(staff)
    .set({ ...values, version: from + 1 })
    .where(and(eq(staff.id, id), eq(staff.version, from)))
    .returning();
  return changed;
}

/** Writes that a code was used; false where it, or a later one, was used before. */
export async function useCode(tx: Query, { staff }: Schema, { id, step }: { id: string; step: number }): Promise<boolean> {
  const rows = await tx
    .update(staff)
    .set({ codeUsed: step })
    .where(and(eq(staff.id, id), sql`coalesce(${staff.codeUsed}, 0) < ${step}`))
    .returning({ id: staff.id });
  return rows.length > 0;
}

/** The active administrators, who stay so until this change ends: two changes at once cannot each leave the other's as the last. */
export async function lockAdministrators(tx: Query, { staff }: Schema): Promise<string[]> {
  const rows = await tx
    .update(staff)
    .set({ version: sql`${staff.version}` })
    .where(and(eq(staff.role, "administrator"), eq(staff.active, true)))
    .returning({ id: staff.id });
  return rows.map(({ id }) => id);
}

/** Keeps a new session. */
export async function addSession(tx: Query, { staffSessions }: Schema, session: StaffSession): Promise<void> {
  await tx.insert(staffSessions).values(session);
}

/** The session of a token's hash with its account, live or not; undefined where there is none or the account is not active. */
export async function sessionOf(
  query: Query,
  { staffSessions, staff }: Schema,
  token: string,
): Promise<{ session: StaffSession; staff: Staff } | undefined> {
  const build = (q: Query) =>
    q
      .select({ session: staffSessions, staff })
      .from(staffSessions)
      .innerJoin(staff, eq(staff.id, staffSessions.staffId))
      .where(and(eq(staffSessions.token, given(staffSessions.token, "token")), eq(staff.active, true)));
  const [found] = await run(query, "staff session", build, { token });
  return found;
}

/** Writes when a session was last used, or that its second factor was given. */
export async function changeSession(
  tx: Query,
  { staffSessions }: Schema,
  { id, ...values }: Pick<StaffSession, "id"> & Partial<Pick<StaffSession, "seenAt" | "verified" | "token">>,
): Promise<void> {
  await tx.update(staffSessions).set(values).where(eq(staffSessions.id, id));
}

/** The sessions of a person, the one used last first; some may be over. */
export async function listSessions(query: Query, { staffSessions }: Schema, staffId: string): Promise<StaffSession[]> {
  return await query
    .select()
    .from(staffSessions)
    .where(eq(staffSessions.staffId, staffId))
    .orderBy(desc(staffSessions.seenAt), desc(staffSessions.id));
}

/** Ends one session of a person, all but one, or all of them. */
export async function endSessions(
  tx: Query,
  { staffSessions }: Schema,
  { staffId, id, except }: { staffId: string; id?: string | undefined; except?: string },
): Promise<void> {
  const which = [id === undefined ? undefined : eq(staffSessions.id, id), except === undefined ? undefined : ne(staffSessions.id, except)];
  await tx.delete(staffSessions).where(and(eq(staffSessions.staffId, staffId), ...which));
}

/** Removes sessions that were over before an instant. */
export async function removeOldSessions(tx: Query, { staffSessions }: Schema, before: Date): Promise<void> {
  await tx.delete(staffSessions).where(sql`${staffSessions.endsAt} < ${sql.param(before, staffSessions.endsAt)}`);
}

/** The tries of an address (its SHA-256), none where it is new; nobody else counts one until this change ends. */
export async function lockTries(tx: Query, { signInTries }: Schema, { email, now }: { email: string; now: Date }): Promise<SignInTries> {
  const [tries] = await tx
    .insert(signInTries)
    .values({ email, failures: 0, lastAt: now })
    .onConflictDoUpdate({ target: signInTries.email, set: { email } })
    .returning();
  return tries ?? { email, failures: 0, lastAt: now, waitUntil: null };
}

/** Writes the tries of an address. */
export async function changeTries(tx: Query, { signInTries }: Schema, { email, ...values }: SignInTries): Promise<void> {
  await tx.update(signInTries).set(values).where(eq(signInTries.email, email));
}

/** Forgets the wrong tries of an address: the right password was given. */
export async function forgetTries(tx: Query, { signInTries }: Schema, email: string): Promise<void> {
  await tx.delete(signInTries).where(eq(signInTries.email, email));
}
