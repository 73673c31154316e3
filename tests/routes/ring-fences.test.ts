import { expect, test } from "vitest";
import { THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, errors, main, table } from "#tests/support/page.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const PAGE = "/staff/ring-fences";
const FENCE = { trade: "plumbing", keptFor: "urgent", slots: "1", releasedAt: "14:00" };

onBothEngines("slots kept for the urgent", (open) => {
  test("are set by an officer, seen on the calendar and the slot until they are released, and taken away with 0", async () => {
    const { db, browser } = await reportWorld(await open());
    const officer = browser();
    await signInAs(officer, await addStaffMember(db));
    expect(main(await officer.get(PAGE))).toContain("Nothing is kept.");

    for (const [wrong, said] of [
      [{ slots: "51" }, "Slots a day must be a whole number from 0 to 50"],
      [{ slots: "1.5" }, "Slots a day must be a whole number from 0 to 50"],
      [{ trade: "constructor" }, "Select a trade"],
      [{ keptFor: "__proto__" }, "Select a priority"],
      [{ releasedAt: "25:00" }, "Enter a time, like 14:00"],
    ] as const) {
      const refused = await officer.post(PAGE, { ...FENCE, ...wrong });
      expect([refused.status, errors(refused)]).toEqual([422, [said]]);
    }
    expect(await db.read.$count(db.schema.ringFences)).toBe(0);

    await officer.post(PAGE, FENCE);
    const saved = await officer.post(PAGE, FENCE);
    expect(main(saved)).toContain("It is saved, and the calendar follows it");
    expect(table(saved, "What is kept")).toEqual([["Plumbing", "Urgent", "1", "2pm the day before"]]);

    const week = await officer.get(`/staff/calendar?from=${THURSDAY}`);
    const kept = body(week).getAllByRole("link", { name: /Free: kept for urgent$/ });
    expect(kept.length).toBe(1);
    const slot = await officer.get(kept[0]?.getAttribute("href") ?? "");
    expect(main(slot)).toContain("Free: kept for urgent");
    expect(main(slot)).toContain("Kept until2pm on Wednesday 25 November");

    expect(main(await officer.post(PAGE, { ...FENCE, slots: "0" }))).toContain("Nothing is kept.");
    const after = await officer.get(`/staff/calendar?from=${THURSDAY}`);
    expect(body(after).queryAllByRole("link", { name: /kept for/ })).toEqual([]);
  });
});
