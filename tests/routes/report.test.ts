import { addMinutes } from "date-fns";
import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import { addOperative, addSlots } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, heading } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { answerAll, CONTACT, MORNING, PASSED, TAP, TO_WHERE, walk } from "#tests/support/walk.ts";

const rows = ({ document }: Visited) =>
  Object.fromEntries(
    [...document.querySelectorAll(".govuk-summary-list__row")].map((row) => [
      row.querySelector("dt")?.textContent,
      row.querySelector("dd")?.textContent,
    ]),
  );

onBothEngines("a report", (open) => {
  test("becomes a booked repair with a reference, and sending it again answers the same", async () => {
    const { db, browser } = await reportWorld(await open());
    const device = browser();
    const check = await walk(device, [...TAP, MORNING, CONTACT]);
    expect(heading(check)).toBe("Check your answers");
    expect(rows(check)).toMatchObject({
      Address: "1 Mill Lane, FH1 1AA",
      "What should the person coming know?": "It drips all night",
      Appointment: "Thursday 26 November, 8am to 1pm (morning)",
      "Email address": "Not provided",
    });
    const [first, second] = [await device.post(check.path), await device.post(check.path)];
    expect(heading(first)).toMatch(/^Repair booked/);
    const reference = /[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}/.exec(first.html)?.[0];
    expect(reference).toBeTruthy();
    expect(second.html).toContain(reference);
    expect(await db.read.$count(db.schema.repairs)).toBe(1);
    const [repair] = await db.read.select().from(db.schema.repairs);
    expect(repair).toMatchObject({
      reference,
      location: "Kitchen",
      problem: "Tap",
      detail: "Dripping",
      dueOn: "2026-12-21",
      waitsFor: null,
    });
    const [contact] = await db.read.select().from(db.schema.contacts);
    expect(contact).toMatchObject({ name: "Ann Tenant", phone: "+447700900123", email: null, confirmBy: "text" });
    const events = await db.read.select().from(db.schema.events).orderBy(asc(db.schema.events.id));
    expect(events.map(({ what, who, channel }) => [what, who, channel]).sort()).toEqual([
      ["booked", "tenant", "online"],
      ["reported", "tenant", "online"],
    ]);
    expect(JSON.stringify(events)).not.toContain("Ann");
    expect((await device.get(check.path.replace("check", "describe"))).path).toMatch(/confirmation$/);
    const [draft] = await db.read.select().from(db.schema.drafts);
    expect(draft?.typed).toEqual({});
  });

  test("keeps every answer when its time is taken meanwhile and nobody else is free then", async () => {
    const { db, browser, clock, plumber } = await reportWorld(await open());
    await db.write((tx) => tx.delete(db.schema.slots));
    await addSlots(db, { operativeId: plumber, windows: ["morning"] });
    await addSlots(db, { operativeId: plumber, date: "2026-11-27", windows: ["afternoon"] });
    const [slow, quick] = [browser(), browser()];
    const contact = await walk(slow, [...TAP, MORNING]);
    clock.now = addMinutes(clock.now, 11);
    const booked = await quick.post((await walk(quick, [...TAP, MORNING, CONTACT])).path);
    expect(heading(booked)).toMatch(/^Repair booked/);

    const picker = await slow.post(contact.path, CONTACT);
    expect(heading(picker)).toBe("When can we come?");
    body(picker).getByText("Someone else has just taken that time. Your answers are safe. Choose another time.");
    const check = await answerAll(slow, picker, ["Afternoon, 12pm to 3:30pm", CONTACT]);
    expect(rows(check)).toMatchObject({ "Full name": "Ann Tenant", Appointment: "Friday 27 November, 12pm to 3:30pm (afternoon)" });
  });

  test("takes the same offer again silently when its hold lapsed and another operative is free", async () => {
    const { db, browser, clock } = await reportWorld(await open());
    const [slow, quick] = [browser(), browser()];
    const check = await walk(slow, [...TAP, MORNING, CONTACT]);
    clock.now = addMinutes(clock.now, 11);
    await quick.post((await walk(quick, [...TAP, MORNING, CONTACT])).path);
    expect(heading(await slow.post(check.path))).toMatch(/^Repair booked/);
    expect(await db.read.$count(db.schema.appointments)).toBe(2);
  });

  test("with no time to show is saved with a call-back, never refused", async () => {
    const { db, browser } = await reportWorld(await open());
    await db.write((tx) => tx.delete(db.schema.slots));
    const device = browser();
    const call = await walk(device, TAP);
    expect(heading(call)).toBe("We will call you to arrange a time");
    const check = await answerAll(device, call, ["Mornings", CONTACT]);
    const sent = await device.post(check.path);
    expect(heading(sent)).toMatch(/^Report received/);
    body(sent).getByText("We will call you to arrange the work. You asked us to call: mornings.");
    const [repair] = await db.read.select().from(db.schema.repairs);
    expect(repair).toMatchObject({ waitsFor: "call", callTime: "morning", status: "open" });
    expect(await db.read.$count(db.schema.appointments)).toBe(0);
  });

  test("of a hazard with no time before its target goes to an officer; another repair is offered the later time", async () => {
    const { db, browser, plumber } = await reportWorld(await open());
    await db.write((tx) => tx.delete(db.schema.slots));
    await addSlots(db, { operativeId: plumber, date: "2026-12-10", windows: ["morning"] });
    const [mould, stuck] = [browser(), browser()];
    const hazard = await walk(mould, [...TO_WHERE, "Kitchen", "Mould on a wall", { description: "Black mould" }, ...PASSED]);
    expect(heading(hazard)).toBe("An officer will call you");
    const check = await answerAll(mould, hazard, ["Any time we are open", CONTACT]);
    await mould.post(check.path);
    const [repair] = await db.read.select().from(db.schema.repairs);
    expect(repair).toMatchObject({ waitsFor: "officer", hazard: "damp-and-mould", dueOn: "2026-11-30" });

    const late = await walk(stuck, [...TO_WHERE, "Kitchen", "Tap", "Will not turn", { description: "Stuck" }, ...PASSED]);
    body(late).getByText("We aim to do this repair by Monday 30 November, but the first time we have is later.");
    body(late).getByLabelText("Morning, 8am to 1pm (after our target)");
  });

  test("of two visits takes two slots of one operative on one date, or is not offered there", async () => {
    const { db, browser, patchId } = await reportWorld(await open());
    const [one, two] = [
      await addOperative(db, { trades: ["carpentry"], patches: [patchId] }),
      await addOperative(db, { trades: ["carpentry"], patches: [patchId] }),
    ];
    await addSlots(db, { operativeId: one, date: "2026-11-26", windows: ["morning"] });
    await addSlots(db, { operativeId: two, date: "2026-11-26", windows: ["morning"] });
    await addSlots(db, { operativeId: one, date: "2026-11-27", windows: ["morning", "afternoon"] });
    const device = browser();
    const picker = await walk(device, [...TO_WHERE, "Kitchen", "Worktop", { description: "Broken in two" }, ...PASSED]);
    expect(body(picker).queryByText(/Thursday 26 November/)).toBeNull();
    body(picker).getByText("Friday 27 November, the earliest");
    const sent = await device.post((await answerAll(device, picker, [MORNING, CONTACT])).path);
    body(sent).getByText("This is a longer job. The operative starts in this window and the work goes on after it.");
    const taken = (await db.read.select().from(db.schema.slots)).filter(({ appointmentId }) => appointmentId);
    expect(taken.map(({ operativeId, date, part }) => [operativeId, date, part]).sort()).toEqual([
      [one, "2026-11-27", 1],
      [one, "2026-11-27", 2],
    ]);
  });

  test("a changed problem drops the old detail and the old time, asks only what that opens, and comes back to the answers", async () => {
    const { db, browser } = await reportWorld(await open());
    const device = browser();
    const check = await walk(device, [...TAP, MORNING, CONTACT]);
    const where = await device.get(check.path.replace("check", "where?change"));
    const what = await answerAll(device, where, ["Bathroom"]);
    expect(heading(what)).toBe("What is the problem?");
    expect(body(what).queryByRole("radio", { checked: true })).toBeNull();
    const picker = await answerAll(device, what, ["Tap"]);
    expect(heading(picker)).toBe("When can we come?");
    expect(picker.html).not.toContain("Someone else has just taken that time");
    const again = await answerAll(device, picker, ["Afternoon, 12pm to 5pm"]);
    expect(rows(again)).toMatchObject({
      "Where is the problem?": "Bathroom",
      "What should the person coming know?": "It drips all night",
      "Full name": "Ann Tenant",
      Appointment: "Thursday 26 November, 12pm to 5pm (afternoon)",
    });
    expect(rows(again)).not.toHaveProperty("Which is the closest match?");
    const held = (await db.read.select().from(db.schema.slots)).filter(({ draftId }) => draftId);
    expect(held.map(({ window }) => window)).toEqual(["afternoon"]);
  });

  test("a changed description comes straight back to the answers", async () => {
    const { browser } = await reportWorld(await open());
    const device = browser();
    const check = await walk(device, [...TAP, MORNING, CONTACT]);
    const describe = await device.get(check.path.replace("check", "describe?change"));
    expect(describe.document.querySelector("textarea")?.textContent).toBe("It drips all night");
    const again = await answerAll(device, describe, [{ description: "It pours" }]);
    expect(rows(again)).toMatchObject({ "What should the person coming know?": "It pours" });
  });

  test("keeps what would help at the visit apart from everything else, and says it back", async () => {
    const { db, browser } = await reportWorld(await open());
    const device = browser();
    const household = await walk(device, TAP.slice(0, -2));
    const help = await answerAll(device, household, ["A baby or a child under 5"]);
    const wrong = await device.post(help.path, { needs: ["interpreter", "pets"], notes: "Two cats" });
    expect(wrong.status).toBe(422);
    body(wrong).getByRole("link", { name: "Enter the language you need an interpreter for" });
    expect(body(wrong).getByRole("textbox", { name: /Anything else/ }).textContent).toBe("Two cats");
    const check = await answerAll(device, wrong, [
      { needs: ["interpreter", "pets"], language: "Polish", notes: "Two cats" },
      MORNING,
      CONTACT,
    ]);
    expect(rows(check)).toMatchObject({
      "Help with the visit": "An interpreter, There are pets in the home",
      "Could this problem make anyone in the home worse?": "A baby or a child under 5",
    });
    await device.post(check.path);
    const needs = await db.read.select().from(db.schema.visitNeeds);
    expect(needs).toMatchObject([{ people: ["baby"], needs: ["interpreter", "pets"], language: "Polish", notes: "Two cats" }]);
    expect(JSON.stringify(await db.read.select().from(db.schema.events))).not.toMatch(/baby|Polish|cats/);
  });
});
