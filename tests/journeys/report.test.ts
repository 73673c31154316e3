import { describe, expect, test } from "vitest";
import { report } from "#app/journeys/report.ts";
import type { ReportFacts } from "#app/journeys/report-facts.ts";
import type { CatalogueProblem } from "#app/journeys/report-problems.ts";
import { en } from "#app/languages/en.ts";

const leaf = (
  position: number,
  location: string,
  problem: string,
  detail: string | null,
  outcome: CatalogueProblem["outcome"] = "book",
  audience = ["tenant"],
) => ({
  position,
  location,
  problem,
  detail,
  outcome,
  presence: true,
  entry: false,
  hazard: null,
  audience,
});

const FACTS: ReportFacts = {
  words: en,
  homes: [{ uprn: "77", address: "1 Mill Lane", blockId: null }],
  reported: [],
  problems: [
    leaf(1, "Kitchen", "Tap", "Dripping"),
    leaf(2, "Kitchen", "Tap", "Stuck"),
    leaf(3, "Kitchen", "Tap", null, "contact-us"),
    leaf(4, "Kitchen", "Worktop", null),
    leaf(5, "Kitchen", "Bulb", null, "not-eligible"),
    leaf(6, "Kitchen", "Flood", "Now", "emergency"),
    leaf(7, "Bathroom", "Tap", "Dripping"),
    { ...leaf(8, "Outside", "Fence", null), presence: false },
    { ...leaf(9, "Outside", "Garage lock", null), presence: false, entry: true },
    { ...leaf(10, "Outside", "Lost keys", null, "contact-us"), entry: true },
  ],
  takesEmergencies: true,
  slots: { outlook: "offers" },
};

const HOME = {
  emergency: { kind: "none" },
  who: { who: "me" },
  postcode: { postcode: "FH1 1AA" },
  home: { uprn: "uprn-77" },
  tenure: { tenure: "rent" },
};
const DESCRIBED = {
  ...HOME,
  where: { location: "1" },
  what: { problem: "1" },
  which: { problem: "1" },
  describe: { description: "Drips" },
};
const LATER = { describe: { description: "Broken" }, photos: { done: "yes" }, household: {}, help: {} };
const TAP = { ...DESCRIBED, photos: { done: "yes" }, household: {}, help: {} };
const outside = (problem: string) => ({ ...HOME, ...LATER, where: { location: "8" }, what: { problem } });
const end = (typed: Parameters<typeof report.walk>[0], facts: Partial<ReportFacts> = {}) =>
  report.walk(typed, { ...FACTS, ...facts }).path.at(-1)?.slug;
const options = (typed: Parameters<typeof report.walk>[0]) =>
  Object.values(report.walk(typed, FACTS).path.at(-1)?.fields ?? {}).flatMap(({ options }) => Object.values(options ?? {}));

describe("the path of a report", () => {
  test.each([
    ["gas leads to the gas page", { emergency: { kind: "gas" } }, "gas"],
    ["carbon monoxide too", { emergency: { kind: "carbon-monoxide" } }, "gas"],
    ["a fire leads to the fire page", { emergency: { kind: "fire" } }, "fire"],
    ["another emergency leads to the phone", { emergency: { kind: "flood" } }, "call-us"],
    ["unless it is not one after all", { emergency: { kind: "flood" }, "call-us": { goOn: "yes" } }, "who"],
    ["who it is for leads to the address", { emergency: { kind: "none" }, who: { who: "someone" } }, "postcode"],
    ["a postcode in any spelling", { ...HOME, postcode: { postcode: "  fh1-1aa " }, home: {} }, "home"],
    ["an impossible postcode is asked again", { ...HOME, postcode: { postcode: "FH1" } }, "postcode"],
    ["an address that is not listed", { ...HOME, home: { uprn: "not-listed" } }, "not-listed"],
    ["a home of another postcode is asked again", { ...HOME, home: { uprn: "uprn-78" } }, "home"],
    ["a two-level problem goes straight to the description", { ...HOME, where: { location: "1" }, what: { problem: "4" } }, "describe"],
    ["a three-level problem asks once more", { ...HOME, where: { location: "1" }, what: { problem: "1" } }, "which"],
    ["a problem of another room is asked again", { ...TAP, where: { location: "7" } }, "what"],
    ["a detail of another problem is asked again", { ...TAP, which: { problem: "6" } }, "which"],
    ["a dangerous problem leads to the phone", { ...HOME, where: { location: "1" }, what: { problem: "6" } }, "emergency-repair"],
    ["the tenant's own job says so", { ...HOME, where: { location: "1" }, what: { problem: "5" } }, "own-job"],
    ["unless nobody can do it", { ...HOME, where: { location: "1" }, what: { problem: "5" }, "own-job": { goOn: "yes" } }, "describe"],
    ["the description leads to photos, which can be passed by", { ...TAP, photos: {} }, "photos"],
    ["photos lead to who it makes worse", { ...DESCRIBED, photos: { done: "yes" } }, "household"],
    ["and on to what would help, which can be passed by too", { ...DESCRIBED, photos: { done: "yes" }, household: {} }, "help"],
    ["what can be booked leads to the picker", TAP, "slot"],
    ["a time that is not held is no answer", { ...TAP, slot: { offer: "2026-11-26.morning" } }, "slot"],
    ["none of the times leads to a call", { ...TAP, slot: { offer: "none" } }, "call-back"],
    ["what nobody need be in for is planned by staff", outside("8"), "planned"],
    ["and needs no call", { ...outside("8"), planned: {} }, "contact"],
    ["what gives a way into the home waits for a check", outside("9"), "call-back"],
    ["keys that are lost too", outside("10"), "call-back"],
    ["what cannot be booked leads to a call", { ...TAP, which: { problem: "3" } }, "call-back"],
  ])("%s", (_, typed, slug) => expect(end(typed)).toBe(slug));

  test("no homes at a postcode: somebody to turn to", () => expect(end(HOME, { homes: [] })).toBe("no-homes"));
  test("no slots: a call, not an empty list", () => expect(end(TAP, { slots: { outlook: "none" } })).toBe("call-back"));
  test("a held time leads on to the contact", () => {
    const held = { key: "2026-11-26.morning", label: "Thursday" };
    expect(end({ ...TAP, slot: { offer: held.key } }, { slots: { outlook: "offers", held } })).toBe("contact");
  });
  test("the same wording in two rooms is two answers", () => {
    expect(options({ ...HOME, where: { location: "7" } })).toEqual(["Tap"]);
    expect(options({ ...HOME, where: { location: "1" } })).toEqual(["Tap", "Worktop", "Bulb", "Flood"]);
    expect(options({ ...HOME, where: { location: "1" }, what: { problem: "1" } })).toEqual(["Dripping", "Stuck", "Something else"]);
  });
});

describe("how to reach someone", () => {
  const held = { key: "2026-11-26.morning", label: "Thursday" };
  const facts = { ...FACTS, slots: { outlook: "offers" as const, held } };
  const withNeeds = (needs: string[]) => report.walk({ ...TAP, slot: { offer: held.key }, help: { needs } }, facts).path.at(-1);
  const contact = withNeeds([]);
  const { contact: words } = en.report;
  test.each([
    ["text to a mobile", { phone: "07700 900123", confirmBy: "text" }, undefined],
    ["text to a mobile written abroad's way", { phone: "+44 (0)7700 900 123", confirmBy: "text" }, undefined],
    ["text to a landline", { phone: "01632 960 001", confirmBy: "text" }, { phone: words.confirmBy.needsMobile }],
    ["text to nothing", { confirmBy: "text" }, { phone: words.confirmBy.needsMobile }],
    ["email with a plus", { email: "ann+repairs@example.info", confirmBy: "email" }, undefined],
    ["email with an apostrophe", { email: "o'neil@example.london", confirmBy: "email" }, undefined],
    ["email to nothing", { confirmBy: "email" }, { email: words.confirmBy.needsEmail }],
    ["call a landline", { phone: "01632 960 001", confirmBy: "phone" }, undefined],
    ["call nothing", { confirmBy: "phone" }, { phone: words.phone.needed }],
    ["nonsense as a number", { phone: "call me", confirmBy: "phone" }, { phone: words.phone.error }],
    ["nonsense as an address", { email: "ann@", confirmBy: "email" }, { email: words.email.error }],
    ["no way chosen", { phone: "01632 960 001" }, { confirmBy: words.confirmBy.error }],
  ])("%s", (_, typed, errors) =>
    expect(contact?.check({ name: "Ann", ...typed })).toEqual(errors ? { errors } : expect.objectContaining({ answer: expect.anything() })),
  );

  test("a way that is ruled out is not offered, and never an answer", () => {
    const ruledOut = withNeeds(["text-not-call", "pets"]);
    expect(Object.keys(ruledOut?.fields.confirmBy?.options ?? {})).toEqual(["text", "email"]);
    expect(ruledOut?.check({ name: "Ann", phone: "01632 960 001", confirmBy: "phone" })).toEqual({
      errors: { confirmBy: words.confirmBy.error },
    });
  });

  test("an interpreter needs a language", () => {
    expect(end({ ...TAP, slot: { offer: held.key }, help: { needs: "interpreter" } }, facts)).toBe("help");
    expect(end({ ...TAP, slot: { offer: held.key }, help: { needs: "interpreter", language: "Polish" } }, facts)).toBe("contact");
  });
});
