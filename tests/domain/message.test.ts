import { expect, test } from "vitest";
import { channelFor, isStillTrue, type Standing, type TenantKind } from "#app/domain/message.ts";

const MOBILE = "+447700900123";
const LANDLINE = "+441632960001";
const EMAIL = "ann@example.com";

test.each<[string, { by: string; phone?: string; email?: string }, string | undefined, string | undefined]>([
  ["moved", { by: "text", phone: MOBILE, email: EMAIL }, undefined, "text"],
  ["moved", { by: "text", phone: MOBILE, email: EMAIL }, "text", "email"],
  ["moved", { by: "text", phone: MOBILE, email: EMAIL }, "email", "call"],
  ["moved", { by: "email", phone: MOBILE, email: EMAIL }, undefined, "email"],
  ["moved", { by: "email", phone: MOBILE, email: EMAIL }, "email", "text"],
  ["moved", { by: "email", phone: LANDLINE, email: EMAIL }, "email", "call"],
  ["moved", { by: "text", phone: LANDLINE }, undefined, "call"],
  ["moved", { by: "text" }, undefined, "call"],
  ["moved", { by: "phone", phone: MOBILE, email: EMAIL }, undefined, "call"],
  ["moved", { by: "letter", phone: MOBILE }, undefined, "letter"],
  ["moved", { by: "text", phone: MOBILE }, "call", undefined],
  ["reminder", { by: "phone", phone: MOBILE }, undefined, undefined],
  ["reminder", { by: "text", phone: MOBILE }, "text", undefined],
  ["reported", { by: "phone", phone: MOBILE }, undefined, undefined],
  ["code", { by: "text", phone: MOBILE, email: EMAIL }, "text", undefined],
])("%s to %j after %s goes by %s", (kind, { phone = null, email = null, by }, after, channel) => {
  expect(channelFor(kind, { by, phone: phone ?? null, email: email ?? null }, after)).toBe(channel);
});

const BOOKED: Standing = {
  repairStatus: "open",
  appointment: { status: "booked", date: "2026-11-26" },
  visit: null,
  isServed: true,
};
const EVENING = new Date("2026-11-25T18:00:00Z");
const MORNING = new Date("2026-11-26T08:00:00Z");
const arrived = { arrivedAt: MORNING, outcome: null };

test.each<[TenantKind, string, Date, Date, Partial<Standing>, boolean]>([
  ["reminder", "as it was booked", EVENING, EVENING, {}, true],
  ["reminder", "of a visit that was moved", EVENING, EVENING, { appointment: { status: "booked", date: "2026-11-27" } }, false],
  ["reminder", "of a visit that is cancelled", EVENING, EVENING, { appointment: { status: "cancelled", date: "2026-11-26" } }, false],
  ["reminder", "of a visit that nobody comes to", EVENING, EVENING, { isServed: false }, false],
  ["reminder", "a day late", EVENING, MORNING, {}, false],
  ["morning", "on the day", MORNING, MORNING, {}, true],
  ["morning", "once somebody is there", MORNING, MORNING, { visit: arrived }, false],
  ["on-the-way", "at once", MORNING, MORNING, {}, true],
  ["on-the-way", "two hours late", MORNING, new Date("2026-11-26T10:00:00Z"), {}, false],
  ["on-the-way", "once somebody is there", MORNING, MORNING, { visit: arrived }, false],
  ["booked", "of a day that is over", EVENING, new Date("2026-11-27T09:00:00Z"), {}, false],
  ["moved", "late, before the visit", EVENING, MORNING, {}, true],
  ["cancelled", "of an open repair and visit", EVENING, EVENING, {}, false],
  ["cancelled", "of a visit alone", EVENING, EVENING, { appointment: { status: "cancelled", date: "2026-11-26" } }, true],
  ["done", "taken back", MORNING, MORNING, {}, false],
  ["no-access", "taken back", MORNING, MORNING, { visit: { arrivedAt: null, outcome: null } }, false],
  ["code", "after 14 minutes", MORNING, new Date("2026-11-26T08:14:00Z"), {}, true],
  ["code", "after 15 minutes", MORNING, new Date("2026-11-26T08:15:00Z"), {}, false],
])("%s, %s, is still true or not", (kind, _, dueAt, now, standing, expected) => {
  expect(isStillTrue(kind, { dueAt }, { ...BOOKED, ...standing }, now)).toBe(expected);
});
