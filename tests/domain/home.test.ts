import { describe, expect, it } from "vitest";
import { parseTenure, parseUprn, readHome, TENURES } from "#app/domain/home.ts";

const cells = { uprn: "000123", line1: " 2  High Street ", postcode: "ln1 1aa", tenure: "Shared ownership" };

describe("a row of a homes file", () => {
  it("reads a home, with what is empty as null", () => {
    expect(readHome({ ...cells, line2: "  ", patch: "North", easting: "497500.6", northing: "371000" })).toEqual({
      home: {
        uprn: "123",
        line1: "2 High Street",
        line2: null,
        line3: null,
        town: null,
        postcode: "LN11AA",
        sortKey: "high street 000002",
        patchName: "North",
        blockName: null,
        tenure: "shared-ownership",
        easting: 497501,
        northing: 371000,
      },
    });
  });

  it.each([
    ["uprn", "", "uprn must be 1 to 12 digits"],
    ["uprn", "1234567890123", "uprn must be 1 to 12 digits"],
    ["uprn", "12 34", "uprn must be 1 to 12 digits"],
    ["line1", "  ", "line1 is empty"],
    ["line1", "x".repeat(201), "line1 is longer than 200 characters"],
    ["line2", "a\u0000b", "line2 has a character that cannot be shown"],
    ["postcode", "LN1", "postcode is not a postcode"],
    ["tenure", "owner", `tenure must be one of ${TENURES.join(", ")}`],
    ["easting", "-5", "easting must be a number from 0 to 700000"],
    ["easting", "700001", "easting must be a number from 0 to 700000"],
    ["northing", "1e5", "northing must be a number from 0 to 1300000"],
  ])("says what is wrong with %s %j", (heading, typed, reason) => {
    expect(readHome({ ...cells, [heading]: typed })).toEqual({ reason });
  });

  it.each(TENURES)("knows the tenure %s in any spelling", (tenure) => {
    expect(parseTenure(` ${tenure.replace("-", " ").toUpperCase()} `)).toBe(tenure);
    expect(parseTenure(tenure.replace("-", "_"))).toBe(tenure);
  });

  it("drops leading zeros of a UPRN, and knows that zeros alone are none", () => {
    expect(parseUprn("0000100012345678")).toBe("100012345678");
    expect(parseUprn("000")).toBeUndefined();
  });
});
