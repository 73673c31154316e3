import { expect, test } from "vitest";
import { addAppointment, addOperative, addRepair, addSlots, THURSDAY } from "#tests/support/calendar.ts";
import { type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { body, errors, hiddenOf, main, table } from "#tests/support/page.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const FRIDAY = "2026-11-27";
const ABSENCE = "/staff/absences/add/absence";
const sick = (operative: string) => ({ operatives: operative, kind: "sick", from: THURSDAY, until: "", starts: "", ends: "" });

const WRONG: [Record<string, string | string[]>, string][] = [
  [{ operatives: [] }, "Select who is away"],
  [{ operatives: "nobody" }, "Select who is away"],
  [{ kind: "constructor" }, "Select why they are away"],
  [{ from: "2026-11-31" }, "Enter the first day"],
  [{ from: "2026-11-22" }, "The first day must be today or later"],
  [{ until: "2026-11-25" }, "The last day must be the first day or later"],
  [{ until: "2027-11-24" }, "The last day must be within a year from now"],
  [{ starts: "9", ends: "10:00" }, "Enter a time, like 08:00"],
  [{ starts: "09:00" }, "Enter a time, like 13:00"],
  [{ starts: "13:00", ends: "13:00" }, "The time until must be after the time from"],
];

/** An officer; Ann the plumber has two visits on Thursday morning; Bea has one slot free then, and one on Friday. */
async function world(open: OpenFresh) {
  const given = await reportWorld(await open());
  const { db, patchId, plumber, browser } = given;
  const [problem] = await db.read.select().from(db.schema.problems).limit(1);
  const slots = await db.read.select().from(db.schema.slots).orderBy(db.schema.slots.id);
  const appointments: string[] = [];
  for (const [at, uprn] of ["100000001", "100000002"].entries()) {
    const repairId = await addRepair(db, { uprn, problemId: problem?.id ?? "", reference: `7KQ4-9XM${at}` });
    appointments.push(await addAppointment(db, { repairId, slotIds: [slots[at]?.id ?? ""] }));
  }
  const bea = await addOperative(db, { name: "Bea Free", patches: [patchId] });
  await addSlots(db, { operativeId: bea });
  await addSlots(db, { operativeId: bea, date: FRIDAY });
  const officer = browser();
  await signInAs(officer, await addStaffMember(db));
  return { ...given, officer, plumber, appointments };
}

onBothEngines("an absence", (open) => {
  test("is proposed, made, and what nobody can take is moved on the spot; the bar stands on every page until then", async () => {
    const { officer, plumber } = await world(open);
    const proposed = await officer.post(ABSENCE, sick(plumber));
    expect(main(proposed)).toContain("3 slots are withdrawn.");
    expect(table(proposed, "Visits that can go to somebody else").map((row) => row.at(-1))).toEqual(["Bea Free"]);
    expect(table(proposed, "Visits that nobody else can take").length).toBe(1);
    expect(main(await officer.get("/staff"))).not.toContain("needs moving");

    const done = await officer.post(ABSENCE, { ...hiddenOf(proposed, "section form"), step: "give" });
    expect(done.path).toMatch(/^\/staff\/to-move/);
    expect(main(done)).toContain("3 slots were withdrawn, and 1 visit went to others");
    expect(main(await officer.get("/staff/calendar"))).toContain("1 appointment needs moving Resolve them");
    expect(main(done)).toContain("Nobody else is free in this window.");

    const [offer] = done.document.querySelectorAll<HTMLInputElement>("input[type=radio]");
    expect(body(done).getByRole("radio", { name: "Friday 27 November, Morning, 8am to 1pm" })).toBe(offer);
    const appointment = done.document.querySelector<HTMLInputElement>("input[name=appointment]")?.value ?? "";
    const empty = await officer.post("/staff/to-move", { change: "move", appointment });
    expect([empty.status, errors(empty)]).toEqual([422, ["Select a time"]]);
    const moved = await officer.post("/staff/to-move", { change: "move", appointment, [offer?.name ?? ""]: offer?.value ?? "" });
    expect(main(moved)).toContain("The visit has been moved");
    expect(main(moved)).toContain("No visit needs moving.");
    expect(main(await officer.get("/staff"))).not.toContain("needs moving");
  });

  test("is listed, and ended; visits can be kept where they are and given later, all at once", async () => {
    const { officer, plumber } = await world(open);
    await officer.post(ABSENCE, { ...sick(plumber), step: "keep" });
    expect(main(await officer.get("/staff"))).toContain("2 appointments need moving");
    const list = await officer.get("/staff/absences");
    expect(table(list, "Who is away").map((row) => row.slice(1, 3))).toEqual([["Off sick", "Thursday 26 November"]]);
    const given = await officer.post("/staff/to-move", { change: "give-all" });
    expect(main(given)).toContain("1 visit went to somebody else");
    const id = list.document.querySelector<HTMLInputElement>("input[name=id]")?.value ?? "";
    const ended = await officer.post("/staff/absences", { end: "absences", id });
    expect(main(ended)).toContain("The slots that nobody has changed since are open again");
    expect(main(ended)).toContain("Nobody is away now or later.");
    expect(main(await officer.get("/staff"))).not.toContain("moving");
    const again = await officer.post("/staff/absences", { end: "absences", id });
    expect([again.status, errors(again)]).toEqual([422, ["This had ended already"]]);
  });

  test("is not made of what makes no sense, and says what is wrong with which field", async () => {
    const { officer, plumber } = await world(open);
    for (const [typed, error] of WRONG) {
      const refused = await officer.post(ABSENCE, { ...sick(plumber), ...typed, step: "give" });
      expect([refused.status, errors(refused)]).toEqual([422, [error]]);
    }
    expect(main(await officer.get("/staff/absences"))).toContain("Nobody is away now or later.");
  });
});

onBothEngines("a closure", (open) => {
  test("closes a trade in one window, and stands in the list; a bank holiday can be worked, and closed again", async () => {
    const { officer, db } = await world(open);
    const closure = { reason: "Team day", from: THURSDAY, until: FRIDAY, trade: "plumbing", patch: "all", window: "afternoon" };
    const proposed = await officer.post("/staff/absences/add/closure", closure);
    expect(main(proposed)).toContain("1 slot is withdrawn. No visit is booked in them.");
    await officer.post("/staff/absences/add/closure", { ...hiddenOf(proposed, "section form"), step: "give" });
    const list = await officer.get("/staff/absences");
    const [row] = table(list, "When nobody works");
    expect(row?.slice(0, 3)).toEqual(["Team day", "Plumbing, Afternoon", "Thursday 26 November to Friday 27 November"]);
    const [plumber] = await db.read.select().from(db.schema.operatives);
    const pattern = { id: "p", operativeId: plumber?.id ?? "", window: "morning", visits: 1, fromDate: "2026-11-01" };
    await db.write((tx) => tx.insert(db.schema.workingPatterns).values({ ...pattern, weekday: 5 }));
    const worked = await officer.post("/staff/absences", { work: "2026-12-25" });
    expect(main(worked)).toContain("The slots of this day are there now");
    expect(await db.read.$count(db.schema.slots)).toBe(6);
    const close =
      body(worked)
        .getByRole("link", { name: /^Close this day ?Friday 25 December$/ })
        .getAttribute("href") ?? "";
    expect(body(await officer.get(close)).getByLabelText<HTMLInputElement>("First day").value).toBe("2026-12-25");
    for (const work of ["2026-12-24", "2026-01-01", "x"]) expect((await officer.post("/staff/absences", { work })).status).toBe(422);
    expect((await officer.get("/staff/absences/add/holiday")).status).toBe(404);
  });
});
