import { within } from "@testing-library/dom";
import { describe, expect, test } from "vitest";
import { answersTo, type CatalogueProblem } from "#app/journeys/report-problems.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, heading } from "#tests/support/page.ts";
import type { Browser, Visited } from "#tests/support/pages.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { answerAll, CONTACT, MORNING, TAP, TO_WHERE, walk } from "#tests/support/walk.ts";

const AFTER_WHICH = TAP.slice(TAP.indexOf("Dripping") + 1);

const matches = ({ document }: Visited) => [...document.querySelectorAll("button[name=problem]")].map(({ textContent }) => textContent);
const rows = ({ document }: Visited) =>
  Object.fromEntries(
    [...document.querySelectorAll(".govuk-summary-list__row")].map((row) => [
      row.querySelector("dt")?.textContent,
      row.querySelector("dd")?.textContent,
    ]),
  );

/** Types into the search box of a page and presses its button, as a browser sends that form. */
function search(browser: Browser, page: Visited, typed: string): Promise<Visited> {
  const form = body(page).getByRole("search") as HTMLFormElement;
  (within(form).getByRole("searchbox", { name: "Search in your own words" }) as HTMLInputElement).value = typed;
  within(form).getByRole("button", { name: "Search" });
  const query = new URLSearchParams([...form.querySelectorAll("input")].map(({ name, value }) => [name, value]));
  return browser.get(`${form.getAttribute("action")}?${query}`);
}

/** Presses a match. */
function choose(browser: Browser, page: Visited, name: string): Promise<Visited> {
  const button = body(page).getByRole("button", { name }) as HTMLButtonElement;
  return browser.post(page.path, { [button.name]: button.value });
}

onBothEngines("the search", (open) => {
  const toWhere = async () => {
    const { db, browser } = await reportWorld(await open());
    const device = browser();
    return { db, device, where: await walk(device, TO_WHERE) };
  };

  test("finds the problem in every room, and choosing answers as the tree would", async () => {
    const { db, device, where } = await toWhere();
    expect(heading(where)).toBe("Where is the problem?");
    const found = await search(device, where, "driping tap");
    expect(heading(found)).toBe("Search for the problem");
    expect(found.document.title).toMatch(/^2 closest matches for “driping tap” - /);
    expect(body(found).getByRole("status").textContent).toBe("2 closest matches for “driping tap”");
    expect((body(found).getByRole("searchbox") as HTMLInputElement).defaultValue).toBe("driping tap");
    expect(matches(found)).toEqual(["Tap: Dripping Kitchen", "Tap: Dripping Bathroom"]);

    const describePage = await choose(device, found, "Tap: Dripping Bathroom");
    expect(heading(describePage)).toBe("Describe the problem");
    const [draft] = await db.read.select().from(db.schema.drafts);
    expect(draft?.typed).toMatchObject({ where: { location: "6" }, what: { problem: "6" } });
    const check = await answerAll(device, describePage, [...AFTER_WHICH, MORNING, CONTACT]);
    expect(rows(check)).toMatchObject({ "Where is the problem?": "Bathroom", "What is the problem?": "Tap" });
  });

  test("leaves the same draft as the tree", async () => {
    const { db, device, where } = await toWhere();
    const typedOf = async () => (await db.read.select().from(db.schema.drafts))[0]?.typed;
    await answerAll(device, where, ["Kitchen", "Tap", "Will not turn"]);
    const byTree = await typedOf();
    await answerAll(device, await device.get(where.path), ["Bathroom"]);
    expect(await typedOf()).not.toEqual(byTree);
    await choose(device, await search(device, where, "tap will not turn"), "Tap: Will not turn Kitchen");
    expect(await typedOf()).toEqual(byTree);
  });

  test("leads where the tree leads", async () => {
    const { device, where } = await toWhere();
    const leads = [
      ["light bulb", "Light bulb Kitchen", "This is usually for you to do"],
      ["socket", "Water near a socket Kitchen", "Call us about this now"],
      ["worktop", "Worktop Kitchen", "Describe the problem"],
    ] as const;
    for (const [typed, name, wanted] of leads) {
      expect(heading(await choose(device, await search(device, where, typed), name))).toBe(wanted);
    }
  });

  test("that changes an answer comes back to the answers", async () => {
    const { browser } = await reportWorld(await open());
    const device = browser();
    const check = await walk(device, [...TAP, MORNING, CONTACT]);
    const found = await search(device, await device.get(check.path.replace("check", "where?change")), "mould");
    expect(body(found).getByRole("link", { name: "Choose from the list instead" }).getAttribute("href")).toMatch(/where\?change$/);
    const kept = await device.post(found.path, { intent: "keep" });
    expect(kept.path).toBe(found.path);
    const after = await choose(device, found, "Mould on a wall Kitchen");
    const answers = after.path.endsWith("check") ? after : await answerAll(device, after, [MORNING]);
    expect(rows(answers)).toMatchObject({ "What is the problem?": "Mould on a wall", "Full name": "Ann Tenant" });
    expect(answers.path).toMatch(/check$/);
  });

  test("that finds nothing leads to the list", async () => {
    const { device, where } = await toWhere();
    const none = await search(device, where, "asdfghjkl");
    expect(none.status).toBe(200);
    expect(none.document.title).toMatch(/^No match for “asdfghjkl” - /);
    expect(matches(none)).toEqual([]);
    const link = body(none).getByRole("link", { name: "Choose from the list instead" });
    expect(heading(await device.get(link.getAttribute("href") ?? ""))).toBe("Where is the problem?");
  });

  test("of nothing says what to enter", async () => {
    const { device, where } = await toWhere();
    const empty = await search(device, where, "  ");
    expect(empty.status).toBe(422);
    expect(empty.document.title).toMatch(/^Error: Search for the problem/);
    expect(body(empty).getByRole("link", { name: "Enter a few words about the problem" }).getAttribute("href")).toBe("#q");
    expect((await device.get(where.path.replace("where", "search"))).status).toBe(200);
  });

  test("of which no match is pressed asks to select one", async () => {
    const { db, device, where } = await toWhere();
    const [before] = await db.read.select().from(db.schema.drafts);
    const found = await search(device, where, "tap");
    for (const problem of ["", "-1", "99", "1.5", "Infinity", "__proto__", "problem"]) {
      const wrong = await device.post(found.path, { problem });
      expect(wrong.status, problem).toBe(422);
      const link = body(wrong).getByRole("link", { name: "Select the closest match, or choose from the list instead" });
      expect(wrong.document.querySelector(link.getAttribute("href") ?? "")?.textContent).toBe("Tap: Dripping Kitchen");
      expect(matches(wrong)).toEqual(matches(found));
    }
    expect((await db.read.select().from(db.schema.drafts))[0]?.typed).toEqual(before?.typed);
  });

  test("takes any text", async () => {
    const { device, where } = await toWhere();
    for (const typed of ["\0", "😀", ".*", "<b>tap</b>", "x".repeat(20_000), "\ud800", "%00"]) {
      const page = await search(device, where, typed);
      expect([200, 422], JSON.stringify(typed)).toContain(page.status);
      expect(page.document.querySelector("main b")).toBeNull();
    }
    expect(device.faults).toEqual([]);
  });

  test("before its question is open leads to the one that is, and is only for its own device", async () => {
    const { browser } = await reportWorld(await open());
    const device = browser();
    const emergency = await device.post("/report");
    const path = emergency.path.replace("emergency", "search?q=tap");
    expect(heading(await device.get(path))).toBe("Is this an emergency?");
    expect(heading(await device.post(path, { problem: "0" }))).toBe("Is this an emergency?");
    expect((await browser().get(path)).status).toBe(404);
  });
});

describe("the answers that lead to a leaf", () => {
  const leaf = (position: number, location: string, problem: string, detail: string | null): CatalogueProblem => ({
    position,
    location,
    problem,
    detail,
    outcome: "book",
    presence: true,
    entry: false,
    hazard: null,
    audience: ["tenant"],
  });
  const problems = [
    leaf(3, "Kitchen", "Tap", "Drips"),
    leaf(5, "Kitchen", "Tap", null),
    leaf(7, "Bathroom", "Tap", "Drips"),
    leaf(9, "Kitchen", "Floor", null),
  ];
  test.each([
    ["3", { where: { location: "3" }, what: { problem: "3" }, which: { problem: "3" } }],
    ["5", { where: { location: "3" }, what: { problem: "3" }, which: { problem: "5" } }],
    ["7", { where: { location: "7" }, what: { problem: "7" } }],
    ["9", { where: { location: "3" }, what: { problem: "9" } }],
    ["4", undefined],
    ["", undefined],
  ])("%s", (position, wanted) => {
    expect(answersTo(problems, position, "Something else")).toEqual(wanted);
  });
});
