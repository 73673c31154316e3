import { expect, test } from "vitest";
import { readHomeSearch } from "#app/domain/home-search.ts";

const keysOf = (typed: string) => Object.fromEntries((readHomeSearch(typed)?.keys ?? []).map(({ by, value }) => [by, value]));
const wordsOf = (typed: string) => (readHomeSearch(typed)?.words ?? []).map(({ any }) => any.join("|"));

test.each([
  [" fh1-1aa ", { postcode: "FH11AA", tenancy: "FH1-1AA" }],
  ["7kq4 9xmv", { repair: "7KQ4-9XMV", tenancy: "7KQ4 9XMV" }],
  ["+44 (0)7700 900982", { phone: "+447700900982", tenancy: "+44 (0)7700 900982" }],
  ["07700.900.982", { phone: "+447700900982", tenancy: "07700.900.982" }],
  ["Ada.Okafor@Example.com", { email: "ada.okafor@example.com" }],
  ["000100012345", { uprn: "100012345", tenancy: "000100012345" }],
  ["fh100002", { tenancy: "FH100002" }],
  ["12", { uprn: "12", tenancy: "12" }],
  ["Ada Okafor", {}],
])("%s may be a key", (typed, keys) => expect(keysOf(typed)).toEqual(keys));

test.each([
  ["12 High St, Flat 3", ["000012", "high*", "street|st|str|saint".split("|").sort().join("|"), "apartment|apt|flat", "000003"]],
  ["flat3 12 A elm rd", ["apartment|apt|flat", "000003", "000012a", "elm*", "rd|road"]],
  ["Zoë O’Brien-Smith", ["zoe*", "obrien*", "smith*"]],
  ["flat b 22 elm sw1a 2aa", ["apartment|apt|flat", "b", "000022", "elm*", "sw1a2aa*"]],
  ["j smith", ["j*", "smith*"]],
  ["½ ' \" * 🔥", ["000001", "000002"]],
])("the words of %s, in any order and in each way that they are written", (typed, words) =>
  expect(wordsOf(typed).map((any) => any.split("|").sort().join("|"))).toEqual(words),
);

test("nothing is looked for where nothing is typed, and a long text is cut", () => {
  expect([readHomeSearch("  "), readHomeSearch("🔥 — …")]).toEqual([undefined, undefined]);
  expect(readHomeSearch("word ".repeat(10_000))?.words).toHaveLength(8);
});
