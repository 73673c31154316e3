import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { findInstallation } from "#db/queries/installation.ts";
import { addStaff, listStaff } from "#db/queries/staff.ts";
import type { Schema } from "#db/schema/schema.ts";
import people from "#db/seed/demo/staff.json";
import { hashPassword } from "./staff-password.server.ts";

/** Known to everybody: only a demo's database ever holds it. */
const PASSWORD = "fernhill-demo";

/** What is kept of the demo's password; worked out before the change that writes it. */
export function demoPassword(): Promise<string> {
  return hashPassword(PASSWORD);
}

/** Adds the demo's staff, one of each role, all with the same password. */
export async function addDemoStaff(tx: Query, schema: Schema, { password, now }: { password: string; now: Date }): Promise<void> {
  await addStaff(
    tx,
    schema,
    people.map((person) => ({ id: newId(now), ...person, password })),
  );
}

/** Who one may sign in as in the demo, and how; undefined in a landlord's installation. */
export async function readDemoStaff(db: Db): Promise<{ emails: string[]; password: string } | undefined> {
  if ((await findInstallation(db)) !== "demo") return undefined;
  const known = new Set(people.map(({ email }) => email));
  const accounts = await listStaff(db.read, db.schema);
  return { emails: accounts.filter(({ email }) => known.has(email)).map(({ email }) => email), password: PASSWORD };
}
