import { within } from "@testing-library/dom";
import { addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { CANNOT_CALL, type EmergencyWorld, emergencyWorld, FLOOD, pathOf, reportFlood } from "#tests/support/emergencies.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { aLandlord } from "#tests/support/landlord.ts";
import { body, heading } from "#tests/support/page.ts";
import type { Browser, Visited } from "#tests/support/pages.ts";
import { answerAll, CONTACT, MORNING, PASSED, TAP, TO_WHERE, walk } from "#tests/support/walk.ts";

/** Telephone numbers in the order in which the page has them. */
const numbers = ({ document }: Visited) =>
  [...document.querySelectorAll("main .app-phone")].map((link) => link.getAttribute("href")?.replace("tel:", ""));
const buttons = (page: Visited) =>
  within(page.document.querySelector("main") as HTMLElement)
    .queryAllByRole("button")
    .map(({ textContent }) => textContent);

const NO_CONTACT = aLandlord({ emergencyContact: undefined });
const SPARKS = [...TAP.slice(0, 8), { description: "It drips. The socket sparks" }];
const BAD_LEAF = [...TO_WHERE, "Kitchen", "Water near a socket"];

/** Sends what is due and opens the link of the last message, as the person on duty. */
async function openLink({ send, receiver, browser }: EmergencyWorld): Promise<{ device: Browser; page: Visited }> {
  await send();
  const device = browser();
  return { device, page: await device.get(pathOf(receiver.received.at(-1)?.body.acknowledge ?? "")) };
}

onBothEngines("an emergency whose tenant cannot call", (open) => {
  test("is recorded with its 24 hours, takes no slot, and is in the outbox in the same change", async () => {
    const { db, browser } = await emergencyWorld(await open());
    const device = browser();
    const check = await walk(device, [FLOOD, CANNOT_CALL, { postcode: "fh1 1aa" }, "1 Mill Lane", { description: "Pouring" }, CONTACT]);
    body(check).getByText(/Nobody has been told yet/);
    body(check).getByText(FLOOD);
    expect(body(check).queryByRole("heading", { name: "Your appointment" })).toBeNull();
    expect(buttons(check)).toEqual(["Send this emergency"]);
    expect(await db.read.$count(db.schema.messages)).toBe(0);

    const sent = await device.post(check.path);
    await device.post(check.path);
    expect(heading(sent)).toBe("We have received this");
    const [repairs, emergencies, messages] = await Promise.all([
      db.read.select().from(db.schema.repairs),
      db.read.select().from(db.schema.emergencies),
      db.read.select().from(db.schema.messages),
    ]);
    expect(repairs).toMatchObject([
      { ...{ priority: "emergency", waitsFor: "emergency", status: "open" }, dueAt: new Date("2026-11-24T09:00:00Z"), problemId: null },
    ]);
    expect(emergencies).toMatchObject([{ repairId: repairs[0]?.id, kind: "flood", acknowledgedAt: null }]);
    const due = { repairId: repairs[0]?.id, number: 1, status: "waiting", dueAt: new Date("2026-11-23T09:00:00Z") };
    expect(messages.sort((a, b) => a.rank - b.rank)).toMatchObject([
      { ...due, kind: "emergency" },
      { ...due, kind: "reported", channel: "text" },
    ]);
    expect(await db.read.$count(db.schema.appointments)).toBe(0);
    expect((await db.read.select().from(db.schema.slots)).filter(({ draftId, appointmentId }) => draftId ?? appointmentId)).toEqual([]);
  });

  test("is received, then seen at a local time, however often the page is opened; the numbers stay first", async () => {
    const world = await emergencyWorld(await open());
    world.clock.now = new Date("2027-07-05T22:10:00Z");
    const tenant = world.browser();
    const received = await reportFlood(tenant);
    for (const page of [received, await tenant.get(received.path)]) {
      expect(heading(page)).toBe("We have received this");
      body(page).getByText(/Nobody on duty has said yet that they have seen it/);
      expect(page.html).not.toMatch(/Seen at/);
      expect(numbers(page).slice(0, 3)).toEqual(["01632960199", "1800101632960100", "999"]);
      body(page).getByText("turn the water off at the stop tap, often under the kitchen sink");
    }
    const { device, page } = await openLink(world);
    expect(heading(await tenant.get(received.path))).toBe("We have received this");

    world.clock.now = new Date("2027-07-05T22:14:00Z");
    await device.post(page.path, { name: "Pat Duty" });
    const seen = await tenant.get(received.path);
    expect(heading(seen)).toBe("Seen at 23:14");
    expect(seen.html).not.toContain("Pat Duty");
    expect(numbers(seen)[0]).toBe("01632960199");
    expect(body(seen).getByRole("link", { name: "Check again" }).getAttribute("href")).toBe("?");
    world.clock.now = addMinutes(world.clock.now, 60);
    expect(heading(await tenant.get(received.path))).toBe("Seen at 23:14 on Monday 5 July");
  });

  test("is acknowledged by a name, once: looking at it says nothing, and the first stands", async () => {
    const world = await emergencyWorld(await open());
    await reportFlood(world.browser());
    await world.db.write((tx) => tx.update(world.db.schema.homes).set({ notAloneWhy: "Threats" }));
    const { device, page } = await openLink(world);
    body(page).getByText("Do not visit alone: two operatives go together");
    const { db, clock, send, receiver } = world;
    for (const words of ["1 Mill Lane, FH1 1AA", "It comes through the ceiling", "+447700900123", /Water is pouring in/])
      body(page).getByText(words);
    await device.get(page.path);
    expect(await db.read.select().from(db.schema.emergencies)).toMatchObject([{ acknowledgedAt: null }]);

    const nameless = await device.post(page.path, { name: "  " });
    expect(nameless.status).toBe(422);
    body(nameless).getByRole("link", { name: "Enter your full name" });

    clock.now = addMinutes(clock.now, 5);
    const seen = await device.post(page.path, { name: "Pat Duty" });
    body(seen).getByText("Seen by Pat Duty at 09:05 on Monday 23 November. The messages have stopped.");
    expect(buttons(seen)).toEqual([]);
    clock.now = addMinutes(clock.now, 20);
    const second = await world.browser().post(page.path, { name: "Someone Else" });
    body(second).getByText(/^Seen by Pat Duty at 09:05/);
    await send();
    expect(receiver.received).toHaveLength(1);
    const events = await db.read.select().from(db.schema.events);
    expect(events.filter(({ what }) => what === "acknowledged")).toMatchObject([{ who: "on-duty", after: { emergencyVersion: 1 } }]);
    expect(JSON.stringify(events)).not.toContain("Pat");
  });

  test("is shown to nobody without its link, nor a week later, and the database holds no token", async () => {
    const world = await emergencyWorld(await open());
    await reportFlood(world.browser());
    const { device, page } = await openLink(world);
    const token = page.path.split("/").at(-1) ?? "";
    expect(JSON.stringify(await world.db.read.select().from(world.db.schema.messages))).not.toContain(token);
    const { messages } = world.db.schema;
    const [message] = await world.db.read.select().from(messages).where(eq(messages.kind, "emergency"));
    for (const wrong of ["x", "a".repeat(43), message?.id, message?.tokenHash])
      expect((await device.get(`/acknowledge/${wrong}`)).status).toBe(404);
    expect((await device.post("/acknowledge/x", { name: "Pat" })).status).toBe(404);
    world.clock.now = addMinutes(world.clock.now, 8 * 24 * 60);
    expect((await device.get(page.path)).status).toBe(404);
  });

  test("of the catalogue goes the same way, under its own words", async () => {
    const { db, browser } = await emergencyWorld(await open());
    const device = browser();
    const page = await walk(device, BAD_LEAF);
    expect(buttons(page)).toEqual(["I cannot call"]);
    body(page).getByText("keep everyone away from it");
    const check = await answerAll(device, page, [CANNOT_CALL, { description: "By the kettle" }, CONTACT]);
    const sent = await device.post(check.path);
    expect(heading(sent)).toBe("We have received this");
    body(sent).getByText("keep everyone away from it");
    const [repair] = await db.read.select().from(db.schema.repairs);
    expect(repair).toMatchObject({ location: "Kitchen", problem: "Water near a socket", priority: "emergency", waitsFor: "emergency" });
    expect(repair?.problemId).not.toBeNull();
  });

  test("found in the words after a time was held gives the time back", async () => {
    const { db, browser } = await emergencyWorld(await open());
    const device = browser();
    const check = await walk(device, [...TAP, MORNING, CONTACT]);
    const held = async () =>
      (await db.read.select().from(db.schema.slots)).filter(({ draftId, appointmentId }) => draftId ?? appointmentId);
    expect(await held()).toHaveLength(1);
    const describe = await device.get(check.path.replace("check", "describe?change"));
    const again = await answerAll(device, describe, [{ description: "The socket sparks" }, CANNOT_CALL]);
    expect(heading(again)).toBe("Check your answers");
    expect(heading(await device.post(again.path))).toBe("We have received this");
    expect(await held()).toEqual([]);
    expect(await db.read.select().from(db.schema.repairs)).toMatchObject([{ priority: "emergency", detail: "Dripping" }]);
    expect(await db.read.select().from(db.schema.emergencies)).toMatchObject([{ kind: "unsafe-electrics" }]);
  });

  test("is not offered where the settings name nobody, and posting it by hand is refused", async () => {
    const { db, browser } = await emergencyWorld(await open());
    const device = browser({ landlord: NO_CONTACT });
    const callUs = await walk(device, [FLOOD]);
    expect(buttons(callUs)).toEqual(["It is not an emergency"]);
    expect(callUs.html).not.toMatch(/cannot call|people on duty/);
    expect(numbers(callUs)[0]).toBe("01632960100");
    expect((await device.post(callUs.path, CANNOT_CALL)).status).toBe(422);

    const leaf = await walk(device, BAD_LEAF);
    expect(buttons(leaf)).toEqual([]);
    expect(heading(await device.post(leaf.path, CANNOT_CALL))).toBe("Call us about this now");
    const warned = await walk(device, SPARKS);
    expect(buttons(warned)).toEqual(["It is not an emergency"]);
    expect((await device.post(warned.path, CANNOT_CALL)).status).toBe(422);
    expect(await db.read.$count(db.schema.repairs)).toBe(0);
  });
});

onBothEngines("danger", (open) => {
  test.each([
    ["I can smell gas", ["0800111999", "0800371787", "999"]],
    ["A carbon monoxide alarm is sounding", ["0800111999", "0800371787", "999"]],
    ["There is a fire or smoke", ["999", "18000"]],
  ])("%s: a safety page with the number and the textphone first, and no way past it", async (words, first) => {
    const { browser } = await emergencyWorld(await open());
    const page = await walk(browser(), [words]);
    expect(numbers(page).slice(0, first.length)).toEqual(first);
    expect(buttons(page)).toEqual([]);
  });

  test("in the words of a description is warned of, with a way on; nothing typed is lost, and other words ask again", async () => {
    const { browser } = await emergencyWorld(await open());
    const device = browser();
    const warning = await walk(device, [...TAP.slice(0, 8), { description: "It drips and I can smel gass" }]);
    expect(heading(warning)).toBe("Can you smell gas?");
    expect(numbers(warning).slice(0, 2)).toEqual(["0800111999", "0800371787"]);
    expect(buttons(warning)).toEqual(["It is not an emergency"]);
    const back = await device.get(body(warning).getByRole("link", { name: "Back" }).getAttribute("href") ?? "");
    expect(back.document.querySelector("textarea")?.textContent).toBe("It drips and I can smel gass");

    const goOn = warning.document.querySelector<HTMLButtonElement>("#goOn")?.value ?? "";
    const check = await answerAll(device, warning, [{ goOn }, ...PASSED, MORNING, CONTACT]);
    body(check).getByText("It drips and I can smel gass");
    const changed = await answerAll(device, await device.get(check.path.replace("check", "describe?change")), [
      { description: "The tap sparks" },
    ]);
    expect(heading(changed)).toBe("This may be dangerous");
    expect(numbers(changed)[0]).toBe("01632960100");
    const stale = await device.post(changed.path, { goOn });
    expect(stale.status).toBe(422);
    body(stale).getByRole("link", { name: "Select that it is not an emergency, or go back and change what you wrote" });
    const on = stale.document.querySelector<HTMLButtonElement>("button[value^=no]")?.value ?? "";
    const again = await answerAll(device, stale, [{ goOn: on }]);
    expect(heading(again)).toBe("Check your answers");
    body(again).getByText("The tap sparks");
  });

  test("is none in harmless words: the report goes straight on", async () => {
    const { browser } = await emergencyWorld(await open());
    const page = await walk(browser(), [...TAP.slice(0, 8), { description: "The gas engineer came. It smells of damp" }]);
    expect(heading(page)).toBe("Add photos of the problem (optional)");
  });
});
