import { addHours, addMinutes } from "date-fns";
import { expect, test } from "vitest";
import { accountEmail, asRole, failuresNow, isSessionLive, minutesToWait, sessionEnd } from "#app/domain/staff.ts";

const NOW = new Date("2027-03-01T09:00:00Z");

test.each([
  [0, 0],
  [1, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [7, 4],
  [10, 32],
  [11, 60],
  [1000, 60],
])("after %i wrong tries one waits %i minutes", (failures, minutes) => expect(minutesToWait(failures)).toBe(minutes));

test.each([
  ["a minute ago", addMinutes(NOW, -1), 7],
  ["a day ago", addHours(NOW, -24), 7],
  ["more than a day ago", addMinutes(NOW, -24 * 60 - 1), 0],
])("wrong tries of %s count for so many", (_, lastAt, counted) => expect(failuresNow({ failures: 7, lastAt }, NOW)).toBe(counted));

test.each([
  ["used a minute ago", { seenAt: addMinutes(NOW, -1), endsAt: addHours(NOW, 1) }, true],
  ["used just under 30 minutes ago", { seenAt: addMinutes(NOW, -29), endsAt: addHours(NOW, 1) }, true],
  ["used 30 minutes ago", { seenAt: addMinutes(NOW, -30), endsAt: addHours(NOW, 1) }, false],
  ["used now, 12 hours after it began", { seenAt: NOW, endsAt: sessionEnd(addHours(NOW, -12)) }, false],
  ["used now, just under 12 hours after it began", { seenAt: NOW, endsAt: sessionEnd(addMinutes(NOW, -719)) }, true],
])("a session %s", (_, session, isLive) => expect(isSessionLive(session, NOW)).toBe(isLive));

test("one account has one address, and only roles are roles", () => {
  expect(accountEmail(" Ada@Example.COM ")).toBe("ada@example.com");
  expect(["officer", "Officer", "constructor", ""].map(asRole)).toEqual(["officer", undefined, undefined, undefined]);
});
