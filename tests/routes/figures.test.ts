import { within } from "@testing-library/dom";
import { expect, test } from "vitest";
import type { Outcome } from "#app/domain/visit.ts";
import type { Db } from "#db/client.ts";
import { addAppointment, addHome, addOperative, addPatch, addRepair, addSlots } from "#tests/support/calendar.ts";
import { type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { body } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

type Told = Omit<Parameters<typeof addRepair>[1], "uprn" | "problemId"> & { uprn?: string };
interface VisitTold {
  operativeId: string;
  date: string;
  outcome: Outcome;
  endedAt?: string;
  /** The slot was closed since. */
  open?: boolean;
}

/** Adds repairs, and visits to them that are over. */
async function pastOf(db: Db) {
  const [problem] = await db.read.select().from(db.schema.problems).limit(1);
  const repair = (told: Told) => addRepair(db, { uprn: "100000001", problemId: problem?.id ?? "", ...told });
  const visit = async (repairId: string, { operativeId, date, outcome, endedAt = `${date}T12:00:00Z`, open = true }: VisitTold) => {
    const slotIds = await addSlots(db, { operativeId, date, windows: ["morning"], open });
    const appointmentId = await addAppointment(db, { repairId, date, status: "done", slotIds });
    await db.write((tx) => tx.insert(db.schema.visits).values({ appointmentId, outcome, endedAt: new Date(endedAt) }));
  };
  return { repair, visit };
}

/** The events of tenants and of staff in the week of 19 October, of which one is a tenant's move: at 23:30 on the Sunday the clocks went back. */
async function addEvents(db: Db, repairId: string) {
  const at = new Date("2026-10-25T23:30:00Z");
  const event = { at, channel: "online", changeId: "change", repairId };
  await db.write((tx) =>
    tx.insert(db.schema.events).values([
      { ...event, id: "1", who: "tenant", what: "appointment moved" },
      { ...event, id: "2", who: "a staff id", what: "appointment moved" },
      { ...event, id: "3", who: "tenant", what: "booked" },
    ]),
  );
}

/** Two emergencies of 19 October, due at 8am (UTC) the day after: one made safe a minute before, one done two hours late. */
async function addEmergencies(db: Db, repair: (told: Told) => Promise<string>) {
  const raised = {
    priority: "emergency",
    raisedAt: new Date("2026-10-19T08:00:00Z"),
    dueOn: "2026-10-20",
    dueAt: new Date("2026-10-20T08:00:00Z"),
  };
  const repairId = await repair(raised);
  await db.write((tx) => tx.insert(db.schema.emergencies).values({ repairId, madeSafeAt: new Date("2026-10-20T07:59:00Z") }));
  await repair({ ...raised, channel: "phone", status: "done", closedAt: new Date("2026-10-20T10:00:00Z") });
}

/** A landlord whose three weeks from 12 October are known one by one; nothing has happened since. */
async function figuresWorld(open: OpenFresh) {
  const world = await reportWorld(await open());
  const { db, plumber } = world;
  const elsewhere = await addPatch(db, { name: "=Elsewhere" });
  const joiner = await addOperative(db, { trades: ["carpentry"], patches: [elsewhere] });
  const uprn = await addHome(db, { uprn: "100000003", patchId: elsewhere });
  const { repair, visit } = await pastOf(db);

  // Reported at 23:30 on Sunday 18 October, British Summer Time; nobody in at first.
  const done = { status: "done", closedAt: new Date("2026-10-22T12:00:00Z") };
  const sunday = await repair({ raisedAt: new Date("2026-10-18T22:30:00Z"), dueOn: "2026-10-22", ...done });
  await visit(sunday, { operativeId: plumber, date: "2026-10-21", outcome: "no-access" });
  await visit(sunday, { operativeId: plumber, date: "2026-10-22", outcome: "done", open: false });
  // An hour later, on Monday; done at the end of its last day, which has 25 hours.
  const end = new Date("2026-10-25T23:30:00Z");
  const monday = await repair({
    channel: "phone",
    raisedAt: new Date("2026-10-18T23:30:00Z"),
    dueOn: "2026-10-25",
    ...done,
    closedAt: end,
  });
  await visit(monday, { operativeId: plumber, date: "2026-10-23", outcome: "more-work" });
  // Another trade and patch, half an hour after its last day.
  const late = { trade: "carpentry", uprn, raisedAt: new Date("2026-10-20T12:00:00Z"), dueOn: "2026-10-25", ...done };
  await visit(await repair({ ...late, closedAt: new Date("2026-10-26T00:30:00Z") }), {
    operativeId: joiner,
    date: "2026-10-30",
    outcome: "done",
  });
  // Neither done nor visited; asked for in the office; free and stopped slots.
  await repair({ channel: "phone", raisedAt: new Date("2026-10-26T12:00:00Z"), ...done, status: "cancelled" });
  await repair({ channel: "office", raisedAt: new Date("2026-10-26T12:00:00Z") });
  await addSlots(db, { operativeId: plumber, date: "2026-10-21", windows: ["afternoon"] });
  await addSlots(db, { operativeId: plumber, date: "2026-10-22", windows: ["afternoon"], open: false });
  await addEmergencies(db, repair);
  await addEvents(db, sunday);

  const manager = world.browser();
  await signInAs(manager, await addStaffMember(db, { role: "manager" }));
  return { ...world, manager, elsewhere };
}

/** The cells of a figure's table, a row a period. */
function rowsOf(page: Visited, name: string): string[][] {
  const rows = within(body(page).getByRole("table", { name })).getAllByRole("row").slice(1);
  return rows.map((row) => [...row.querySelectorAll("td")].map(({ textContent }) => textContent ?? ""));
}

const NONE = "no figures yet";
const OCTOBER = "/staff/figures?period=week&from=2026-10-14&count=3";

onBothEngines("the figures", (open) => {
  test("count each thing in the week in which it was, in local time, and say nothing of nothing", async () => {
    const { manager } = await figuresWorld(open);
    const page = await manager.get(OCTOBER);
    const weeks = within(body(page).getByRole("table", { name: "No access" })).getAllByRole("rowheader");
    expect(weeks.map(({ textContent }) => textContent)).toEqual(["Week of 12 Oct 2026", "Week of 19 Oct 2026", "Week of 26 Oct 2026"]);
    const blank = [NONE, "", ""];
    expect(rowsOf(page, "Slots offered, booked and used")).toEqual([blank, ["4", "3", "2"], ["1", "1", "1"]]);
    expect(rowsOf(page, "Days to the first visit")).toEqual([
      ["1", "3"],
      ["2", "7"],
      [NONE, ""],
    ]);
    expect(rowsOf(page, "No access")).toEqual([blank, ["3", "1", "33%"], ["1", "0", "0%"]]);
    expect(rowsOf(page, "Reported online")).toEqual([
      ["1", "0", "100%"],
      ["2", "2", "50%"],
      ["0", "1", "0%"],
    ]);
    expect(rowsOf(page, "Appointments moved by tenants")).toEqual([["0"], ["1"], ["0"]]);
    expect(rowsOf(page, "Visits for each repair")).toEqual([blank, ["2", "3", "1.5"], ["1", "1", "1"]]);
    expect(rowsOf(page, "Emergencies in target")).toEqual([blank, ["2", "1", "50%"], blank]);
    expect(rowsOf(page, "Routine repairs in target")).toEqual([blank, ["2", "2", "100%"], ["1", "0", "0%"]]);
    const chart = body(page).getByRole("img", { name: /^No access/ });
    expect(chart.querySelectorAll("rect")).toHaveLength(2);
    expect(chart.querySelector("desc")?.textContent).toBe(
      "No-access rate: lowest 0% (Week of 26 Oct 2026), highest 33% (Week of 19 Oct 2026). Every number is in the table below.",
    );
    expect(page.html).not.toContain("NaN");
    const months = await manager.get("/staff/figures?period=month&from=2026-10-14&count=2");
    expect(rowsOf(months, "Reported online")).toEqual([
      ["3", "3", "50%"],
      [NONE, "", ""],
    ]);
    expect(rowsOf(months, "Slots offered, booked and used")).toEqual([
      ["5", "4", "3"],
      ["3", "0", "0"],
    ]);
  });

  test("are narrowed by trade and patch, can be saved as CSV, and fall back where an address asks for nonsense", async () => {
    const { manager, elsewhere, patchId } = await figuresWorld(open);
    const carpentry = await manager.get(`${OCTOBER}&trade=carpentry&patch=${elsewhere}`);
    expect(rowsOf(carpentry, "Slots offered, booked and used")).toEqual([
      [NONE, "", ""],
      [NONE, "", ""],
      ["1", "1", "1"],
    ]);
    expect(rowsOf(carpentry, "Reported online")[1]).toEqual(["1", "0", "100%"]);
    expect(rowsOf(carpentry, "Days to the first visit")[1]).toEqual(["1", "10"]);
    expect(body(carpentry).getByText(/No slot is free/)).toBeTruthy();
    expect(body(carpentry).getByText(/Trade: Carpentry. Patch: =Elsewhere/)).toBeTruthy();
    const plumbing = await manager.get(`${OCTOBER}&trade=plumbing&patch=${patchId}`);
    expect(body(plumbing).getByText(/first free slot .* on Thursday 26 November, in 3 days/)).toBeTruthy();

    const csv = await manager.get(body(carpentry).getByRole("link", { name: "Download as CSV" }).getAttribute("href") ?? "");
    expect(csv.headers.get("content-type")).toContain("text/csv");
    expect(csv.headers.get("content-disposition")).toBe('attachment; filename="figures-by-week-from-2026-10-12.csv"');
    const [headings, ...lines] = csv.html.trim().split(/\r?\n/);
    expect(headings).toContain("Slots offered, booked and used: offered");
    expect(lines[1]).toBe("2026-10-19,2026-10-25,,,,1,10,,,,1,0,1,0,,,,,,,,,");
    expect(lines[2]).toBe("2026-10-26,2026-11-01,1,1,1,,,1,0,0,,,,0,1,1,1,,,,1,0,0");

    const usual = await manager.get("/staff/figures");
    const others = [
      "?period=constructor&from=2026-02-31&count=27&trade=x&patch=x",
      "?count=0&from=&period=",
      `?count=1e9&from=${"9".repeat(9)}`,
    ];
    for (const query of others)
      expect(rowsOf(await manager.get(`/staff/figures${query}`), "No access")).toEqual(rowsOf(usual, "No access"));
    expect(rowsOf(usual, "Slots offered, booked and used")[5]).toEqual(["3", "0", "0"]);
    expect(body(usual).getAllByText("Week of 23 Nov 2026, so far")).toHaveLength(8);
    for (const from of ["0001-01-01", "2000-01-01", "2099-12-31", "9999-12-31"])
      expect((await manager.get(`/staff/figures?from=${from}&count=26&period=month`)).status).toBe(200);
  });
});
