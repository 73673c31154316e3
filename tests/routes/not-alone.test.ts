import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { importHomes } from "#app/services/import-homes.server.ts";
import { submitReport } from "#app/services/submit-report.server.ts";
import { addAppointment, addDrafts, addHome, addOperative, addRepair, addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { freshFolder, type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { homesFile } from "#tests/support/homes-file.ts";
import { body, errors, heading, main } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { addContactOf } from "#tests/support/repairs.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";
import { answerAll, CONTACT, MORNING, TAP, walk } from "#tests/support/walk.ts";

const TODAY = "2026-11-23";
const MARK = "Do not visit alone: two operatives go together";
const WHY = "Threats in the doorway on 3 November";
const PATH = "/staff/repairs/7KQ4-9XMV";
const ALONE = `${PATH}/alone`;
/** Where the walk answers which home it is. */
const at = (home: string) => TAP.map((given) => (given === "1 Mill Lane" ? home : given));

/** At 1 Mill Lane: a tap that waits, a sink with a visit today, a flood. An officer, an agent and the tenant of 1 Mill Lane. */
async function start(open: OpenFresh) {
  const world = await reportWorld(await open());
  const { db, browser } = world;
  const [problem] = await db.read.select().from(db.schema.problems).limit(1);
  const home = { uprn: "100000001", problemId: problem?.id ?? "", proven: true };
  const tap = await addRepair(db, { ...home, reference: "7KQ4-9XMV", waitsFor: "call" });
  const sink = await addRepair(db, { ...home, reference: "2222-2222" });
  const flood = await addRepair(db, { ...home, reference: "FLUD-0001", priority: "emergency", dueOn: TODAY });
  for (const repairId of [tap, sink, flood]) await addContactOf(db, repairId);
  await db.write((tx) => tx.insert(db.schema.emergencies).values({ repairId: flood }));
  const ann = await addOperative(db, { name: "Ann", trades: ["tiling"] });
  const [slotId = ""] = await addSlots(db, { operativeId: ann, date: TODAY });
  const visitId = await addAppointment(db, { repairId: sink, slotIds: [slotId], date: TODAY });
  const officer = browser();
  await signInAs(officer, await addStaffMember(db));
  const agent = browser();
  await signInAs(agent, await addStaffMember(db, { email: "agent@example.com", role: "agent" }));
  const homeNow = async (uprn: string) => (await db.read.select().from(db.schema.homes).where(eq(db.schema.homes.uprn, uprn)))[0];
  return { ...world, problem, ann, slotId, visitId, officer, agent, homeNow };
}

const marks = (page: Visited) => body(page).queryAllByText(MARK).length;
const isMarked = (page: Visited) => marks(page) > 0;

onBothEngines("a home that nobody visits alone", (open) => {
  test("is marked by officers and shown to all who go there or send somebody; why is theirs to see, and is in no trace", async () => {
    const { db, officer, agent, ann, slotId, visitId, homeNow } = await start(open);
    expect([(await agent.get(ALONE)).status, (await agent.post(ALONE, { wanted: "on", why: WHY })).status]).toEqual([403, 403]);
    const empty = await officer.post(ALONE, { version: "0", wanted: "on", why: "" });
    expect([empty.status, errors(empty)]).toEqual([422, ["Enter why"]]);
    const typed = { version: "0", wanted: "on", why: WHY };
    for (const marked of [await officer.post(ALONE, typed), await officer.post(ALONE, typed)]) {
      expect(marked.path).toBe(PATH);
      expect(isMarked(marked)).toBe(true);
      expect(main(marked)).toContain(`${WHY} (Ada Person, `);
    }
    expect(await homeNow("100000001")).toMatchObject({ notAloneWhy: WHY, version: 1 });
    const stale = await officer.post(ALONE, { version: "0", wanted: "off", why: "It was a mistake" });
    expect(errors(stale)).toEqual([expect.stringMatching(/home marked: do not visit alone, Ada Person, .*What you typed is kept/)]);
    expect(main(stale)).toContain("It was a mistake");

    const link = await officer.post("/staff/shifts", { change: "make", operative: ann });
    const shift = new URL(link.document.querySelector(".app-key")?.textContent ?? "").pathname;
    const shown = [PATH, "/staff/repairs/2222-2222", "/staff/day", `/staff/day?operative=${ann}`, "/staff/emergencies"];
    const paths = [
      ...shown,
      `/staff/visits/${visitId}`,
      `/staff/slots/${slotId}`,
      `/staff/slots/${slotId}/move`,
      shift,
      `${shift}/${visitId}`,
    ];
    // The day has the emergencies at its top.
    for (const path of paths) expect([path, marks(await officer.get(path))]).toEqual([path, path.startsWith("/staff/day") ? 2 : 1]);
    const ofAgent = await agent.get(PATH);
    expect([isMarked(ofAgent), main(ofAgent).includes(WHY)]).toEqual([true, false]);
    expect((await officer.get("/staff/day.csv")).html).toMatch(/Do not visit alone\r?\n.*,Yes\r?\n/);
    await officer.post(`/staff/slots/${slotId}`, { change: "withdraw", reason: "Off" });
    expect(isMarked(await officer.get("/staff/to-move"))).toBe(true);
    expect(JSON.stringify(await db.read.select().from(db.schema.events))).not.toContain("doorway");

    const row = "100000001,1 Mill Street,,Fernhill,FH1 1AA,North,,secure,,";
    await importHomes(db, { file: homesFile(freshFolder(), [row]), full: true, now: NOW });
    expect(await homeNow("100000001")).toMatchObject({ line1: "1 Mill Street", notAloneWhy: WHY, version: 2 });
    const freed = await officer.post(ALONE, { version: "2", wanted: "off", why: "They have moved away" });
    expect(isMarked(freed)).toBe(false);
    for (const words of ["They have moved away", "mark taken away: do not visit alone"]) expect(main(freed)).toContain(words);
    expect(await homeNow("100000001")).toMatchObject({ notAloneWhy: null });
  });

  test("has no times online and never says so; staff book it, and say that two go", async () => {
    const { db, browser, officer, problem, visitId, homeNow } = await start(open);
    const { slots, repairs, events } = db.schema;
    await officer.post(ALONE, { version: "0", wanted: "on", why: WHY });
    await addHome(db, { uprn: "100000003", line1: "3 Mill Lane", sortKey: "3", patchId: null });
    await db.write((tx) => tx.update(slots).set({ open: false }));
    const usual = await walk(browser(), at("3 Mill Lane"));
    await db.write((tx) => tx.update(slots).set({ open: true }));
    const tenant = browser();
    const asked = await walk(tenant, TAP);
    expect([heading(asked), main(asked)]).toEqual(["We will call you to arrange a time", main(usual)]);
    const sent = await tenant.post((await answerAll(tenant, asked, ["Any time we are open", CONTACT])).path);
    expect(heading(sent)).toBe("Report received");
    for (const page of [asked, sent]) expect(page.html).not.toMatch(/alone|two operatives/i);

    const late = browser();
    const check = await walk(late, [...at("2 Mill Lane"), MORNING, CONTACT]);
    await db.write((tx) => tx.update(db.schema.homes).set({ notAloneWhy: WHY }).where(eq(db.schema.homes.uprn, "100000002")));
    expect(heading(await late.post(check.path))).toBe("We will call you to arrange a time");
    const home = await homeNow("100000001");
    if (!home || !problem) throw new Error("The world is not whole");
    const [draftId = ""] = await addDrafts(db, 1, { catalogueId: problem.catalogueId });
    const report = { draftId, device: "device", language: "en", home: { ...home, notAloneWhy: null }, problem, rules: RULES, now: NOW };
    const answers = { describe: { description: "x" }, household: { people: [] }, contact: CONTACT };
    const outcome = { offer: { date: THURSDAY, window: "morning" } };
    const due = { dueOn: THURSDAY, dueAt: null };
    expect(await submitReport(db, { ...report, answers, due, outcome, mostRepairs: 9 })).toEqual({ ok: false, reason: "not-bookable" });

    const taken = async () => (await db.read.select().from(slots)).filter(({ appointmentId, date }) => appointmentId && date === THURSDAY);
    expect(await taken()).toEqual([]);
    const more = { step: "more-work", note: "A new valve", offer: `${THURSDAY}.morning` };
    const refused = await officer.post(`/staff/visits/${visitId}?back=`, more);
    expect(errors(refused)).toEqual(["Select a time, or that an officer arranges it"]);
    expect(body(refused).getAllByRole("radio")).toHaveLength(1);

    const book = await officer.get(`${PATH}/book`);
    expect([isMarked(book), main(book).includes("Find a second in the calendar first")]).toEqual([true, true]);
    const one = await officer.post(`${PATH}/book`, { version: "0", offer: `${THURSDAY}.morning` });
    expect([one.status, errors(one)]).toEqual([422, ["Find a second operative first, then say so here"]]);
    expect(body(one).getByRole<HTMLInputElement>("radio", { checked: true }).value).toBe(`${THURSDAY}.morning`);
    expect(main(await officer.post(`${PATH}/book`, { version: "0", offer: `${THURSDAY}.morning`, second: "yes" }))).toContain("Booked");
    expect(await taken()).toHaveLength(1);
    const booked = (await db.read.select().from(events)).filter(({ what }) => what === "booked");
    expect(booked.map(({ after }) => after?.operatives)).toEqual([2]);
    expect((await db.read.select().from(repairs)).filter(({ channel, uprn }) => channel === "online" && uprn === "100000002")).toEqual([]);
  });
});
