import { addDays, addHours, addMinutes } from "date-fns";
import { expect, test } from "vitest";
import { countCalls, reasonFrom } from "#app/domain/call.ts";
import { evidenceOf, inTurn, isUrgentTask, nextTryAt, parseTaskId, taskId } from "#app/domain/call-task.ts";
import { complaintDates, complaintState } from "#app/domain/complaint.ts";
import { NOW } from "#tests/support/calendar.ts";

test.each([
  [[], "other"],
  [["note added"], "other"],
  [["chased"], "chase"],
  [["chased", "appointment moved"], "change"],
  [["cancelled", "reported"], "new"],
])("of a call in which %j was done the reason is %s", (done, reason) => {
  expect(reasonFrom(done)).toBe(reason);
});

test("the website should have saved questions about and changes of what was reported there, and nothing else", () => {
  const call = { startedAt: NOW, endedAt: addMinutes(NOW, 4), repairChannel: "online" };
  const count = countCalls([
    { ...call, reason: "chase" },
    { ...call, reason: "change", endedAt: addMinutes(NOW, 9) },
    { ...call, reason: "chase", repairChannel: "phone" },
    { ...call, reason: "new" },
    { ...call, reason: null, repairChannel: null },
  ]);
  expect(count).toEqual({ all: 5, of: { new: 1, chase: 2, change: 1, other: 0 }, unsaid: 1, minutes: 5, saveable: 2 });
  expect(countCalls([]).minutes).toBeNull();
});

test("those to be reached take turns: what can be tried now, then what is urgent, then what has waited longest", () => {
  const turn = (name: string, isUrgent: boolean, age: number, wait?: number) => {
    return { name, isUrgent, since: addDays(NOW, -age), nextTryAt: wait === undefined ? null : addHours(NOW, wait) };
  };
  const all = [turn("later", true, 9, 1), turn("new", false, 1), turn("old", false, 5, -1), turn("hazard", true, 0)];
  expect(all.sort(inTurn(NOW)).map(({ name }) => name)).toEqual(["hazard", "old", "new", "later"]);
});

test.each([
  [{ hazard: "damp-and-mould", dueOn: "2026-12-20" }, true],
  [{ hazard: null, dueOn: "2026-11-23" }, true],
  [{ hazard: null, dueOn: "2026-11-24" }, false],
  [{ hazard: null, visitOn: "2026-11-24" }, true],
  [{ hazard: null, visitOn: "2026-11-25" }, false],
  [{ hazard: null, visitOn: null }, false],
])("%j is urgent: %s", (task, isUrgent) => {
  expect(isUrgentTask(task, "2026-11-23")).toBe(isUrgent);
});

test("three different ways are evidence, however often one was tried", () => {
  expect(evidenceOf(["phone", "phone", "phone"])).toEqual({ ways: ["phone"], others: ["text", "letter", "visit"], isEnough: false });
  expect(evidenceOf(["letter", "visit", "phone"])).toMatchObject({ others: ["text"], isEnough: true });
});

test.each([
  ["hours", "2026-11-23T11:00:00.000Z"],
  ["morning", "2026-11-24T09:00:00.000Z"],
  ["afternoon", "2026-11-24T14:00:00.000Z"],
  ["days", "2026-11-26T09:00:00.000Z"],
] as const)("tried again: %s", (next, at) => {
  expect(nextTryAt(next, NOW).toISOString()).toBe(at);
});

test("the name of a task reads back, and nothing else is one", () => {
  expect(parseTaskId(taskId("tell", "01abc"))).toEqual({ kind: "tell", subject: "01abc" });
  for (const id of ["", "tell", "tell-", "constructor-1", "call-a b", `call-${"x".repeat(100)}`]) expect(parseTaskId(id)).toBeUndefined();
});

// Housing Ombudsman, Complaint Handling Code 2024: 5 working days to acknowledge, 10 more to answer. Christmas 2026 is a Friday; 28 December is a bank holiday for it.
test("a complaint's dates count working days; it is late the day after", () => {
  const holidays = new Set(["2026-12-25", "2026-12-28"]);
  expect(complaintDates("2026-12-18", holidays)).toEqual({ acknowledgeBy: "2026-12-29", answerBy: "2027-01-12" });
  const complaint = { acknowledgedAt: null, answeredAt: null, acknowledgeBy: "2026-11-30", answerBy: "2026-12-14" };
  expect(complaintState(complaint, "2026-11-30")).toEqual({ step: "acknowledge", isLate: false });
  expect(complaintState(complaint, "2026-12-01")).toEqual({ step: "acknowledge", isLate: true });
  expect(complaintState({ ...complaint, acknowledgedAt: NOW }, "2026-12-14")).toEqual({ step: "answer", isLate: false });
  expect(complaintState({ ...complaint, acknowledgedAt: NOW, answeredAt: NOW }, "2027-12-14")).toEqual({ step: "answered", isLate: false });
});
