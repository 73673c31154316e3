import { within } from "@testing-library/dom";
import { addMinutes } from "date-fns";
import { isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { addAppointment, addOperative, addRepair, addSlots, NOW, THURSDAY } from "#tests/support/calendar.ts";
import { type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import type { Visited } from "#tests/support/pages.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const body = ({ document }: Visited) => within(document.body as HTMLElement);
const heading = (page: Visited) => body(page).getByRole("heading", { level: 1 }).textContent;
const errors = ({ document }: Visited) => [...document.querySelectorAll(".govuk-error-summary li")].map(({ textContent }) => textContent);
const main = ({ document }: Visited) => document.querySelector("main")?.textContent ?? "";
const slotLinks = ({ document }: Visited) => [...document.querySelectorAll<HTMLAnchorElement>("a.app-slot")];
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
    expect(main(wood)).toContain("Cal Wood");
    expect(main(wood)).not.toContain("Bea Free");
    expect(body(wood).getByRole("rowheader", { name: "Carpentry" })).toBeTruthy();
    const none = await officer.get(`/staff/calendar?trade=carpentry&patch=${patchId}`);
    expect(main(none)).toContain("No operative is of this trade and patch");
    const href = body(none).getByRole("link", { name: "Next week" }).getAttribute("href") ?? "";
    expect(Object.fromEntries(new URL(href, "http://x").searchParams)).toEqual({ trade: "carpentry", patch: patchId, from: "2026-11-30" });
    expect(main(await officer.get("/staff/calendar?trade=nonsense"))).toContain("Bea Free");
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
