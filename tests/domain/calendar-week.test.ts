import { expect, test } from "vitest";
import { type CalendarSlot, calendarWeek, tradeLoads } from "#app/domain/calendar-week.ts";

const NOW = new Date("2027-03-01T09:00:00Z");
const DATES = ["2027-03-01", "2027-03-02"];
const ANN = { id: "ann", name: "Ann", trades: ["Plumbing", "Joinery"], patches: ["North"] };
const BOB = { id: "bob", name: "Bob", trades: ["Plumbing"], patches: [] };
const CAT = { id: "cat", name: "Cat", trades: [], patches: [] };

const slot = (id: string, changes: Partial<CalendarSlot> = {}): CalendarSlot => ({
  ...{ id, operativeId: "ann", date: "2027-03-01", window: "morning", place: 1, starts: "08:00" },
  ...{ line1: null, block: null, problem: null, hazard: null, keptFor: null, keptUntil: null, restrictedTo: null, uprn: null },
  ...{ open: true, withdrawn: false, appointmentId: null, expiresAt: null, reason: null, ...changes },
});

test("slots stand under their operative and date in the order of the day, and are counted", () => {
  const slots = [
    slot("afternoon", { window: "afternoon", starts: "12:00" }),
    slot("second", { place: 2, appointmentId: "a" }),
    slot("first"),
    slot("closed", { place: 3, open: false }),
    slot("stranded", { operativeId: "bob", open: false, appointmentId: "b" }),
    slot("tuesday", { date: "2027-03-02", withdrawn: true, open: false }),
  ];
  const week = calendarWeek({ operatives: [ANN, BOB, CAT], slots, dates: DATES }, NOW);
  expect(week.groups.map(({ trade, rows }) => [trade, rows.map(({ operative }) => operative.id)])).toEqual([
    ["Plumbing", ["ann", "bob"]],
    ["", ["cat"]],
  ]);
  const days = week.groups[0]?.rows[0]?.days;
  expect([...(days ?? [])].map(([date, cell]) => [date, cell.map(({ id, state }) => `${id} ${state}`)])).toEqual([
    ["2027-03-01", ["first free", "second booked", "closed stopped", "afternoon free"]],
    ["2027-03-02", ["tuesday withdrawn"]],
  ]);
  expect([...week.loads]).toEqual([
    ["2027-03-01", { booked: 2, free: 2, offered: 4 }],
    ["2027-03-02", { booked: 0, free: 0, offered: 0 }],
  ]);
  expect(week.windowLoads.get("2027-03-01 morning")).toEqual({ booked: 2, free: 1, offered: 3 });
  expect(week.groups.map((group) => tradeLoads(group).get("2027-03-01 afternoon"))).toEqual([
    { booked: 0, free: 1, offered: 1 },
    undefined,
  ]);
});
