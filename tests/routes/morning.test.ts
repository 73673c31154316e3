import { expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { addAppointment, addHome, addOperative, addRepair, addSlots, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, hiddenOf, main } from "#tests/support/page.ts";
import type { Browser, Visited } from "#tests/support/pages.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const FRIDAY = "2026-11-27";
const MOST_CLICKS = 12;

/** Ann and Bob have seven visits each on Thursday morning; of their 28 colleagues twelve are free once then, and two the day after. */
async function morning(db: Db, patchId: string) {
  const patches = [patchId];
  const sick = [await addOperative(db, { name: "Ann Sick", patches }), await addOperative(db, { name: "Bob Sick", patches })];
  const [problem] = await db.read.select().from(db.schema.problems).limit(1);
  const busy: string[] = [];
  for (const operativeId of sick) busy.push(...(await addSlots(db, { operativeId, windows: Array(7).fill("morning") })));
  for (const [at, slotId] of busy.entries()) {
    const repairId = await addRepair(db, { uprn: await addHome(db, { uprn: `20000000${at}`, patchId }), problemId: problem?.id ?? "" });
    await addAppointment(db, { repairId, slotIds: [slotId] });
  }
  // One of the 28 is there already, with two mornings free.
  const free = [...Array(10).fill(THURSDAY), ...Array(15).fill(undefined), FRIDAY, FRIDAY];
  for (const [at, date] of free.entries()) {
    const operativeId = await addOperative(db, { name: `Operative ${at}`, patches });
    if (date) await addSlots(db, { operativeId, date });
  }
  return sick;
}

/** An officer whose every click is counted and said. */
class Clicker {
  readonly steps: string[] = [];

  constructor(
    private readonly officer: Browser,
    public page: Visited,
  ) {}

  choose(role: "checkbox" | "radio", name: string | RegExp): HTMLInputElement {
    const [control] = body(this.page).getAllByRole<HTMLInputElement>(role, { name });
    this.steps.push(`${role} ${name}`);
    if (!control) throw new Error(`There is no ${role} ${name}`);
    return control;
  }

  async follow(name: string): Promise<void> {
    this.steps.push(`link ${name}`);
    const [link] = body(this.page).getAllByRole("link", { name });
    this.page = await this.officer.get(link?.getAttribute("href") ?? "");
  }

  async press(name: RegExp, typed: Record<string, string | string[]>): Promise<void> {
    const [button] = body(this.page).getAllByRole("button", { name });
    this.steps.push(`button ${button?.textContent}`);
    this.page = await this.officer.post(this.page.path.split("?")[0] ?? "", typed);
  }
}

onBothEngines("a morning with 2 of 30 operatives off sick", (open) => {
  test("and 14 visits is mended in at most 12 clicks, each shown", async () => {
    const { db, patchId, browser } = await reportWorld(await open());
    const sick = await morning(db, patchId);
    const officer = browser();
    const clicks = new Clicker(officer, await signInAs(officer, await addStaffMember(db)));

    await clicks.follow("Absences");
    await clicks.follow("Add an absence");
    const operatives = ["Ann Sick", "Bob Sick"].map((name) => clicks.choose("checkbox", name).value);
    const kind = clicks.choose("radio", "Off sick").value;
    expect(operatives.toSorted()).toEqual(sick.toSorted());
    await clicks.press(/See what it does/, { operatives, kind, from: THURSDAY, until: "", starts: "", ends: "" });
    expect(main(clicks.page)).toContain("14 slots are withdrawn. 12 visits can go to somebody else in the same window.");
    await clicks.press(/Save it and give 12 visits to others/, { ...hiddenOf(clicks.page, "section form"), step: "give" });
    expect(main(clicks.page)).toContain("14 slots were withdrawn, and 12 visits went to others");
    for (const left of ["2 appointments need moving", "1 appointment needs moving"]) {
      expect(main(await officer.get("/staff"))).toContain(left);
      const { name, value } = clicks.choose("radio", /November, /);
      await clicks.press(/Move it: the tenant agreed/, { change: "move", appointment: name.replace("offer-", ""), [name]: value });
    }
    expect(main(clicks.page)).toContain("No visit needs moving.");
    expect(clicks.steps.length, clicks.steps.join(", ")).toBeLessThanOrEqual(MOST_CLICKS);

    const visits = await db.read.select().from(db.schema.appointments);
    const slots = await db.read.select().from(db.schema.slots);
    const kept = visits.flatMap(({ id, date }) => slots.filter((slot) => slot.appointmentId === id && slot.date === date));
    expect(kept.length).toBe(14);
    expect(kept.filter(({ open, operativeId }) => !open || sick.includes(operativeId))).toEqual([]);
  });
});
