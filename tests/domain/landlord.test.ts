import { describe, expect, test } from "vitest";
import { firstFault, landlordSchema } from "#app/domain/landlord.ts";
import demo from "#db/seed/demo/landlord.json";

/** The demo's settings with one value changed, by its path. */
function withValue(path: string, value: unknown): unknown {
  const settings = structuredClone(demo) as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const at = keys.reduce<Record<string, unknown>>((inside, key) => inside[key] as Record<string, unknown>, settings);
  at[last] = value;
  return settings;
}

describe("a landlord's settings", () => {
  test("the demo's are right, and what may be left out has a value", () => {
    const { privacyUrl: _, ...fewer } = { ...demo, privacyUrl: "" };
    expect(landlordSchema.parse(fewer)).toMatchObject({ privacyUrl: "/privacy", accessibilityUrl: "/accessibility" });
    expect(landlordSchema.parse(withValue("rules.booking", { leadDays: 2 })).rules.booking).toEqual({
      leadDays: 2,
      horizonDays: 60,
      holdMinutes: 10,
      holdShare: 50,
    });
    for (const sendTo of ["https://duty.example/hook?key=1", "http://localhost:8080/", "http://127.0.0.1/hook"])
      expect(landlordSchema.parse(withValue("emergencyContact.sendTo", sendTo)).emergencyContact?.sendTo).toBe(sendTo);
    expect(landlordSchema.parse(withValue("emergencyContact", undefined)).emergencyContact).toBeUndefined();
  });

  test.each([
    ["name", undefined],
    ["name.en", " "],
    ["brandColour", "green"],
    ["brandColour", "#ffdd00"],
    ["phone", "call us"],
    ["textNumber", "x"],
    ["email", "repairs"],
    ["relayUk", ""],
    ["openingHours", []],
    ["openingHours.0.days.1", "funday"],
    ["openingHours.0.hours", { from: "18:00", to: "08:00" }],
    ["outOfHoursPhone", 999],
    ["emergencyContact", { name: { en: "Duty" } }],
    ["emergencyContact.name", ""],
    ["emergencyContact.sendTo", "duty@fernhill.example"],
    ["emergencyContact.sendTo", "http://duty.example/hook"],
    ["emergencyContact.pager", "1"],
    ["emergencyText", "Call"],
    ["privacyUrl", "privacy.html"],
    ["accessibilityUrl", "javascript:alert(1)"],
    ["nation", "france"],
    ["rules.windows.0.hours.monday", { from: "8", to: "13:00" }],
    ["rules.windows.2.servedBy", ["evening"]],
    ["rules.priorities.1.target.unit", "weeks"],
    ["rules.priorities.1.target.amount", 0],
    ["rules.booking.leadDays", -1],
    ["rules.booking.horizonDays", 6000],
    ["rules.booking.holdMinutes", "ten"],
    ["limits.pagesAMinute", 0],
    ["limits.draftsHolding", "many"],
    ["limits.repairsAHome", 0],
    ["limits.unlimited.0", "the library"],
    ["limits.unlimited.0", "10.0.0.0/33"],
    ["limits.unlimited.0", "fe80::%eth0/64"],
    ["limits.speed", 1],
    ["retention.years", 0],
    ["retention.years", 6.5],
    ["retention.months", 6],
    ["rules.colour", "red"],
    ["motto", "We repair"],
  ])("%s: %j is refused in one line that names it", (path, value) => {
    const result = landlordSchema.safeParse(withValue(path, value));
    const line = result.error ? firstFault(result.error) : "accepted";
    expect(line).not.toContain("\n");
    const [named = ""] = line.split(": ");
    expect(named.startsWith(path) || path.startsWith(named), line).toBe(true);
    expect(named).not.toBe("");
  });
});
