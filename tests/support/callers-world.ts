import { eq } from "drizzle-orm";
import type { OpenFresh } from "./engines.ts";
import { ownWorld } from "./own-world.ts";
import { addStaffMember, signInAs } from "./staff.ts";
import type { Given } from "./walk.ts";

export type CallersWorld = Awaited<ReturnType<typeof callersWorld>>;

/** A tap booked online for Thursday morning, an agent at the desk and an officer, both signed in. */
export async function callersWorld(open: OpenFresh, problem?: Given[]) {
  const world = await ownWorld(open, problem);
  const { db, reference } = world;
  const agent = world.browser();
  const email = await addStaffMember(db, { role: "agent", email: "al@example.com", name: "Al Agent" });
  await signInAs(agent, email);
  await world.asOfficer("/staff");
  const [row] = await db.read.select().from(db.schema.staff).where(eq(db.schema.staff.email, email));
  const paths = { page: `/staff/repairs/${reference}`, desk: `/contact-centre/repairs/${reference}` };
  return { ...world, ...paths, agent, agentId: row?.id ?? "" };
}
