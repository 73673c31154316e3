import { proofCode } from "#app/services/repair-link.server.ts";
import type { Db } from "#db/client.ts";
import { addSlots } from "./calendar.ts";
import type { OpenFresh } from "./engines.ts";
import { SITE_SECRET } from "./pages.ts";
import { repairById } from "./repairs.ts";
import { reportWorld } from "./report-world.ts";
import { addStaffMember, signInAs } from "./staff.ts";
import { CONTACT, MORNING, TAP, walk } from "./walk.ts";

export const FRIDAY = "2026-11-27";

/** A dripping tap, booked for Thursday morning on a phone; Thursday afternoon and Friday are free as well. */
export async function ownWorld(open: OpenFresh, problem = TAP) {
  const world = await reportWorld(await open());
  const { db, browser, plumber } = world;
  await addSlots(db, { operativeId: plumber, date: FRIDAY, windows: ["morning", "afternoon"] });
  const phone = browser();
  const receipt = await phone.post((await walk(phone, [...problem, MORNING, CONTACT])).path);
  const [first] = await db.read.select().from(db.schema.repairs);
  const { id = "", reference = "" } = first ?? {};
  const path = `/repair/${reference}`;
  const events = async () =>
    (await db.read.select().from(db.schema.events)).filter(({ repairId, what }) => repairId === id && what !== "opened online");
  const slots = async () =>
    (await db.read.select().from(db.schema.slots))
      .filter(({ appointmentId }) => appointmentId !== null)
      .map(({ date, window }) => `${date} ${window}`);
  const officer = browser();
  const asOfficer = async (page: string) => {
    await signInAs(officer, "ada@example.com");
    return officer.get(page);
  };
  await addStaffMember(db);
  return { ...world, phone, receipt, id, reference, path, events, slots, officer, asOfficer, repair: () => repairById(db, id) };
}

/** The code that was sent last, or nothing. */
export async function lastCode(db: Db): Promise<string> {
  const codes = (await db.read.select().from(db.schema.messages)).filter(({ kind }) => kind === "code");
  const last = codes.toSorted((a, b) => a.number - b.number).at(-1);
  return last ? proofCode(last.id, SITE_SECRET) : "";
}
