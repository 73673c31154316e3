import { expect, test } from "vitest";
import { addSlots } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, errors, hiddenOf, main, table } from "#tests/support/page.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

onBothEngines("operatives", (open) => {
  async function start() {
    const world = await reportWorld(await open());
    const officer = world.browser();
    await signInAs(officer, await addStaffMember(world.db));
    return { ...world, officer };
  }
  const details = (patch: string) => ({ name: "Mo New", contractor: "Ashdown", trades: ["plumbing", "heating"], patches: patch });

  test("are added with what they can do, then given a pattern, and the calendar follows", async () => {
    const { officer, patchId, db } = await start();
    const empty = await officer.post("/staff/operatives/new", { name: "", contractor: "", trades: "x", patches: [], "until-gas": "soon" });
    expect([empty.status, errors(empty)]).toEqual([
      422,
      ["Enter a full name", "Enter a contractor or a team", "Select a trade", "Select a patch", "Enter the last day of the accreditation"],
    ]);
    const added = await officer.post("/staff/operatives/new", { ...details(patchId), "until-gas": "2027-06-30", investigates: "yes" });
    expect(added.path).toMatch(/^\/staff\/operatives\/[^/]+\/pattern$/);
    expect(main(added)).toContain("Working pattern of Mo New");
    const typed = { from: "2026-11-30", until: "", weeks: "one", version: "0", "visits-1-1-morning": "2", "visits-1-3-afternoon": "1" };
    const wrong = await officer.post(added.path, { ...typed, "visits-1-2-morning": "13", "visits-1-4-morning": "two" });
    expect([wrong.status, errors(wrong)]).toEqual([
      422,
      ["Tuesday, Morning: Visits must be a whole number from 0 to 12", "Thursday, Morning: Visits must be a whole number from 0 to 12"],
    ]);
    const proposed = await officer.post(added.path, typed);
    expect(main(proposed)).toMatch(/\d+ slots are added and 0 are taken away\. No visit is booked in them\./);
    const saved = await officer.post(added.path, { ...hiddenOf(proposed, "section form"), step: "give" });
    expect(main(saved)).toContain("The pattern is saved, and the calendar follows it");
    expect((await db.read.select().from(db.schema.slots)).length).toBeGreaterThan(10);
    const stale = await officer.post(added.path, { ...typed, step: "give" });
    expect([stale.status, errors(stale)]).toEqual([422, ["Somebody else has changed this operative meanwhile. Look at it again"]]);
    for (const version of ["", "1.5", "9".repeat(40), "constructor"])
      expect((await officer.post(added.path, { ...typed, version, step: "give" })).status).toBe(422);
  });

  test("are changed by one officer at a time; a pattern can be copied", async () => {
    const { officer, plumber, patchId, db } = await start();
    await addSlots(db, { operativeId: plumber, date: "2026-12-01" });
    const path = `/staff/operatives/${plumber}`;
    const saved = await officer.post(path, { ...details(patchId), version: "0" });
    expect(main(saved)).toContain("The operative is saved");
    const stale = await officer.post(path, { ...details(patchId), name: "Somebody", version: "0" });
    expect([stale.status, errors(stale)]).toEqual([422, ["Somebody else has changed this operative meanwhile. Look at it again"]]);
    expect(body(stale).getByLabelText<HTMLInputElement>("Full name").value).toBe("Somebody");
    expect(table(await officer.get("/staff/operatives"), "Everybody who does repairs")).toEqual([
      ["Mo New", "Heating, Plumbing", expect.any(String), "Change pattern Mo New"],
    ]);
    const pattern = { id: "p", operativeId: plumber, weekday: 2, window: "morning", visits: 3, fromDate: "2026-11-01" };
    await db.write((tx) => tx.insert(db.schema.workingPatterns).values(pattern));
    const other = await officer.post("/staff/operatives/new", { ...details(patchId), name: "Al Other" });
    const copied = await officer.get(`${other.path}?copy=${plumber}`);
    expect(body(copied).getByLabelText<HTMLInputElement>("Tuesday, Morning").value).toBe("3");
    expect((await officer.get(`${other.path}?copy=%00`)).status).toBe(200);
    for (const unknown of ["/staff/operatives/nobody", "/staff/operatives/nobody/pattern"])
      expect((await officer.get(unknown)).status).toBe(404);
  });
});
