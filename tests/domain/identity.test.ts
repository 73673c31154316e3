import { describe, expect, test } from "vitest";
import { type Fact, factsOf, fits, standingOf, triesLeft } from "#app/domain/identity.ts";

const TODAY = "2026-11-23";
const FILE = {
  tenancyReference: "T-00017",
  tenants: [
    { bornOn: "1985-03-27", contacts: [{ kind: "phone", value: "+447700900123" }] },
    { bornOn: null, contacts: [{ kind: "email", value: "grace@example.com" }] },
  ],
};

describe("what a caller says of one fact", () => {
  test.each<[Fact, string, boolean]>([
    ["birth", "27 3 1985", true],
    ["birth", "27/03/85", true],
    ["birth", "27 March 1985", true],
    ["birth", "3 27 1985", false],
    ["birth", "27 3 2085", false],
    ["birth", "31 2 1985", false],
    ["birth", "", false],
    ["tenancy", " t 00017 ", true],
    ["tenancy", "-", false],
    ["phone", "07700 900 123", true],
    ["phone", "+44 7700 900123", true],
    ["phone", "07700 900 124", false],
    ["email", " Grace@Example.com", true],
    ["email", "grace@example.org", false],
  ])("%s %j fits: %s", (fact, said, isRight) => {
    expect(fits(FILE, { fact, said }, TODAY)).toBe(isRight);
  });

  test("is asked only where there is something on file", () => {
    expect(factsOf(FILE)).toEqual(["birth", "tenancy", "phone", "email"]);
    expect(factsOf({ tenancyReference: "T-1", tenants: [{ bornOn: null, contacts: [] }] })).toEqual(["tenancy"]);
  });
});

describe("how a caller stands", () => {
  const asked = ["name", "address", "birth"];
  const wrong = { asked, passed: false, caller: "tenant", consent: null };
  const right = { ...wrong, passed: true };
  const looked = { ...right, asked: ["phone"] };
  test.each([
    ["nobody has asked", [], true, "asking"],
    ["a number was looked up", [looked], true, "asking"],
    ["two answers were wrong", [wrong, looked, wrong], true, "asking"],
    ["three answers were wrong", [wrong, wrong, wrong], true, "stopped"],
    ["the third was right", [wrong, wrong, right], true, "known"],
    ["a carer with the tenant's word", [{ ...right, caller: "carer", consent: "said" }], true, "known"],
    ["a carer without it", [{ ...right, caller: "carer", consent: "none" }], true, "unknown"],
    ["nobody is on file", [], false, "asking"],
    ["nobody is on file, and they were asked", [wrong], false, "unknown"],
  ])("%s", (_, checks, hasTenancy, standing) => {
    expect(standingOf(checks, hasTenancy)).toBe(standing);
  });

  test("has three tries", () => {
    expect([triesLeft([]), triesLeft([looked, wrong]), triesLeft([wrong, wrong, wrong])]).toEqual([3, 2, 0]);
  });
});
