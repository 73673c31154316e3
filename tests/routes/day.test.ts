import { addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addAppointment, addOperative, addRepair, addSlots, NOW } from "#tests/support/calendar.ts";
import { type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { body } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { aJpeg } from "#tests/support/photos.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const TODAY = "2026-11-23";
const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, " ").trim() ?? "";
const main = ({ document }: Visited) => text(document.querySelector("main"));
const heading = (page: Visited) => text(body(page).getByRole("heading", { level: 1 }));
const errors = ({ document }: Visited) => [...document.querySelectorAll(".govuk-error-summary li")].map(text);
const sections = (page: Visited) => body(page).queryAllByRole("heading", { level: 2 }).map(text).slice(0, -1);
const visits = ({ document }: Visited) => [...document.querySelectorAll<HTMLElement>(".app-visit")];
/** What one press posts, or where it leads. */
const steps = (visit: Element | undefined) =>
  [...(visit?.querySelectorAll(".app-visit__steps .app-step") ?? [])].map((step) => text(step).replace(/,.*/, ""));
const pathOf = (page: Visited, at = 0) => visits(page)[at]?.querySelector("form")?.getAttribute("action") ?? "";
const linkTo = (page: Visited, name: RegExp) => body(page).getByRole("link", { name }).getAttribute("href") ?? "";

/** Today: Zoe has two visits, the later one first in the database and of two slots; one of Amy's was withdrawn; a carpenter has one. */
async function dayWorld(open: OpenFresh) {
  const world = await reportWorld(await open());
  const { db, patchId, browser } = world;
  const [problem] = await db.read.select().from(db.schema.problems).limit(1);
  const visit = async (
    operativeId: string,
    window: "morning" | "afternoon",
    { slots = 1, ...repair }: { reference: string; hazard?: string; trade?: string; slots?: number },
  ) => {
    const repairId = await addRepair(db, { uprn: "100000001", problemId: problem?.id ?? "", ...repair });
    const slotIds = await addSlots(db, { operativeId, date: TODAY, windows: Array(slots).fill(window) });
    const hours = window === "morning" ? { starts: "08:00", ends: "13:00" } : { starts: "12:00", ends: "17:00" };
    const appointmentId = await addAppointment(db, { repairId, slotIds, date: TODAY, window, ...hours });
    return { repairId, appointmentId, slotId: slotIds[0] ?? "" };
  };
  const zoe = await addOperative(db, { name: "Zoe Last", patches: [patchId] });
  const amy = await addOperative(db, { name: "Amy Off", patches: [patchId] });
  const cal = await addOperative(db, { name: "Cal Wood", trades: ["carpentry"], patches: [patchId] });
  const late = await visit(zoe, "afternoon", { reference: "LATE-0001", slots: 2 });
  const early = await visit(zoe, "morning", { reference: "EARL-0001", hazard: "damp-and-mould" });
  const off = await visit(amy, "morning", { reference: "OFFF-0001" });
  const wood = await visit(cal, "morning", { reference: "WOOD-0001", trade: "carpentry" });
  await db.write((tx) => tx.update(db.schema.slots).set({ open: false, withdrawn: true }).where(eq(db.schema.slots.id, off.slotId)));
  const contact = { name: "Ann Tenant", phone: "07700900123", confirmBy: "phone", description: '=1+1, it "drips"' };
  await db.write(async (tx) => {
    await tx.insert(db.schema.contacts).values({ repairId: early.repairId, ...contact, visitName: "Mo Son", visitPhone: "07700900456" });
    const needs = { people: ["baby"], needs: ["pets", "interpreter"], language: "Polish", notes: "Use the side door" };
    await tx.insert(db.schema.visitNeeds).values({ repairId: early.repairId, ...needs });
  });
  const officer = browser();
  await signInAs(officer, await addStaffMember(db));
  return { ...world, officer, zoe, late, early, off, wood };
}

onBothEngines("the day", (open) => {
  test("opens with today: what nobody comes to first, then everybody's visits in order with all that is needed there", async () => {
    const { officer, db, photos, early, off, zoe } = await dayWorld(open);
    const file = await photos.keep({ full: await aJpeg(), small: await aJpeg() });
    const photo = { id: "photo", repairId: early.repairId, file, bytes: 1, width: 1, height: 1, position: 1, addedAt: NOW };
    await db.write((tx) => tx.insert(db.schema.photos).values(photo));
    const today = await officer.get("/staff/day");
    expect(heading(today)).toBe("Today, Monday 23 November");
    expect(sections(today)).toEqual(["Needs moving", "Cal Wood", "Zoe Last"]);
    expect(visits(today).map((visit) => /[A-Z]{4}-0001/.exec(text(visit))?.[0])).toEqual([
      ...["OFFF-0001", "WOOD-0001", "EARL-0001", "LATE-0001"],
    ]);
    expect(text(visits(today)[0])).toContain("Was with Amy Off");
    expect(linkTo(today, /^Move this visit/)).toBe(`/staff/slots/${off.slotId}`);
    expect(steps(visits(today)[0])).toEqual(["Could not do"]);
    expect(steps(visits(today)[2])).toEqual(["On the way", "Arrived", "Done", "No access", "More work", "Could not do"]);
    const said = text(visits(today)[2]);
    for (const known of ["8am to 1pm", "1 Mill Lane", "Kitchen, Tap", "hazard", "Mo Son", "07700900456", "There are pets in the home"])
      expect(said).toContain(known);
    for (const known of ["Interpreter: Polish", "Use the side door", 'it "drips"', "Not started"]) expect(said).toContain(known);
    expect(said).not.toMatch(/07700900123|baby/i);
    const picture = await officer.get(linkTo(today, /^Photo 1/));
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    expect((await officer.get("/staff/photos/none")).status).toBe(404);

    const sheet = await officer.get(linkTo(today, /^Day sheet of Zoe Last/));
    expect(heading(sheet)).toBe("Zoe Last, Monday 23 November");
    expect(sections(sheet)).toEqual(["Zoe Last"]);
    expect(sections(await officer.get("/staff/day?trade=carpentry"))).toEqual(["Cal Wood"]);
    const next = await officer.get(linkTo(await officer.get(`/staff/day?trade=carpentry`), /^Next day/));
    expect([next.path, heading(next)]).toEqual([`/staff/day?date=2026-11-24&trade=carpentry`, "Tuesday 24 November"]);
    expect(main(next)).toContain("There are no visits on this day");
    for (const query of ["date=2026-02-31", "date=%00", "trade=constructor&patch=%00", "operative=nobody", `operative=%00&back=${zoe}`])
      expect(sections(await officer.get(`/staff/day?${query}`)), query).toHaveLength(3);
  });

  test("is a file for a spreadsheet too, in which nothing runs", async () => {
    const { officer, zoe } = await dayWorld(open);
    const file = await officer.get(`/staff/day.csv?operative=${zoe}`);
    expect(file.headers.get("content-disposition")).toBe(`attachment; filename="visits-${TODAY}.csv"`);
    const [titles, first, second, ...rest] = file.html
      .replace(/^\uFEFF/, "")
      .trim()
      .split("\n");
    expect(titles).toMatch(/^Date,Operative,From,Until,State,Repair,Address/);
    expect(first).toContain(`${TODAY},Zoe Last,08:00,13:00,Not started,EARL-0001,"1 Mill Lane, FH1 1AA",Mo Son,07700900456`);
    expect(first).toContain(`"'=1+1, it ""drips"""`);
    expect([second?.includes("LATE-0001"), rest]).toEqual([true, []]);
  });

  test("says one press at a time how a visit goes, and comes back to the day as it was", async () => {
    const { officer, clock, late } = await dayWorld(open);
    const path = pathOf(await officer.get("/staff/day?trade=plumbing"), 2);
    expect(path).toContain(late.appointmentId);
    const after = await officer.post(path, { step: "on-the-way", submission: "a" });
    expect(after.path).toBe(`/staff/day?date=${TODAY}&trade=plumbing`);
    expect(text(visits(after)[2])).toContain("On the way, 9am");
    expect(steps(visits(after)[2])).toEqual(["Arrived", "Done", "No access", "More work", "Could not do"]);
    clock.now = addMinutes(NOW, 20);
    expect(text(visits(await officer.post(path, { step: "done", submission: "b" }))[2])).toContain("Done, 9:20am");
    expect((await officer.post(path, { step: "done", submission: "b" })).status).toBe(200);
    const again = await officer.post(path, { step: "arrived", submission: "c" });
    expect([again.status, errors(again)]).toEqual([422, ["This visit has ended already. Look at what was said"]]);
    expect(main(again)).toContain("Nothing can be said of this visit now");
    const back = await officer.post(path, { step: "take-back" });
    expect(text(visits(back)[2])).toContain("On the way, 9am");
    for (const step of ["", "constructor", "close", "take-back", "\0"]) {
      const refused = await officer.post(path, { step });
      expect(refused.status, step).toBe(422);
    }
    expect((await officer.get("/staff/visits/none")).status).toBe(404);
    expect((await officer.post("/staff/visits/none", { step: "done" })).status).toBe(404);
  });

  test("asks how access was tried, and an officer closes what only an officer may, with the visits before their eyes", async () => {
    const { officer, db, early } = await dayWorld(open);
    const path = `/staff/visits/${early.appointmentId}?back=`;
    const form = await officer.get(`${path}&step=no-access`);
    expect(body(form).getByRole("button", { name: "Save no access" })).toBeTruthy();
    const empty = await officer.post(path, { step: "no-access", time: "23:59", note: "x".repeat(501) });
    expect([empty.status, errors(empty)]).toEqual([...[422, ["Select how access was tried", "The note must be 500 characters or less"]]]);
    const ahead = await officer.post(path, { step: "no-access", why: "knocked", time: "23:59", note: "Dog" });
    expect([errors(ahead), main(ahead)]).toEqual([["Enter a time that has passed, like 10:35"], expect.stringContaining("Dog")]);
    const said = await officer.post(path, { step: "no-access", why: "knocked-and-phoned", time: "08:40", note: "A dog barked" });
    expect(said.path).toBe(`/staff/day?date=${TODAY}`);
    expect(main(said)).toContain("No access, 8:40am");
    const page = main(await officer.get(path));
    expect(page).toContain("Monday 23 November: No access, 8:40am. Knocked and phoned. A dog barked");
    expect(page).not.toContain("Close the repair");

    await db.write((tx) => tx.update(db.schema.visits).set({ outcome: "done" }));
    expect(main(await officer.get(path))).toContain("an officer decides");
    await officer.post(path, { step: "close" });
    const [repair] = await db.read.select().from(db.schema.repairs).where(eq(db.schema.repairs.id, early.repairId));
    expect(repair).toMatchObject({ status: "done", waitsFor: null, closedAt: NOW });
    expect((await officer.post(path, { step: "close" })).status).toBe(422);
    const events = await db.read.select().from(db.schema.events).where(eq(db.schema.events.repairId, early.repairId));
    expect(events.map(({ what }) => what)).toEqual(["no access", "repair closed"]);
    expect(events[1]).toMatchObject({ channel: "office", after: { status: "done", visits: 1 } });
  });

  test("offers the next time for more work, and takes it at once", async () => {
    const { officer, db, late } = await dayWorld(open);
    const path = `/staff/visits/${late.appointmentId}?back=`;
    const form = await officer.get(`${path}&step=more-work`);
    const times = body(form).getAllByRole("radio");
    expect(times.map((time) => text(time.closest(".govuk-radios__item")))).toEqual([
      ...["Thursday 26 November, 8am to 1pm (morning)", "Thursday 26 November, 8am to 5pm (all day)"],
      ...["Thursday 26 November, 9:30am to 2:30pm (school hours)", "Thursday 26 November, 12pm to 5pm (afternoon)"],
      "An officer arranges it",
    ]);
    const empty = await officer.post(path, { step: "more-work", offer: "constructor" });
    expect([empty.status, errors(empty)]).toEqual([422, ["Enter what is still to do", "Select a time, or that an officer arranges it"]]);
    const gone = await officer.post(path, { step: "more-work", note: "A new valve", offer: "2026-11-26.night" });
    expect([gone.status, errors(gone)]).toEqual([422, ["This time is not free any more. Select another one"]]);
    const offer = times[0]?.getAttribute("value") ?? "";
    const valve = { step: "more-work", note: "A new valve", offer, submission: "x".repeat(100_000) };
    expect(main(await officer.post(path, valve))).toContain("More work, 9am");
    expect((await officer.post(path, valve)).status).toBe(200);
    const tooLate = await officer.post(path, { step: "could-not", why: "parts", note: "It is an old model" });
    expect([tooLate.status, errors(tooLate)]).toEqual([422, ["This visit has ended already. Look at what was said"]]);
    for (const kept of ["It is an old model", "More work, 9am", "Said last by", "Ada Person"]) expect(main(tooLate)).toContain(kept);
    const thursday = await officer.get("/staff/day?date=2026-11-26");
    expect(visits(thursday).map((visit) => text(visit).includes("LATE-0001"))).toEqual([true]);
    expect(steps(visits(thursday)[0])).toEqual([]);
    const booked = await db.read.select().from(db.schema.appointments).where(eq(db.schema.appointments.repairId, late.repairId));
    expect(booked.map(({ purpose, status }) => `${purpose} ${status}`)).toEqual(["repair done", "further work booked"]);
    expect((await officer.post(path, { step: "take-back" })).status).toBe(422);
  });
});
