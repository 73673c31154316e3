import { describe, expect, it } from "vitest";
import { effectiveOutcome, type ListedProblem, readProblem, settleCatalogue } from "#app/domain/catalogue.ts";
import { isDampOrMould } from "#app/domain/hazard.ts";

const row = { location: "Kitchen", problem: "Sink", detail: "Tap drips", code: "A1", outcome: "book" };
const known = { trades: ["plumbing"], priorities: ["emergency", "urgent", "routine"] };
const settle = (rows: Record<string, string>[], codes = known) =>
  settleCatalogue(
    rows.map((cells, at) => ({ line: at + 2, ...readProblem({ ...row, trade: "plumbing", ...cells }) })),
    codes,
  );
const messages = (rows: Record<string, string>[]) => settle(rows).decisions.map(({ line, message }) => `${line}: ${message}`);

describe("a row of a catalogue file", () => {
  it("has what is usual where the file says nothing", () => {
    expect(readProblem({ ...row, detail: " ", code: "" })).toEqual({
      location: "Kitchen",
      problem: "Sink",
      detail: null,
      code: null,
      outcome: "book",
      trade: null,
      priority: "routine",
      visits: 1,
      hazard: null,
      searchWords: null,
      audience: ["tenant"],
      presence: true,
      entry: false,
    });
  });

  it("reads every column in any spelling of its codes", () => {
    const cells = { trade: " Plumbing ", priority: "Urgent", visits: "2", hazard: "Excess Cold", "search words": "tap,  drip" };
    expect(readProblem({ ...row, ...cells, outcome: "Book", for: "Shared area; tenant", presence: "NO", entry: "yes" })).toMatchObject({
      outcome: "book",
      trade: "plumbing",
      priority: "urgent",
      visits: 2,
      hazard: "excess-cold",
      searchWords: "tap, drip",
      audience: ["tenant", "shared-area"],
      presence: false,
      entry: true,
    });
  });

  it("makes an emergency's priority emergency", () => {
    expect(readProblem({ ...row, outcome: "emergency" }).priority).toBe("emergency");
  });

  it.each([
    ["outcome", "maybe", 'outcome: "maybe" is not one of book, emergency, not-eligible, contact-us'],
    ["outcome", "", 'outcome: "" is not one of book, emergency, not-eligible, contact-us'],
    ["location", " ", "location: is empty"],
    ["problem", "", "problem: is empty"],
    ["detail", "a\u0000b", "detail: has a character that cannot be shown"],
    ["problem", "x".repeat(201), "problem: is longer than 200 characters"],
    ["visits", "3", 'visits: "3" is not one of 1, 2'],
    ["presence", "maybe", 'presence: "maybe" is not one of yes, no'],
    ["entry", "1", 'entry: "1" is not one of yes, no'],
    ["for", "tenant; owner", 'for: " owner" is not one of tenant, leaseholder, shared-area'],
  ])("refuses %s %j and names it", (heading, typed, fault) => {
    expect(() => readProblem({ ...row, [heading]: typed })).toThrow(fault);
  });
});

describe("damp and mould", () => {
  it.each([
    ["Damp or mould", true],
    ["Black mould on the ceiling", true],
    ["mouldy wall", true],
    ["Condensation on windows", true],
    ["MOLD", true],
    ["Damp, not caused by a leak", true],
    ["Walls, floor or ceiling, excluding damp", false],
    ["Walls (not damp or mould)", false],
    ["Wooden mouldings", false],
    ["Fire damper", false],
    ["Smouldering socket", false],
  ])("%s: %s", (wording, expected) => {
    expect(isDampOrMould([wording])).toBe(expected);
  });

  it.each(["location", "problem", "detail"])("counts as a potential hazard wherever the words stand: %s", (heading) => {
    expect(readProblem({ ...row, [heading]: "Damp" }).hazard).toBe("damp-and-mould");
  });

  it("keeps the hazard the file names", () => {
    expect(readProblem({ ...row, detail: "Damp", hazard: "excess-cold" }).hazard).toBe("excess-cold");
  });
});

describe("what a leaf leads to in the end", () => {
  it.each([
    ["book", "plumbing", "routine", "book"],
    ["book", null, "routine", "contact-us"],
    ["book", "plumbing", null, "contact-us"],
    ["emergency", null, null, "emergency"],
    ["not-eligible", null, null, "not-eligible"],
    ["something else", "plumbing", "routine", "contact-us"],
  ])("%s with trade %s and priority %s: %s", (outcome, trade, priority, expected) => {
    expect(effectiveOutcome({ outcome, trade, priority })).toBe(expected);
  });
});

describe("what a person must still decide", () => {
  it("is nothing where every row is whole", () => {
    expect(settle([{}, { detail: "Blocked" }, { location: "Bathroom" }])).toMatchObject({ decisions: [], problems: [{}, {}, {}] });
  });

  it.each<[string, Record<string, string>, string]>([
    ["no code", { code: "" }, "no code"],
    ["no trade", { trade: "" }, "no trade"],
    ["a trade that is not there", { trade: "piracy" }, 'trade "piracy"'],
    ["a priority that is not there", { priority: "soon" }, 'priority "soon"'],
    ["a hazard the law does not name", { hazard: "ghosts" }, 'hazard "ghosts"'],
  ])("says so of %s, by line and path", (_, cells, part) => {
    const { decisions } = settle([{}, { detail: "Blocked", ...cells }]);
    expect(decisions).toEqual([{ line: 3, path: "Kitchen > Sink > Blocked", message: expect.stringContaining(part) }]);
  });

  it("asks no code or trade of what is not booked", () => {
    expect(messages([{ outcome: "not-eligible", code: "", trade: "" }])).toEqual([]);
  });

  it("cannot check trades that are not known yet", () => {
    expect(settle([{ trade: "piracy" }], { ...known, trades: [] }).decisions).toEqual([]);
  });

  it("makes a priority that is not there null, so that nothing is promised", () => {
    const [problem] = settle([{ priority: "soon" }]).problems as [ListedProblem];
    expect(problem.priority).toBeNull();
    expect(effectiveOutcome(problem)).toBe("contact-us");
  });

  it("keeps the first of the same path twice, whatever its case", () => {
    const { problems, decisions } = settle([{ code: "first" }, { location: "KITCHEN", code: "second" }]);
    expect(problems.map(({ code }) => code)).toEqual(["first"]);
    expect(decisions).toEqual([{ line: 3, path: "KITCHEN > Sink > Tap drips", message: expect.stringContaining("line 2") }]);
  });

  it("keeps a leaf that is also a branch, and says so", () => {
    const { problems, decisions } = settle([{ detail: "" }, { detail: "Blocked" }]);
    expect(problems).toHaveLength(2);
    expect(decisions).toEqual([{ line: 2, path: "Kitchen > Sink", message: expect.stringContaining("others have details") }]);
  });
});
