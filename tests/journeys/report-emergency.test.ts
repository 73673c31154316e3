import { describe, expect, test } from "vitest";
import type { Typed } from "#app/journeys/journey.ts";
import { report } from "#app/journeys/report.ts";
import type { ReportFacts } from "#app/journeys/report-facts.ts";
import type { CatalogueProblem } from "#app/journeys/report-problems.ts";
import { en } from "#app/languages/en.ts";

const leaf = (position: number, problem: string, outcome: CatalogueProblem["outcome"]) => ({
  ...{ position, location: "Kitchen", problem, detail: null, outcome },
  ...{ presence: true, entry: false, hazard: null, audience: ["tenant"] },
});
const FACTS: ReportFacts = {
  words: en,
  homes: [{ uprn: "77", address: "1 Mill Lane", blockId: null }],
  problems: [leaf(1, "Tap", "book"), leaf(2, "Flood", "emergency")],
  takesEmergencies: true,
  reported: [],
  slots: { outlook: "offers" },
};
const NO_CONTACT = { ...FACTS, takesEmergencies: false };
const CALL = { goOn: "cannot-call" };
const HOME = { who: { who: "me" }, tenure: { tenure: "rent" }, postcode: { postcode: "FH1 1AA" }, home: { uprn: "uprn-77" } };
const CONTACT = { name: "Ann", phone: "07700 900123", confirmBy: "text" };
const leafOf = (problem: string) => ({ emergency: { kind: "none" }, ...HOME, where: { location: "1" }, what: { problem } });
const saying = (description: string, more: Typed = {}): Typed => ({ ...leafOf("1"), describe: { description }, ...more });
const slugs = (typed: Typed, facts = FACTS) => report.walk(typed, facts).path.map(({ slug }) => slug);
const last = (typed: Typed, facts = FACTS) => report.walk(typed, facts).path.at(-1);
const options = (typed: Typed, facts = FACTS) => Object.keys(last(typed, facts)?.fields.goOn?.options ?? {});

describe("people who cannot call", () => {
  const flood: Typed = { emergency: { kind: "flood" }, "call-us": CALL, ...HOME, describe: { description: "Wet" }, contact: CONTACT };

  test("about an emergency of the first question are asked where, what happens, and how to reach them: nothing else", () => {
    const { path, complete } = report.walk(flood, FACTS);
    expect(path.map(({ slug }) => slug)).toEqual(["emergency", "call-us", "postcode", "home", "describe", "contact"]);
    expect(complete).toMatchObject({ "call-us": CALL, contact: { name: "Ann" } });
  });

  test("about an emergency of the catalogue go on from there", () => {
    const typed = { ...leafOf("2"), "emergency-repair": CALL, describe: { description: "Wet" }, contact: CONTACT };
    expect(slugs(typed).slice(6)).toEqual(["what", "emergency-repair", "describe", "contact"]);
    expect(report.walk(typed, FACTS).complete).toBeDefined();
  });

  test("are offered nothing where nobody on duty would be told, and cannot choose it", () => {
    expect(options({ emergency: { kind: "flood" } }, NO_CONTACT)).toEqual(["yes"]);
    expect(last({ emergency: { kind: "flood" } }, NO_CONTACT)?.check(CALL)).toEqual({ errors: { goOn: en.report.callUs.error } });
    expect(slugs(flood, NO_CONTACT)).toEqual(["emergency", "call-us"]);
    expect(last({ ...leafOf("2"), "emergency-repair": CALL, describe: { description: "Wet" } }, NO_CONTACT)).toMatchObject({
      ...{ slug: "emergency-repair", isExit: true },
    });
    expect(options(saying("The socket sparks"), NO_CONTACT)).toEqual(["no: sparks"]);
  });

  test.each(["gas", "carbon-monoxide", "fire"])("are never kept from the number for %s", (kind) => {
    expect(last({ emergency: { kind }, "call-us": CALL, ...HOME })).toMatchObject({ isExit: true, fields: {} });
  });

  test("and say after all that it is none are asked everything again", () => {
    expect(slugs({ ...flood, "call-us": { goOn: "yes" } }).at(-1)).toBe("where");
  });

  test("are warned of gas and fire in their words, and no more of what they report already", () => {
    expect(last({ ...flood, describe: { description: "I smell gas too" } })?.slug).toBe("warning");
    expect(options({ ...flood, describe: { description: "I smell gas too" } })).toEqual(["no: smell gas"]);
    expect(slugs({ ...flood, describe: { description: "water near the lights" } })).not.toContain("warning");
  });
});

describe("the words of a description", () => {
  test.each([
    ["I smell gas", en.report.warning.titles.gas],
    ["carbon monoxide alarm going off", en.report.warning.titles["carbon-monoxide"]],
    ["It is on fire", en.report.warning.titles.fire],
    ["water near the lights", en.report.warning.titles.electrics],
  ])("%s: a warning, and a way on", (description, title) => {
    expect(last(saying(description))).toMatchObject({ slug: "warning", title });
  });

  test("that are harmless lead straight on", () => expect(last(saying("It smells of damp"))?.slug).toBe("photos"));

  test("are asked about once, and again only when they become others", () => {
    const goOn = { warning: { goOn: "no: sparks" } };
    expect(last(saying("The socket sparks", goOn))?.slug).toBe("photos");
    expect(last(saying("It SPARKS, since Monday", goOn))?.slug).toBe("photos");
    expect(last(saying("The socket sparks, burning smell", goOn))?.slug).toBe("warning");
    expect(last(saying("I smell gas", goOn))?.slug).toBe("warning");
  });

  test("of bad electrics let people who cannot call send it; those of gas and fire do not", () => {
    expect(options(saying("The socket sparks"))).toEqual(["cannot-call", "no: sparks"]);
    expect(slugs(saying("The socket sparks", { warning: CALL, contact: CONTACT })).slice(-3)).toEqual(["describe", "warning", "contact"]);
    for (const words of ["I smell gas", "It is on fire. The socket sparks"]) expect(options(saying(words))).not.toContain("cannot-call");
  });
});
