import { expect, test } from "vitest";
import { changesOf, type SlotState, type Standing, slotState } from "#app/domain/slot-state.ts";

const NOW = new Date("2027-03-01T09:00:00Z");
const OPEN: Standing = { open: true, withdrawn: false, appointmentId: null, expiresAt: null };
const CLOSED = { ...OPEN, open: false };

test.each<[string, Standing, SlotState, string[]]>([
  ["nobody's", OPEN, "free", ["stop", "withdraw"]],
  ["held until later", { ...OPEN, expiresAt: new Date(NOW.getTime() + 1) }, "held", ["stop", "withdraw"]],
  ["held until now", { ...OPEN, expiresAt: NOW }, "held", ["stop", "withdraw"]],
  ["held until just before", { ...OPEN, expiresAt: new Date(NOW.getTime() - 1) }, "free", ["stop", "withdraw"]],
  ["an appointment's", { ...OPEN, appointmentId: "a" }, "booked", ["withdraw"]],
  ["an appointment's, closed", { ...CLOSED, appointmentId: "a" }, "needs-moving", ["reopen"]],
  ["an appointment's, withdrawn", { ...CLOSED, withdrawn: true, appointmentId: "a" }, "needs-moving", ["reopen"]],
  ["closed", CLOSED, "stopped", ["reopen", "withdraw"]],
  ["withdrawn", { ...CLOSED, withdrawn: true }, "withdrawn", ["reopen"]],
])("a slot that is %s is %s", (_, standing, state, changes) => {
  expect(slotState(standing, NOW)).toBe(state);
  expect(changesOf(state)).toEqual(changes);
});
