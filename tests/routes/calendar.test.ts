import { addMinutes } from "date-fns";
import { isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { addAppointment, addOperative, addRepair, addSlots, NOW, THURSDAY } from "#tests/support/calendar.ts";
import { type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { body, errors, heading } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const main = ({ document }: Visited) => document.querySelector("main")?.textContent ?? "";
const status = ({ document }: Visited) => document.querySelector(".govuk-notification-banner")?.textContent ?? "";
const boxes = ({ document }: Visited, label: string) =>
  [...document.querySelectorAll<HTMLInputElement>("input[name=slot]")].filter((box) => box.getAttribute("aria-label")?.includes(label));
const actionOf = ({ document }: Visited) => document.querySelector(".govuk-notification-banner form")?.getAttribute("action") ?? "";
const slotLinks = ({ document }: Visited) => [...document.querySelectorAll<HTMLAnchorElement>("a.app-slot")];
const people = ({ document }: Visited) => [...document.querySelectorAll("th[scope=row] strong")].map(({ textContent }) => textContent);
const words = ({ textContent }: Element) => textContent?.replace(/\s+/g, " ").trim();

/** An officer, a visit of the plumber's on Thursday morning, and a second plumber who is free. */
async function calendarWorld(open: OpenFresh) {
  const world = await reportWorld(await open());
  const { db, patchId, browser } = world;
  const [problem] = await db.read.select().from(db.schema.problems).limit(1);
  const repairId = await addRepair(db, { uprn: "100000001", problemId: problem?.id ?? "", reference: "7KQ4-9XM2" });
  const [slot] = await db.read.select().from(db.schema.slots);
  await addAppointment(db, { repairId, slotIds: [slot?.id ?? ""] });
  const other = await addOperative(db, { name: "Bea Free", patches: [patchId] });
  await addSlots(db, { operativeId: other, windows: ["morning"] });
  await addOperative(db, { name: "Cal Wood", trades: ["carpentry"] });
  const officer = browser();
  await signInAs(officer, await addStaffMember(db));
  return { ...world, officer, slotId: slot?.id ?? "" };
}

onBothEngines("the calendar", (open) => {
  test("shows the week of today, and any other, with each slot in words and each day's load", async () => {
    const { officer } = await calendarWorld(open);
    const week = await officer.get("/staff/calendar");
    expect(heading(week)).toBe("Week of Monday 23 November");
    expect(slotLinks(week).map(words).sort()).toEqual(["Afternoon Free", "Morning 1 Mill Lane, Tap", "Morning Free", "Morning Free"]);
    expect(body(week).getByRole("columnheader", { name: /Thursday 26 November/ }).textContent).toContain("1 of 4 booked");
    expect(body(week).getByRole("columnheader", { name: /Monday 23 November/ }).textContent).toContain("(today)");
    const next = await officer.get(body(week).getByRole("link", { name: "Next week" }).getAttribute("href") ?? "");
    expect(heading(next)).toBe("Week of Monday 30 November");
    expect(slotLinks(next)).toEqual([]);
    expect(heading(await officer.get(`/staff/calendar?from=${THURSDAY}`))).toBe(heading(week));
    for (const from of ["2026-02-31", "x", "0000-00-00"])
      expect(heading(await officer.get(`/staff/calendar?from=${from}`))).toBe(heading(week));
  });

  test("is narrowed by trade and patch, and keeps that from week to week", async () => {
    const { officer, patchId } = await calendarWorld(open);
    const wood = await officer.get("/staff/calendar?trade=carpentry&patch=");
    expect(people(wood)).toEqual(["Cal Wood"]);
    expect(body(wood).getByRole("rowheader", { name: "Carpentry" })).toBeTruthy();
    const none = await officer.get(`/staff/calendar?trade=carpentry&patch=${patchId}`);
    expect(main(none)).toContain("No operative is of this trade and patch");
    const href = body(none).getByRole("link", { name: "Next week" }).getAttribute("href") ?? "";
    expect(Object.fromEntries(new URL(href, "http://x").searchParams)).toEqual({ trade: "carpentry", patch: patchId, from: "2026-11-30" });
    expect(people(await officer.get("/staff/calendar?trade=nonsense"))).toContain("Bea Free");
  });
});

onBothEngines("a slot", (open) => {
  test("is stopped with a reason, shown so, and reopened", async () => {
    const { officer } = await calendarWorld(open);
    const free =
      slotLinks(await officer.get("/staff/calendar"))
        .find((link) => words(link) === "Afternoon Free")
        ?.getAttribute("href") ?? "";
    const empty = await officer.post(free, { change: "stop", reason: " " });
    expect([empty.status, errors(empty)]).toEqual([422, ["Enter a reason"]]);
    const stopped = await officer.post(free, { change: "stop", reason: "Training" });
    expect(main(stopped)).toContain("Stopped");
    expect(slotLinks(await officer.get("/staff/calendar")).map(words)).toContain("Afternoon Stopped: Training");
    const again = await officer.post(free, { change: "stop", reason: "Training" });
    expect([again.status, errors(again)]).toEqual([422, ["This slot has changed since you opened it. Look at it again"]]);
    await officer.post(free, { change: "reopen" });
    expect(slotLinks(await officer.get("/staff/calendar")).map(words)).toContain("Afternoon Free");
    for (const change of ["", "constructor", "close"]) expect((await officer.post(free, { change })).status).toBe(422);
    expect((await officer.get("/staff/slots/none")).status).toBe(404);
  });

  test("whose operative is withdrawn needs moving until its visit is given to somebody who is free", async () => {
    const { officer, slotId, db, clock } = await calendarWorld(open);
    const path = `/staff/slots/${slotId}`;
    const page = await officer.get(path);
    expect(main(page)).toContain("7KQ4-9XM2");
    expect(body(page).queryByRole("button", { name: "Stop this slot" })).toBeNull();
    await officer.post(path, { change: "withdraw", reason: "Off sick" });
    const week = await officer.get("/staff/calendar");
    expect(main(week)).toContain("1 appointment needs moving");
    expect(slotLinks(week).map(words)).toContain("Morning Needs moving: 1 Mill Lane, Tap");
    const nobody = await officer.post(path, { change: "give" });
    expect([nobody.status, errors(nobody)]).toEqual([422, ["Select an operative"]]);
    const gone = await officer.post(path, { change: "give", operative: "nobody" });
    expect([gone.status, errors(gone)]).toEqual([422, ["This operative is not free any more. Select another one"]]);
    const bea = body(gone).getByRole("radio", { name: "Bea Free" }).getAttribute("value") ?? "";
    clock.now = addMinutes(NOW, 1);
    const after = await officer.post(path, { change: "give", operative: bea });
    expect(main(after)).not.toContain("needs moving");
    expect(slotLinks(after).map(words)).toEqual(expect.arrayContaining(["Morning 1 Mill Lane, Tap", "Morning Withdrawn: Off sick"]));
    const [slot] = await db.read.select().from(db.schema.slots).where(isNotNull(db.schema.slots.appointmentId));
    const history = main(await officer.get(`/staff/slots/${slot?.id}`));
    expect(history).toMatch(/given to another operative, by Ada Person.*slot withdrawn, by Ada Person/s);
  });
});

onBothEngines("many slots at once", (open) => {
  test("are stopped, withdrawn, given away and reopened together from the week, which says what was left, and undone from there", async () => {
    const { officer, slotId, db, clock, plumber } = await calendarWorld(open);
    const path = "/staff/calendar?trade=plumbing";
    const week = await officer.get(path);
    const free = boxes(week, "Thursday 26 November, Morning Free").map(({ value }) => value);
    expect(free).toHaveLength(2);
    const empty = await officer.post(path, { change: "stop", reason: "" });
    expect([empty.status, errors(empty)]).toEqual([422, ["Select at least one slot", "Enter a reason"]]);
    const noReason = await officer.post(path, { change: "withdraw", reason: " ", slot: free });
    expect([noReason.status, errors(noReason)]).toEqual([422, ["Enter a reason"]]);
    expect([...noReason.document.querySelectorAll<HTMLInputElement>("input[name=slot]:checked")].map(({ value }) => value)).toEqual(free);

    const stopped = await officer.post(path, { change: "stop", reason: "Training", slot: [...free, slotId] });
    expect(stopped.path).toMatch(/trade=plumbing&change=/);
    expect(status(stopped)).toContain("2 slots stopped");
    expect(status(stopped)).toMatch(/1 slot left as it was.*morning of Thursday 26 November, 1 Mill Lane, Tap: it is booked/s);
    clock.now = addMinutes(NOW, 9);
    const undone = await officer.post(actionOf(stopped));
    expect(undone.path).toMatch(/^\/staff\/calendar\?trade=plumbing&change=/);
    expect(status(undone)).toContain("2 slots put back");
    expect(
      slotLinks(undone)
        .map(words)
        .filter((line) => line === "Morning Free"),
    ).toHaveLength(2);
    expect((await officer.post(actionOf(stopped))).path).toMatch(/^\/staff\/changes\//);

    clock.now = addMinutes(NOW, 10);
    await officer.post(path, { change: "stop", reason: "Training", slot: free.slice(1) });
    const none = await officer.post(path, { change: "reopen", slot: slotId });
    expect([none.status, errors(none)]).toEqual([422, ["None of these slots can be changed so"]]);
    expect(main(none)).toContain("it is booked");
    clock.now = addMinutes(NOW, 11);
    const given = await officer.post(path, { change: "give", slot: [slotId, ...free] });
    expect(status(given)).toMatch(/1 visit given to another operative.*2 slots left as they were/s);
    const [visit] = await db.read.select().from(db.schema.slots).where(isNotNull(db.schema.slots.appointmentId));
    expect(visit?.operativeId).not.toBe(plumber);
    clock.now = addMinutes(NOW, 21);
    const late = await officer.post(actionOf(given));
    expect([late.status, errors(late)[0]]).toEqual([422, expect.stringContaining("more than 10 minutes ago")]);
    const changes = await officer.get("/staff/changes");
    expect(main(changes)).toMatch(
      /1 visit given to another operative.*1 slot stopped.*Training.*2 slots put back.*2 slots stopped.*Training/s,
    );
    for (const id of ["none", "%00"]) expect((await officer.get(`/staff/changes/${id}`)).status).toBe(404);
    expect((await officer.get("/staff/calendar?change=%00&operative=%00&show=constructor")).status).toBe(200);
    for (const change of ["", "constructor", ["stop", "stop"]])
      expect((await officer.post(path, { change, slot: [slotId, "none", "constructor", "x".repeat(100_000)] })).status).toBe(422);
  });

  test("show what is left of each trade, and one operative's week", async () => {
    const { officer, plumber } = await calendarWorld(open);
    const capacity = await officer.get("/staff/calendar?show=capacity");
    expect(slotLinks(capacity)).toEqual([]);
    const row = body(capacity).getByRole("rowheader", { name: "Morning" }).closest("tr");
    expect(row && words(row)).toContain("1 of 3 booked, 2 free");
    const one = await officer.get(`/staff/calendar?operative=${plumber}`);
    expect(main(one)).toContain("1 of 3 booked");
    expect(people(one)).toHaveLength(1);
  });
});

onBothEngines("a slot's other ways", (open) => {
  test("a form that is stale is refused, naming who changed the slot, when and how, and keeps what was typed", async () => {
    const { officer, browser, db, clock } = await calendarWorld(open);
    const free =
      slotLinks(await officer.get("/staff/calendar"))
        .find((link) => words(link) === "Afternoon Free")
        ?.getAttribute("href") ?? "";
    const seen = (await officer.get(free)).document.querySelector("input[name=seen]")?.getAttribute("value") ?? "";
    const other = browser();
    await signInAs(other, await addStaffMember(db, { email: "bo@example.com", name: "Bo Other" }));
    clock.now = addMinutes(NOW, 2);
    await other.post(free, { change: "stop", reason: "Training" });
    const stale = await officer.post(free, { change: "withdraw", reason: "My own reason", seen });
    expect([stale.status, errors(stale)]).toEqual([
      422,
      [
        "This slot has changed since you opened it: 9:02am on Monday 23 November: slot stopped, by Bo Other (office): Training. Look at it again",
      ],
    ]);
    expect(stale.document.querySelector<HTMLInputElement>("input[name=reason]")?.value).toBe("My own reason");
    expect(main(stale)).toMatch(/What has happened.*slot stopped, by Bo Other \(office\): Training/s);
  });

  test("one more is added beside it, and its visit is moved once the tenant has agreed, while there is room", async () => {
    const { officer, slotId, db, plumber } = await calendarWorld(open);
    const page = await officer.get(`/staff/slots/${slotId}`);
    const add = body(page).getByRole("link", { name: "Add another slot for this operative" }).getAttribute("href") ?? "";
    const form = await officer.get(add);
    const filled = { operative: plumber, date: THURSDAY, window: "morning" };
    const values = [...form.document.querySelectorAll<HTMLInputElement>(".app-staff-form [name]")].map(({ name, value }) => [name, value]);
    expect(Object.fromEntries(values)).toEqual(filled);
    const wrong = await officer.post(add, { operative: "nobody", date: "2026-02-31" });
    expect([wrong.status, errors(wrong)]).toEqual([
      422,
      ["Select an operative", "Enter a date from today to a year ahead", "Select a window that is worked on this date"],
    ]);
    expect((await officer.post(add, { ...filled, date: "2026-11-22" })).status).toBe(422);
    expect(status(await officer.post(add, { ...filled, date: "2026-11-27" }))).toContain("1 slot added");

    const path = `/staff/slots/${slotId}/move`;
    const move = await officer.get(path);
    const seen = move.document.querySelector("input[name=seen]")?.getAttribute("value") ?? "";
    expect(
      body(move)
        .getAllByRole("group")
        .map(({ textContent }) => textContent)
        .join(),
    ).toContain("Friday 27 November");
    const unsaid = await officer.post(path, { seen });
    expect([unsaid.status, errors(unsaid)]).toEqual([422, ["Select a new time", "Select how the tenant agreed"]]);
    const gone = await officer.post(path, { seen, offer: "2026-11-27.afternoon", agreed: "phone" });
    expect([gone.status, errors(gone)]).toEqual([422, ["This time has just gone. Select another one"]]);
    const stale = await officer.post(path, { seen: "1...1", offer: "2026-11-27.morning", agreed: "phone" });
    expect([stale.status, errors(stale)[0]]).toEqual([422, expect.stringContaining("This slot has changed")]);
    const moved = await officer.post(path, { seen, offer: "2026-11-27.morning", agreed: "phone" });
    expect(status(moved)).toContain("1 visit moved to another date");
    expect(status(moved)).not.toContain("Undo");
    expect(await db.read.select().from(db.schema.appointments)).toMatchObject([
      { date: "2026-11-27", window: "morning", status: "booked" },
    ]);
    const events = await db.read.select().from(db.schema.events);
    expect(events.find(({ what }) => what === "appointment moved")).toMatchObject({ channel: "office", after: { agreed: "phone" } });
    expect(main(await officer.get(`/staff/slots/${slotId}`))).toContain("appointment moved, by Ada Person");
    expect((await officer.get(path)).status).toBe(404);
  });
});
