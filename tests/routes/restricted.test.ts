import type { RouteConfigEntry } from "@remix-run/route-config";
import { expect, test } from "vitest";
import routes from "#app/routes.ts";
import { newId } from "#db/ids.ts";
import { addAppointment, addOperative, addRepair, addSlots, NOW } from "#tests/support/calendar.ts";
import { type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { errors, heading, main, table } from "#tests/support/page.ts";
import { addContactOf } from "#tests/support/repairs.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const TODAY = "2026-11-23";
const UPRN = "100000009";
const HOME = `/staff/homes/${UPRN}`;
/** All that is personal about the home: none of it may be on any page of who may not open it. */
const SECRETS = [
  "9 Hidden Row",
  "FH9 9ZZ",
  "Sylvia Secret",
  "7700 900123",
  "+447700900123",
  "Rattling",
  "Behind the shed",
  "She fled",
  "Hushed",
];

/** At 9 Hidden Row, restricted to managers: an emergency, a repair with a visit today that needs moving, one with a visit today, and a message to call. */
async function start(open: OpenFresh) {
  const world = await reportWorld(await open());
  const { db, browser } = world;
  await db.write((tx) =>
    tx.insert(db.schema.homes).values({
      ...{ uprn: UPRN, line1: "9 Hidden Row", postcode: "FH99ZZ", sortKey: "9", tenure: "secure" },
      ...{ restrictedTo: "manager", restrictedWhy: "She fled", restrictedReviewOn: "2027-01-01" },
    }),
  );
  const [problem] = await db.read.select().from(db.schema.problems).limit(1);
  const at = { uprn: UPRN, problemId: problem?.id ?? "", proven: true, problem: "Rattling" };
  const repairs = {
    visited: await addRepair(db, { ...at, reference: "7KQ4-9XMV" }),
    stranded: await addRepair(db, { ...at, reference: "2222-2222" }),
    flood: await addRepair(db, { ...at, reference: "FLUD-0001", priority: "emergency", dueOn: TODAY }),
  };
  const told = { name: "Sylvia Secret", phone: "+447700900123", description: "Behind the shed" };
  for (const id of Object.values(repairs)) await addContactOf(db, id, told);
  const ann = await addOperative(db, { name: "Ann", trades: ["tiling"] });
  const [slotId = "", closedId = ""] = await addSlots(db, { operativeId: ann, date: TODAY, windows: ["morning", "afternoon"] });
  const visitId = await addAppointment(db, { repairId: repairs.visited, slotIds: [slotId], date: TODAY });
  await addAppointment(db, { repairId: repairs.stranded, slotIds: [closedId], date: TODAY, window: "afternoon" });
  const message = { kind: "booked", channel: "call", status: "waiting", number: 1, rank: 2, dueAt: NOW, tryAt: NOW, createdAt: NOW };
  await db.write(async (tx) => {
    await tx.insert(db.schema.emergencies).values({ repairId: repairs.flood });
    for (const channel of ["call", "letter"])
      await tx
        .insert(db.schema.messages)
        .values({ ...message, channel, id: newId(NOW), repairId: repairs.visited, appointmentId: visitId });
    await tx.insert(db.schema.repairNotes).values({ id: newId(NOW), repairId: repairs.visited, at: NOW, who: "tenant", words: "Hushed" });
  });
  const officer = browser();
  await signInAs(officer, await addStaffMember(db));
  const manager = browser();
  await signInAs(manager, await addStaffMember(db, { email: "manager@example.com", name: "Grace Secret", role: "manager" }));
  await manager.post(`/staff/slots/${closedId}`, { change: "withdraw", reason: "Off" });
  return { ...world, slotId, visitId, officer, manager };
}

/** Every address of staff that has a page of its own, with the home's own in the place of what stands for one. */
async function staffPaths({ slotId, visitId }: { slotId: string; visitId: string }): Promise<string[]> {
  const all = ((await routes) as RouteConfigEntry[]).map(({ path = "" }) => `/${path}`).filter((path) => path.startsWith("/staff"));
  const named = {
    uprn: UPRN,
    reference: "7KQ4-9XMV",
    slot: slotId,
    appointment: visitId,
    kind: "need",
    record: "not-alone",
    what: "absence",
  };
  return all.map((path) => path.replaceAll(/:(\w+)/g, (_, name: string) => named[name as keyof typeof named] ?? "x"));
}

const LISTS = [
  ...["/staff/repairs?status=any&q=Sylvia", "/staff/repairs?q=FH99ZZ", "/staff/repairs?q=07700900123", "/staff/repairs.csv"],
  ...["/staff/messages?list=calls", "/staff/messages?list=letters", "/staff/messages/letters", "/staff/day.csv"],
];
const CLOSED = [HOME, "/staff/repairs/7KQ4-9XMV", "/staff/repairs/7KQ4-9XMV/edit", "/staff/repairs/2222-2222/alone"];

onBothEngines("a home that is restricted", (open) => {
  test("is refused and says nothing on any page of staff whose role is another, though its visits keep their places; others see all", async () => {
    const world = await start(open);
    const { officer, manager, slotId, visitId } = world;
    const paths = [...(await staffPaths(world)), ...LISTS, "/staff/repairs/2222-2222"].filter((path) => path !== "/staff/sign-out");
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths) {
      const { html } = await officer.get(path);
      expect([path, SECRETS.filter((secret) => html.includes(secret))]).toEqual([path, []]);
    }
    const closed = [...CLOSED, `${HOME}/add/need`, `/staff/slots/${slotId}`, `/staff/slots/${slotId}/move`, `/staff/visits/${visitId}`];
    for (const path of closed) {
      const refused = await officer.get(path);
      expect([path, refused.status, heading(refused)]).toEqual([path, 403, "This home is restricted"]);
      expect(main(refused)).toContain("Ask: Manager.");
    }
    expect((await officer.post(`${HOME}/add/need`, {})).status).toBe(403);
    for (const path of ["/staff/day", "/staff/calendar", "/staff/emergencies", "/staff/to-move"])
      expect([path, main(await officer.get(path)).includes("Restricted home")]).toEqual([path, true]);
    for (const path of ["/staff/day", "/staff/calendar", "/staff/emergencies", "/staff/to-move", HOME, "/staff/repairs"])
      expect([path, main(await manager.get(path)).includes("9 Hidden Row")]).toEqual([path, true]);
    expect((await manager.get("/staff/messages?list=calls")).html).toContain("Sylvia Secret");
  });

  test("is restricted and opened again by managers, with why and when it is looked at again; two at once are told of each other", async () => {
    const { officer, manager } = await start(open);
    const path = "/staff/homes/100000001/restrict";
    expect([(await officer.get(path)).status, (await officer.post(path, {})).status]).toEqual([403, 403]);
    expect(errors(await manager.post(path, { change: "save" }))).toHaveLength(3);
    const typed = { change: "save", version: "0", roles: ["manager", "administrator"], why: "Witness", reviewOn: "2027-03-01" };
    expect(main(await manager.post(path, typed))).toContain("Restricted to: Manager, Administrator");
    expect((await officer.get("/staff/homes/100000001")).status).toBe(403);
    const stale = await manager.post(path, { ...typed, why: "Other" });
    expect(errors(stale)).toEqual([expect.stringMatching(/home restricted, Grace Secret, .*What you typed is kept/)]);
    for (const _ of [1, 2]) await manager.post(path, { change: "end", version: "1" });
    expect((await officer.get("/staff/homes/100000001")).status).toBe(200);
  });

  test("that somebody tried is seen by managers, with files taken, one home opened often, and homes of the own name", async () => {
    const { db, officer, manager } = await start(open);
    const tenancyId = newId(NOW);
    await db.write(async (tx) => {
      await tx.insert(db.schema.tenancies).values({ id: tenancyId, reference: "T-9", uprn: UPRN, startsOn: "2020-01-01" });
      await tx.insert(db.schema.tenants).values({ id: newId(NOW), tenancyId, name: "Sylvia Secret" });
    });
    await officer.get(HOME);
    await officer.get("/staff/repairs.csv");
    for (let times = 0; times < 10; times++) await officer.get("/staff/homes/100000001");
    await manager.get(HOME);
    expect((await officer.get("/staff/look-ups")).status).toBe(403);
    expect(table(await manager.get("/staff/look-ups"), "Who opened what")).toEqual([
      ["Ada Person", "Restricted home triedOne home oftenFiles taken", "1", "1", "1", "10", "Repairs"],
      ["Grace Secret", "Own name", "1", "0", "0", "2", ""],
    ]);
    expect(main(await manager.get("/staff/look-ups?date=2026-11-22"))).toContain("Nobody opened anything on this day.");
  });
});
