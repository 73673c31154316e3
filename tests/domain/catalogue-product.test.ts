import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { type ListedProblem, readProblem, settleCatalogue } from "#app/domain/catalogue.ts";
import { HAZARDS, isDampOrMould } from "#app/domain/hazard.ts";
import trades from "#db/seed/trades.json";

const file = readFileSync(new URL("../../db/seed/catalogue.csv", import.meta.url));
const rows = parse<Record<string, string>>(file, { columns: true }).map((cells, at) => ({ line: at + 2, ...readProblem(cells) }));
const { problems, decisions } = settleCatalogue(rows, {
  trades: trades.map(({ id }) => id),
  priorities: ["emergency", "urgent", "routine", "planned"],
});
const bookable = problems.filter(({ outcome }) => outcome === "book");
const optionsBy = (page: (problem: ListedProblem) => string, option: (problem: ListedProblem) => string) => {
  const pages = new Map<string, Set<string>>();
  for (const problem of problems) pages.set(page(problem), (pages.get(page(problem)) ?? new Set()).add(option(problem)));
  return [...pages].map(([name, options]) => ({ name, options: options.size }));
};

describe("the product's own catalogue", () => {
  it("leaves nothing for a person to decide", () => {
    expect(decisions).toEqual([]);
    expect(problems).toHaveLength(rows.length);
  });

  it("has at least 120 problems to book, over every part of a home", () => {
    expect(bookable.length).toBeGreaterThanOrEqual(120);
    expect([...new Set(bookable.map(({ location }) => location))]).toEqual([
      "Kitchen",
      "Bathroom",
      "Toilet",
      "Bedrooms",
      "Living areas",
      "Hall and stairs",
      "Heating and hot water",
      "Electrics",
      "Windows and doors",
      "Damp and mould",
      "Outside",
      "Roof and gutters",
      "Garages and sheds",
      "Communal areas",
    ]);
  });

  it("has emergencies, tenants' own jobs and problems to talk about", () => {
    expect(new Set(problems.map(({ outcome }) => outcome))).toEqual(new Set(["book", "emergency", "not-eligible", "contact-us"]));
  });

  it("uses every trade, both numbers of visits and every priority", () => {
    expect(new Set(bookable.map(({ trade }) => trade))).toEqual(new Set(trades.map(({ id }) => id)));
    expect(new Set(bookable.map(({ visits }) => visits))).toEqual(new Set([1, 2]));
    expect(new Set(bookable.map(({ priority }) => priority))).toEqual(new Set(["urgent", "routine", "planned"]));
  });

  it("gives every bookable problem a code of its own, and words people type", () => {
    const codes = bookable.map(({ code }) => code ?? "");
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[A-Z]{3}-\d{3}$/);
    for (const { searchWords } of bookable) expect(searchWords?.split(", ").length).toBeGreaterThanOrEqual(2);
  });

  it("names hazards as the law does, sees to them soon, and knows every problem of damp or mould as one", () => {
    for (const { hazard } of problems) if (hazard) expect(HAZARDS).toContain(hazard);
    for (const { hazard, priority } of bookable) if (hazard) expect(priority).toBe("urgent");
    const damp = problems.filter(({ location, problem, detail }) => isDampOrMould([location, problem, detail]));
    expect(damp.length).toBeGreaterThan(5);
    expect(damp.filter(({ hazard }) => hazard !== "damp-and-mould")).toEqual([]);
  });

  it("says that locks and keys give a way in", () => {
    const locks = problems.filter(({ problem, detail, outcome }) => outcome === "book" && /\b(lock|key|fob)/i.test(`${problem} ${detail}`));
    expect(locks.length).toBeGreaterThan(5);
    expect(locks.filter(({ entry, problem }) => !entry && !/bin store/i.test(problem))).toEqual([]);
  });

  it("asks nobody to stay in for communal areas", () => {
    const communal = problems.filter(({ location, outcome }) => location === "Communal areas" && outcome === "book");
    expect(communal.filter(({ presence, audience }) => presence || !audience.includes("shared-area"))).toEqual([]);
  });

  it("offers at most nine answers on a page, and at least two details", () => {
    const whats = optionsBy(
      ({ location }) => location,
      ({ problem }) => problem,
    );
    const details = optionsBy(
      ({ location, problem }) => `${location} > ${problem}`,
      ({ detail }) => detail ?? "",
    );
    for (const { name, options } of whats) expect(options, name).toSatisfy((count: number) => count >= 4 && count <= 9);
    for (const { name, options } of details) expect(options, name).toBeLessThanOrEqual(9);
    const alone = details.filter(
      ({ name, options }) => options === 1 && problems.some((leaf) => leaf.detail && name === `${leaf.location} > ${leaf.problem}`),
    );
    expect(alone).toEqual([]);
  });

  it("reads easily: short, in sentence case, without a full stop", () => {
    for (const wording of problems.flatMap(({ location, problem, detail }) => [location, problem, ...(detail ? [detail] : [])])) {
      expect(wording.length, wording).toBeLessThanOrEqual(60);
      expect(wording).toMatch(/^[A-Z][^.;:!?()/]*$/);
      expect(wording.replace(/\bTV\b/, "").slice(1), wording).not.toMatch(/\p{Lu}/u);
    }
  });
});
