import { accountEmail, type Role, roleOfGroups } from "#app/domain/staff.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addStaff, changeStaff, type Staff, staffByEmail, staffBySubject } from "#db/queries/staff.ts";
import type { Schema } from "#db/schema/schema.ts";
import { startSession } from "./sign-in.server.ts";
import type { SignedOn } from "./single-sign-on.server.ts";

interface Elsewhere {
  person: SignedOn;
  /** Which groups have which role. */
  roles: Readonly<Record<string, Role>>;
  browser: string;
  now: Date;
}

/** `taken`: another account has the address, and nobody says that it is this person's. */
export type ElsewhereAnswer = { ok: true; token: string } | { ok: false; reason: Refused };

/**
 * Signs in somebody whom the landlord's own sign-in knows; that is where a second factor is asked. Groups say the role where any has one;
 * else the account that an administrator made does. An account is known by its subject; by its address only the first time, and only where
 * the issuer vouches for the address.
 */
export async function signInElsewhere(db: Db, { person, roles, browser, now }: Elsewhere): Promise<ElsewhereAnswer> {
  const found = await db.write((tx) => accountOf(tx, db, { person, role: roleOfGroups(person.groups, roles), now }));
  if (typeof found === "string") return { ok: false, reason: found };
  return { ok: true, token: await startSession(db, { staff: found, browser, verified: true, elsewhere: true, now }) };
}

interface Coming {
  person: SignedOn;
  role: Role | undefined;
  now: Date;
}

type Refused = "no-role" | "stopped" | "taken";

async function accountOf(tx: Query, { schema }: Db, { person, role, now }: Coming): Promise<Staff | Refused> {
  const { subject, name } = person;
  const email = accountEmail(person.email);
  const own = await staffBySubject(tx, schema, subject);
  const known = own ?? (await staffByEmail(tx, schema, email));
  if (known) return takeAccount(tx, schema, known, { person, role });
  if (!role) return "no-role";
  await addStaff(tx, schema, [{ id: newId(now), email, name, role, subject }]);
  return (await staffBySubject(tx, schema, subject)) ?? "taken";
}

/** The account that is there, if it is this person's: with their subject, and the role of their groups. */
async function takeAccount(tx: Query, schema: Schema, known: Staff, { person, role }: Omit<Coming, "now">): Promise<Staff | Refused> {
  const isOwn = known.subject === person.subject;
  if (!isOwn && (known.subject !== null || !person.isEmailTheirs)) return "taken";
  if (!known.active) return "stopped";
  const next = { subject: person.subject, role: role ?? known.role };
  if (isOwn && known.role === next.role) return known;
  return (await changeStaff(tx, schema, { id: known.id, from: known.version, ...next })) ?? "taken";
}
