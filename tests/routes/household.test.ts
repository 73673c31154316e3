import { addSeconds } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { endMarks } from "#app/services/mark-home.server.ts";
import { newId } from "#db/ids.ts";
import { addAppointment, addOperative, addRepair, addSlots, NOW } from "#tests/support/calendar.ts";
import { type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { aLandlord } from "#tests/support/landlord.ts";
import { body, errors, main } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { addContactOf } from "#tests/support/repairs.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const TODAY = "2026-11-23";
const UPRN = "100000001";
const HOME = `/staff/homes/${UPRN}`;
const REPAIR = "/staff/repairs/7KQ4-9XMV";
const HELPS = "Allow five minutes to reach the door";
const NEED = { words: HELPS, code: "psr-22", about: "Mary", source: "tenant", agreed: "yes", until: "2027-11-01" };
const WARNING = { code: "key-safe", words: "By the gas meter", until: "2026-12-24" };
/** What the code of the need says: a fact of health. */
const ILLNESS = "Chronic or serious illness";

const WRONG = [
  { given: { until: "2026-11-22" }, said: "The date must be today or later" },
  { given: { until: "9999-01-01" }, said: "The date must be in the next 5 years" },
  { given: { code: "constructor" }, said: "Select a need" },
  { given: { words: "x".repeat(151) }, said: "Enter 150 characters or fewer" },
];

/** At 1 Mill Lane, let to Mary Tenant: a tap with a visit today. An officer and an agent. */
async function start(open: OpenFresh) {
  const world = await reportWorld(await open(), { landlord: { ...aLandlord(), needs: { "large-print": "Letters in large print" } } });
  const { db, browser } = world;
  const [problem] = await db.read.select().from(db.schema.problems).limit(1);
  const repairId = await addRepair(db, { uprn: UPRN, problemId: problem?.id ?? "", reference: "7KQ4-9XMV", proven: true });
  await addContactOf(db, repairId);
  const tenancyId = newId(NOW);
  await db.write(async (tx) => {
    await tx.insert(db.schema.tenancies).values({ id: tenancyId, reference: "T-100", uprn: UPRN, startsOn: "2020-04-01" });
    await tx.insert(db.schema.tenants).values({ id: newId(NOW), tenancyId, name: "Mary Tenant" });
  });
  const ann = await addOperative(db, { name: "Ann", trades: ["tiling"] });
  const [slotId = ""] = await addSlots(db, { operativeId: ann, date: TODAY });
  const visitId = await addAppointment(db, { repairId, slotIds: [slotId], date: TODAY });
  const officer = browser();
  await signInAs(officer, await addStaffMember(db));
  const agent = browser();
  await signInAs(agent, await addStaffMember(db, { email: "agent@example.com", name: "Bo Agent", role: "agent" }));
  const openings = () => db.read.select().from(db.schema.openings).orderBy(db.schema.openings.id);
  const tick = () => {
    world.clock.now = addSeconds(world.clock.now, 1);
  };
  return { ...world, tick, repairId, tenancyId, ann, slotId, visitId, officer, agent, openings };
}

/** Where the last record of a heading is checked and ended. */
const recordPath = (page: Visited, name: string) =>
  body(page)
    .getByRole("link", { name: `Is this still right?: ${name}` })
    .getAttribute("href") ?? "";
const versionIn = (page: Visited) => page.document.querySelector<HTMLInputElement>("input[name=version]")?.value ?? "";

onBothEngines("what is kept of a home", (open) => {
  test("is refused where something is missing or wrong, and there is no kind or home of another name", async () => {
    const { officer, agent } = await start(open);
    const empty = await agent.post(`${HOME}/add/need`, {});
    expect([empty.status, errors(empty).length]).toEqual([422, 6]);
    for (const { given, said } of WRONG) expect(errors(await agent.post(`${HOME}/add/need`, { ...NEED, ...given }))).toEqual([said]);
    for (const path of [`${HOME}/add/toString`, "/staff/homes/constructor", "/staff/homes/1", `${HOME}/records/x`])
      expect([path, (await officer.get(path)).status]).toEqual([path, 404]);
  });

  test("stands where a visit to it is shown, in short: what helps and never why, and is in no trace", async () => {
    const { db, officer, agent, ann, slotId, visitId, tenancyId } = await start(open);
    const form = await agent.get(`${HOME}/add/need`);
    expect(body(form).getByRole("option", { name: "Letters in large print" })).toBeTruthy();
    const submission = form.document.querySelector<HTMLInputElement>("input[name=submission]")?.value ?? "";
    for (const _ of [1, 2]) await agent.post(`${HOME}/add/need`, { ...NEED, submission });
    await agent.post(`${HOME}/add/warning`, WARNING);
    await officer.post(`${HOME}/add/fact`, { code: "asbestos", words: "Garage roof", until: "" });
    const home = main(await agent.get(HOME));
    const known = [
      HELPS,
      ILLNESS,
      "For Mary",
      "Agreed with the tenant",
      "Key safe",
      "By the gas meter",
      "Asbestos",
      "Mary Tenant",
      "T-100",
    ];
    expect([...known, "7KQ4-9XMV", "Look again by 1 November 2027"].filter((words) => !home.includes(words))).toEqual([]);
    expect(await db.read.$count(db.schema.homeRecords)).toBe(3);

    const link = await officer.post("/staff/shifts", { change: "make", operative: ann });
    const shift = new URL(link.document.querySelector(".app-key")?.textContent ?? "").pathname;
    for (const path of [REPAIR, "/staff/day", `/staff/slots/${slotId}`, `/staff/visits/${visitId}`, shift, `${shift}/${visitId}`]) {
      const page = await officer.get(path);
      const tags = body(page).getAllByText(/^(Warning|Helps):$/);
      const words = tags.map(({ parentElement }) => parentElement?.textContent);
      expect([path, words, page.html.includes(ILLNESS)]).toEqual([path, ["Warning: Key safe", `Helps: ${HELPS}`], false]);
    }
    expect(main(await officer.get("/staff/calendar"))).toContain("1 Mill Lane, Tap. Key safe");
    expect(main(await officer.get(`${shift}/${visitId}`))).toContain("Key safe: By the gas meter");
    const trace = JSON.stringify(await db.read.select().from(db.schema.events));
    expect(["psr-22", "door", "Mary", "gas meter", "asbestos"].filter((words) => trace.includes(words))).toEqual([]);

    await db.write((tx) => tx.update(db.schema.tenancies).set({ endsOn: "2026-11-22" }).where(eq(db.schema.tenancies.id, tenancyId)));
    const after = main(await agent.get(HOME));
    expect([after.includes(HELPS), after.includes("Key safe")]).toEqual([false, true]);
  });

  test("is checked and ended, one version after another: who comes too late is told who was first, and keeps what they typed", async () => {
    const { db, officer, agent, tick } = await start(open);
    await agent.post(`${HOME}/add/need`, NEED);
    tick();
    const need = recordPath(await agent.get(HOME), HELPS);
    const seen = versionIn(await agent.get(need));
    const checked = { ...NEED, words: "Knock and wait", until: "2027-12-01", change: "save" };
    expect(main(await officer.post(need, { ...checked, version: seen }))).toContain("Knock and wait");
    const stale = await agent.post(need, { ...NEED, words: "Ring twice", version: seen, change: "save" });
    expect(errors(stale)).toEqual([expect.stringMatching(/need checked, Ada Person, .*What you typed is kept/)]);
    expect(main(stale)).toContain("Ring twice");
    expect(errors(await agent.post(need, { version: seen, change: "end" }))).toHaveLength(1);
    for (const _ of [1, 2]) expect((await agent.post(need, { version: "1", change: "end" })).path).toBe(`${HOME}?saved=yes`);
    expect(main(await officer.get(HOME))).not.toContain("Knock and wait");
    expect(await db.read.$count(db.schema.homeRecords)).toBe(1);
    const whats = (await db.read.select().from(db.schema.events)).map(({ what }) => what);
    expect(whats.filter((what) => what.startsWith("need")).sort()).toEqual(["need added", "need checked", "need ended"]);
  });

  test("has the mark that nobody visits alone among the warnings, which goes by itself after its last day", async () => {
    const { db, officer, agent } = await start(open);
    const mark = { code: "not-alone", words: "Threats in the doorway", until: "2026-11-30" };
    expect(errors(await agent.post(`${HOME}/add/warning`, { ...mark, version: "0" }))).toEqual(["Select a warning"]);
    expect(errors(await officer.post(`${HOME}/add/warning`, { ...mark, words: "", version: "0" }))).toEqual([
      "Enter why nobody may go there alone",
    ]);
    for (const _ of [1, 2])
      expect(main(await officer.post(`${HOME}/add/warning`, { ...mark, version: "0" }))).toContain("Until 30 November 2026");
    expect(main(await officer.get(REPAIR))).toContain("Threats in the doorway. Until 30 November 2026");
    const ofAgent = await agent.get(HOME);
    expect([main(ofAgent).includes("Do not visit alone"), main(ofAgent).includes("Threats")]).toEqual([true, false]);
    expect((await agent.get(`${HOME}/records/not-alone`)).status).toBe(403);
    const longer = { ...mark, until: "2026-12-31", change: "save" };
    expect(errors(await officer.post(`${HOME}/records/not-alone`, { ...longer, version: "0" }))).toHaveLength(1);
    expect(main(await officer.post(`${HOME}/records/not-alone`, { ...longer, version: "1" }))).toContain("Until 31 December 2026");
    expect(await endMarks(db, new Date("2026-12-31T23:00:00Z"))).toBeUndefined();
    expect(await endMarks(db, new Date("2027-01-01T01:00:00Z"))).toBe("1 marks of homes are over");
    expect(main(await officer.get(REPAIR))).not.toContain("Threats");
  });

  test("is recorded whenever staff open it, once, by whom, and whether it showed anything of health; what a browser fetches ahead is none", async () => {
    const { officer, agent, openings, tick, slotId, visitId, repairId } = await start(open);
    for (const path of [HOME, REPAIR, `${REPAIR}/edit`, `/staff/slots/${slotId}`, `/staff/visits/${visitId}`]) {
      await officer.get(path);
      tick();
    }
    await agent.get(HOME);
    tick();
    const all = await openings();
    expect(all.map(({ what, uprn, repairId: of, health }) => [what, uprn, of, health])).toEqual([
      ["home", UPRN, null, true],
      ["repair", UPRN, repairId, false],
      ["repair", UPRN, repairId, false],
      ["slot", UPRN, repairId, false],
      ["visit", UPRN, repairId, false],
      ["home", UPRN, null, true],
    ]);
    expect(new Set(all.map(({ who }) => who)).size).toBe(2);
    expect(main(await officer.get(REPAIR))).not.toMatch(/opened/i);
    tick();
    const before = (await openings()).length;
    await officer.post(`${REPAIR}/edit`, {});
    await officer.get(HOME, { "Sec-Purpose": "prefetch" });
    expect((await openings()).length).toBe(before);
    await officer.get("/staff/repairs.csv");
    tick();
    await officer.get("/staff/day.csv");
    expect((await openings()).slice(before).map(({ what, file }) => [what, file])).toEqual([
      ["export", "repairs"],
      ["export", "day"],
    ]);
  });
});
