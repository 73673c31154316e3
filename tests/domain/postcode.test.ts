import { describe, expect, it } from "vitest";
import { formatPostcode, parsePostcode } from "#app/domain/postcode.ts";

describe("a postcode in any spelling", () => {
  it.each([
    ["SW1A 2AA", "SW1A2AA"],
    ["sw1a2aa", "SW1A2AA"],
    ["  s w 1 a - 2 a a. ", "SW1A2AA"],
    ["m1 1ae", "M11AE"],
    ["LN1\u00a01AA", "LN11AA"],
    ["b33\t8th", "B338TH"],
  ])("%j", (typed, stored) => {
    expect(parsePostcode(typed)).toBe(stored);
  });

  it.each(["", "SW1A", "12345", "SW1A 2AAA", "not a postcode", "SW1A 2A", "1W1A 2AA"])("refuses %j", (typed) => {
    expect(parsePostcode(typed)).toBeUndefined();
  });

  it.each([
    ["SW1A2AA", "SW1A 2AA"],
    ["M11AE", "M1 1AE"],
  ])("shows %s as %s", (stored, shown) => {
    expect(formatPostcode(stored)).toBe(shown);
  });
});
