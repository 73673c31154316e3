import type { Db, Query } from "#db/client.ts";
import { findInstallation } from "#db/queries/installation.ts";
import { addStaff } from "#db/queries/staff.ts";
import type { Schema } from "#db/schema/schema.ts";
import demo from "#db/seed/demo/staff.json";

/** Adds the demo's staff, one of each role, with a password that everybody knows: only a demo's database ever holds it. */
export async function addDemoStaff(tx: Query, schema: Schema): Promise<void> {
  await addStaff(
    tx,
    schema,
    demo.people.map((person) => ({ ...person, password: demo.kept })),
  );
}

/** Who one may sign in as in the demo, and how; undefined in a landlord's installation. */
export async function readDemoStaff(db: Db): Promise<{ emails: string[]; password: string } | undefined> {
  if ((await findInstallation(db)) !== "demo") return undefined;
  return { emails: demo.people.map(({ email }) => email), password: demo.password };
}
