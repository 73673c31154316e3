import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { makeReference, readReference } from "#app/domain/reference.ts";

const ALPHABET = [..."23456789ABCDEFGHJKMNPQRSTVWXYZ"];

/** Even numbers below a limit, the same in every run. */
function numbersFrom(seed: string) {
  let at = 0;
  return (limit: number) => {
    const bytes = createHash("sha256").update(`${seed}${at++}`).digest();
    return bytes.readUInt32BE() % limit;
  };
}
const references = (count: number) => {
  const random = numbersFrom("references");
  return Array.from({ length: count }, () => makeReference(random));
};
const bare = (reference: string) => [...reference.replace("-", "")];

test("is eight characters of the alphabet in two groups, and reads back as itself", () => {
  for (const reference of references(500)) {
    expect(reference).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    expect(readReference(reference)).toBe(reference);
  }
});

test("uses every character in every place, the check character too", () => {
  const seen = Array.from({ length: 8 }, () => new Set<string>());
  for (const reference of references(2000)) for (const [place, character] of bare(reference).entries()) seen[place]?.add(character);
  expect(seen.map((characters) => characters.size)).toEqual(Array(8).fill(30));
});

test("takes other characters where the check would need a thirty-first", () => {
  const thirty = [1, 0, 0, 0, 0, 0, 0].map((value) => value * 4); // weight 8 × 4 = 32, which is 1: the check would be 30
  const drawn = [...thirty, ...Array(7).fill(0)];
  expect(makeReference(() => drawn.shift() ?? 0)).toBe("2222-2222");
});

describe("the check character", () => {
  const samples = references(200).map(bare);

  const places = [0, 1, 2, 3, 4, 5, 6, 7];

  test("catches every single wrong character", () => {
    const wrongs = samples.flatMap((right) => places.flatMap((place) => ALPHABET.map((wrong) => right.with(place, wrong).join(""))));
    const rights = new Set(samples.map((right) => right.join("")));
    expect(wrongs.filter((wrong) => !rights.has(wrong)).length).toBe(samples.length * 8 * 29);
    expect(wrongs.filter((wrong) => !rights.has(wrong) && readReference(wrong))).toEqual([]);
  });

  test("catches every swap of two different characters, neighbours or not", () => {
    const pairs = places.flatMap((i) => places.map((j) => [i, j] as const));
    const swapped = samples.flatMap((right) =>
      pairs
        .filter(([i, j]) => right[i] !== right[j])
        .map(([i, j]) =>
          right
            .with(i, right[j] ?? "")
            .with(j, right[i] ?? "")
            .join(""),
        ),
    );
    expect(swapped.length).toBeGreaterThan(10_000);
    expect(swapped.filter((wrong) => readReference(wrong))).toEqual([]);
  });

  /** Both errors change the weighted sum by a product of two of these, and 31 is prime: for all references, not only samples. */
  test("holds for all references: no weight, difference of weights or difference of characters is a multiple of 31", () => {
    const changes = ALPHABET.flatMap((_, a) => ALPHABET.map((__, b) => a - b)).filter((change) => change !== 0);
    const weights = [8, 7, 6, 5, 4, 3, 2, 1];
    const factors = [...weights, ...weights.flatMap((a) => weights.map((b) => a - b)).filter((factor) => factor !== 0)];
    expect(factors.flatMap((factor) => changes.filter((change) => (factor * change) % 31 === 0))).toEqual([]);
  });
});

test.each([
  ["as written", (text: string) => text],
  ["in lower case", (text: string) => text.toLowerCase()],
  ["without the dash", (text: string) => text.replace("-", "")],
  ["with a space", (text: string) => text.replace("-", " ")],
  ["with spaces around and between", (text: string) => ` ${[...text.replace("-", "")].join(" ")}\n`],
  ["with another dash", (text: string) => text.replace("-", "–")],
])("reads a reference %s", (_, typed) => {
  const [reference = ""] = references(1);
  expect(readReference(typed(reference))).toBe(reference);
});

test.each([
  ["nothing", ""],
  ["too short", "7KQ4-9XM"],
  ["too long", "7KQ4-9XM22"],
  ["letters that are not in it", "OIL0-U1OI"],
  ["a wide digit", "７KQ4-9XM2"],
  ["an emoji", "😀😀😀😀"],
  ["a NUL", "7KQ4\u00009XM2"],
])("refuses %s", (_, typed) => {
  expect(readReference(typed)).toBeUndefined();
});
