import { expect, test } from "vitest";
import { addSlots } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, heading } from "#tests/support/page.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { answerAll, CONTACT, MORNING, TAP, walk } from "#tests/support/walk.ts";

const UNHELD = /We will book this time when you send the report. Somebody may take it before you./;

onBothEngines("a time that is chosen and not held", (open) => {
  /** Two mornings, of which the public may hold one: it is held. */
  async function withOneHeld() {
    const world = await reportWorld(await open());
    await world.db.write((tx) => tx.delete(world.db.schema.slots));
    await addSlots(world.db, { operativeId: world.plumber, windows: ["morning", "morning"] });
    const first = world.browser();
    return { ...world, first, contact: await walk(first, [...TAP, MORNING]) };
  }

  test("is booked when the report is sent, and every page says that it is not held until then", async () => {
    const { db, browser } = await withOneHeld();
    const second = browser();
    const contact = await walk(second, [...TAP, MORNING]);
    expect(heading(contact)).toBe("How can we reach you?");
    body(contact).getByText(UNHELD);
    body(contact).getByText("Thursday 26 November, 8am to 1pm (morning)");
    expect(body(contact).queryByRole("button", { name: "Keep my time" })).toBeNull();
    const picker = await second.get(contact.path.replace("contact", "slot"));
    body(picker).getByText(UNHELD);
    expect((body(picker).getByRole("radio", { name: MORNING }) as HTMLInputElement).checked).toBe(true);
    const check = await answerAll(second, contact, [CONTACT]);
    body(check).getByText(UNHELD);
    expect(heading(await second.post(check.path))).toMatch(/^Repair booked/);
    expect(await db.read.$count(db.schema.appointments)).toBe(1);
  });

  test("goes to whoever sends first; the other chooses again, with every answer kept", async () => {
    const { browser, first, contact } = await withOneHeld();
    const [quick, slow] = [browser(), browser()];
    const late = await walk(slow, [...TAP, MORNING, CONTACT]);
    expect(heading(await quick.post((await walk(quick, [...TAP, MORNING, CONTACT])).path))).toMatch(/^Repair booked/);
    const end = await slow.post(late.path);
    expect(heading(end)).toBe("We will call you to arrange a time");
    const described = await slow.get(end.path.replace("call-back", "describe"));
    expect(described.document.querySelector("textarea")?.textContent).toBe("It drips all night");
    expect(heading(await first.post((await answerAll(first, contact, [CONTACT])).path))).toMatch(/^Repair booked/);
  });

  test("is asked again as soon as nobody is free for it", async () => {
    const { db, plumber, browser, first, contact } = await withOneHeld();
    await addSlots(db, { operativeId: plumber, date: "2026-11-27", windows: ["morning"] });
    const [quick, slow] = [browser(), browser()];
    const unheld = await walk(slow, [...TAP, MORNING]);
    await quick.post((await walk(quick, [...TAP, MORNING, CONTACT])).path);
    await first.post((await answerAll(first, contact, [CONTACT])).path);
    const again = await slow.post(unheld.path, CONTACT);
    expect(heading(again)).toBe("When can we come?");
    body(again).getByText("Someone else has just taken that time. Your answers are safe. Choose another time.");
  });
});
