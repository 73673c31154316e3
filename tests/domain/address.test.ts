import { describe, expect, it } from "vitest";
import { addressLine, sortKeyOf } from "#app/domain/address.ts";

const homes = (lines: string[]) => lines.map((line) => line.split(" | ")).map(([line1 = "", line2, line3]) => ({ line1, line2, line3 }));
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe("the order of addresses", () => {
  it.each<[string, string[]]>([
    ["numbers, not digits", ["2 High Street", "10 High Street", "100 High Street"]],
    ["a letter after its number", ["12 High Street", "12a High Street", "12B High Street", "13 High Street"]],
    ["a letter written apart", ["12 High Street", "12 a High Street", "12B High Street", "13 High Street"]],
    [
      "flats after their house",
      ["12 High Street", "Flat 2, 12 High Street", "Flat 10, 12 High Street", "12a High Street", "Flat 3, 12a High Street"],
    ],
    ["flats on a line of their own", ["Flat 2 | 12 High Street", "Flat 10 | 12 High Street", "14 High Street"]],
    ["flats without a comma", ["Flat 2 12 High Street", "Flat 10 12 High Street", "Flat 1 14 High Street"]],
    ["flats of a building", ["Flat 2 Elm Court | High Street", "Flat 10, Elm Court | High Street", "Flat 1, Oak Court | High Street"]],
    ["a building in a street", ["Flat 9, Elm Court, 5 High Street", "Flat 10, Elm Court, 5 High Street", "Flat 1, 7 High Street"]],
    ["flats by letter", ["Flat A, 12 High Street", "Flat B, 12 High Street", "Flat A, 13 High Street"]],
    ["streets before numbers", ["9 Abbey Road", "1 High Street", "1 High Street North"]],
    ["a village in the lines", ["2 High Street | Elmley", "10 High Street", "11 High Street | Elmley"]],
    ["ranges by their first number", ["2 High Street", "3-5 High Street", "10 to 14 High Street"]],
    ["a name without a number", ["Rose Cottage | Abbey Lane", "The Lodge | Abbey Lane", "1 High Street"]],
    ["marks and case do not matter", ["1 St Mary's Road", "2 ST. MARYS ROAD", "3 St Mary’s Road"]],
  ])("%s", (_, inOrder) => {
    const expected = homes(inOrder);
    const sorted = homes(inOrder)
      .reverse()
      .sort((a, b) => byBytes(sortKeyOf(a), sortKeyOf(b)));
    expect(sorted).toEqual(expected);
  });

  it("gives different flats different keys", () => {
    const keys = homes(["Flat 1, 12 High Street", "Flat 1a, 12 High Street", "Flat 1, 12a High Street"]).map(sortKeyOf);
    expect(new Set(keys).size).toBe(3);
  });

  it("survives an address of signs alone", () => {
    expect(sortKeyOf({ line1: "---" })).toBe("");
  });
});

describe("an address on one line", () => {
  it("leaves empty parts out", () => {
    expect(addressLine({ line1: "Flat 3", line2: "12a High Street", line3: null, town: "", postcode: "SW1A2AA" })).toBe(
      "Flat 3, 12a High Street, SW1A 2AA",
    );
  });

  it("does without a postcode", () => {
    expect(addressLine({ line1: "2 High Street", town: "Fernhill" })).toBe("2 High Street, Fernhill");
  });
});
