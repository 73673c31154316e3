import { describe, expect, test } from "vitest";
import { report } from "#app/journeys/report.ts";
import { contactAnswers, contactOf } from "#app/journeys/report-contact.ts";
import type { ReportFacts } from "#app/journeys/report-facts.ts";
import { type Placed, problemsFor } from "#app/journeys/report-places.ts";
import type { CatalogueProblem } from "#app/journeys/report-problems.ts";
import { en } from "#app/languages/en.ts";

const leaf = (position: number, problem: string, audience: string[], outcome: CatalogueProblem["outcome"] = "book") => ({
  ...{ position, location: "Place", problem, detail: null, outcome, audience },
  ...{ presence: true, entry: false, hazard: null },
});

const FACTS: ReportFacts = {
  words: en,
  homes: [
    { uprn: "1", address: "1 Mill Lane", blockId: null },
    { uprn: "2", address: "Flat 2", blockId: "court" },
  ],
  problems: [
    leaf(1, "Tap", ["tenant"]),
    leaf(2, "Roof", ["tenant", "leaseholder"]),
    leaf(3, "Lease", ["leaseholder"]),
    leaf(4, "Lift", ["shared-area"]),
    leaf(5, "Flood", ["tenant"], "emergency"),
    leaf(6, "Bulb", ["tenant"], "not-eligible"),
  ],
  reported: [],
  takesEmergencies: false,
  slots: { outlook: "offers" },
};
const REPORTED = { reported: [{ id: "r1", label: "Lift" }] };

const HOUSE = { emergency: { kind: "none" }, who: { who: "me" }, postcode: { postcode: "FH1 1AA" }, home: { uprn: "uprn-1" } };
const FLAT = { ...HOUSE, home: { uprn: "uprn-2" } };
const SHARED = { ...FLAT, place: { place: "shared" } };
const OWNED = { ...FLAT, place: { place: "home" }, tenure: { tenure: "lease" }, where: { location: "1" } };
const LIFT = { ...SHARED, where: { location: "4" }, what: { problem: "4" }, describe: { description: "Stuck" }, photos: { done: "yes" } };
const end = (typed: Parameters<typeof report.walk>[0], facts: Partial<ReportFacts> = {}) =>
  report.walk(typed, { ...FACTS, ...facts }).path.at(-1)?.slug;

describe("where it is", () => {
  test.each([
    ["a house has no shared areas to ask about", HOUSE, {}, "tenure"],
    ["a flat of a block has", FLAT, {}, "place"],
    ["but not where the catalogue has nothing for them", FLAT, { problems: FACTS.problems.slice(0, 2) }, "tenure"],
    ["in the home it is asked how it is held", { ...FLAT, place: { place: "home" } }, {}, "tenure"],
    ["in a shared area it is not", SHARED, {}, "where"],
    ["there what is reported comes first", SHARED, REPORTED, "known"],
    ["this is it leads to the end", { ...SHARED, known: { repair: "repair-r1" } }, REPORTED, "already-reported"],
    ["something else goes on", { ...SHARED, known: { repair: "else" } }, REPORTED, "where"],
    ["a repair that is done meanwhile is asked about no more", { ...SHARED, known: { repair: "repair-r1" } }, {}, "where"],
    ["and one of another block is no answer", { ...SHARED, known: { repair: "repair-r2" } }, REPORTED, "known"],
    ["nobody is visited in a shared area, so nothing would help there", { ...LIFT, household: {} }, {}, "slot"],
    ["an owner of a lease is told what is not the landlord's", { ...OWNED, what: { problem: "1" } }, {}, "not-ours"],
    ["not that it is a tenant's own job", { ...OWNED, what: { problem: "6" } }, {}, "not-ours"],
    ["and can still ask", { ...OWNED, what: { problem: "1" }, "not-ours": { goOn: "yes" } }, {}, "describe"],
    ["an emergency is one whoever owns it", { ...OWNED, what: { problem: "5" } }, {}, "emergency-repair"],
    ["what is for owners too goes straight on", { ...OWNED, what: { problem: "2" } }, {}, "describe"],
  ])("%s", (_, typed, facts, slug) => expect(end(typed, facts)).toBe(slug));
});

describe("the leaves somebody can choose from", () => {
  const offered = (answers: Placed) => problemsFor(answers, FACTS).map(({ problem }) => problem);
  const at = (home: string, tenure: string, place = "home"): Placed => ({ home: { uprn: home }, tenure: { tenure }, place: { place } });
  test.each([
    ["a tenant's flat", at("uprn-2", "rent"), ["Tap", "Roof", "Flood", "Bulb"]],
    ["one who is not sure", at("uprn-2", "unsure"), ["Tap", "Roof", "Flood", "Bulb"]],
    ["a leaseholder's flat", at("uprn-2", "lease"), ["Tap", "Roof", "Lease", "Flood", "Bulb"]],
    ["a shared owner's flat", at("uprn-2", "shared"), ["Tap", "Roof", "Lease", "Flood", "Bulb"]],
    ["a shared area", at("uprn-2", "rent", "shared"), ["Lift"]],
    ["a house of no block, which has shared areas nowhere else", at("uprn-1", "rent"), ["Tap", "Roof", "Lift", "Flood", "Bulb"]],
  ])("%s", (_, answers, problems) => expect(offered(answers)).toEqual(problems));
});

describe("who it is for", () => {
  const contact = { name: "Ann", phone: "07700 900123", email: "", confirmBy: "them-text" };
  const person = { name: "Mary", phone: "07700 900456", email: "" };

  test("is kept in three roles, and leads to the same answers again", () => {
    const kept = contactOf({ who: { who: "someone" }, person, contact });
    expect(kept).toMatchObject({ name: "Ann", visitName: "Mary", messagesTo: "visit", confirmBy: "text", reportsFor: "someone" });
    const again = contactAnswers(kept);
    expect(again).toEqual({
      who: { who: "someone" },
      person: { ...person, phone: "+447700900456" },
      contact: { ...contact, phone: "+447700900123" },
    });
  });

  test("a person who ruled calls out is not called, nor is anybody else", () => {
    const typed = {
      ...{ ...HOUSE, who: { who: "resident" }, tenure: { tenure: "rent" }, where: { location: "1" }, what: { problem: "1" } },
      ...{ describe: { description: "Drips" }, photos: { done: "yes" }, household: {}, help: { needs: ["text-not-call"] } },
      ...{ slot: { offer: "none" }, "call-back": { when: "any" }, person },
    };
    const page = report.walk(typed, FACTS).path.at(-1);
    expect(page?.slug).toBe("contact");
    expect(Object.keys(page?.fields.confirmBy?.options ?? {})).toEqual(["text", "email", "them-text"]);
  });
});
