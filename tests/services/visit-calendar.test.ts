import { expect, test } from "vitest";
import type { OwnRepair } from "#app/services/read-own-repair.server.ts";
import { visitCalendar } from "#app/services/visit-calendar.server.ts";
import { NOW } from "#tests/support/calendar.ts";

/** A repair with a visit in the morning of a date, and nothing else that a calendar reads. */
function repairOn(date: string, starts = "08:00"): OwnRepair {
  const visit = { id: "visit", status: "booked", date, starts, ends: "13:00" };
  const events = [{ at: NOW, what: "booked", appointmentId: "visit" }];
  return { current: visit, visits: [visit], events } as unknown as OwnRepair;
}

const said = (own: OwnRepair) => visitCalendar(own, { summary: "Repair visit", description: "Repair 7KQ4-9XMV", url: "https://r.test/" });

test.each([
  ["the day before the clocks go forward", "2027-03-27", "20270327T080000Z", "20270327T130000Z"],
  ["the day they have", "2027-03-28", "20270328T070000Z", "20270328T120000Z"],
  ["the day before they go back", "2026-10-24", "20261024T070000Z", "20261024T120000Z"],
  ["the day they have gone back", "2026-10-25", "20261025T080000Z", "20261025T130000Z"],
])("a calendar file says the instants of %s", (_, date, starts, ends) => {
  const file = said(repairOn(date));
  for (const line of [
    `DTSTART:${starts}`,
    `DTEND:${ends}`,
    "UID:visit@housing-repairs",
    "SEQUENCE:0",
    "STATUS:CONFIRMED",
    "METHOD:PUBLISH",
  ])
    expect(file?.split("\r\n")).toContain(line);
  expect(said(repairOn(date))).toBe(file);
});
