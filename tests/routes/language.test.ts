import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Landlord } from "#app/domain/landlord.ts";
import { sendMessages } from "#app/services/send-messages.server.ts";
import type { Db } from "#db/client.ts";
import { addOperative, addSlots } from "#tests/support/calendar.ts";
import { pathOf } from "#tests/support/emergencies.ts";
import { freshSqlite, opening } from "#tests/support/engines.ts";
import { OWN_STATES, STATES, TO_EMERGENCY, TO_PICKER, turn } from "#tests/support/every-page.ts";
import { aLandlord } from "#tests/support/landlord.ts";
import { inMadeUp, madeUp } from "#tests/support/made-up-language.ts";
import type { Browser, Visited } from "#tests/support/pages.ts";
import { placesWorld, SHARED_LEAVES } from "#tests/support/places-world.ts";
import { LEAVES } from "#tests/support/report-world.ts";
import { answerAll, CONTACT, walk } from "#tests/support/walk.ts";

/** A landlord who has written every text of its own in the made-up language too. */
function madeUpLandlord(): Landlord {
  const both = <T>(value: T): T => {
    if (Array.isArray(value)) return value.map(both) as T;
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, part]) => [key, both(part)]);
    const { en } = value as { en?: unknown };
    return { ...Object.fromEntries(entries), ...(typeof en === "string" && { xx: inMadeUp(en) }) };
  };
  const landlord = both(aLandlord({ email: "@" }));
  // Some choose a time that is held, and those after them one that is not.
  const booking = { ...landlord.rules.booking, holdShare: 25 };
  return { ...landlord, rules: { ...landlord.rules, booking }, languages: ["xx"] };
}

/** The same tree with its wording turned; headings, codes and outcomes are no words of a page. */
const inMadeUpLeaves = (leaves: string) =>
  leaves
    .split("\n")
    .map((line, at) =>
      at === 0
        ? line
        : line
            .split(",")
            .map((cell, column) => (column < 3 ? inMadeUp(cell) : cell))
            .join(","),
    )
    .join("\n");

/** What a person sees or hears of a page. */
function said({ document }: Visited): string[] {
  for (const unseen of document.querySelectorAll("script, style")) unseen.remove();
  const texts = [document.title, document.body.textContent ?? ""];
  const spoken = ["aria-label", "title", "alt", "placeholder"];
  for (const element of document.body.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) if (spoken.includes(name) || name.startsWith("data-i18n")) texts.push(value);
  }
  return texts;
}

/** Words of two letters and more that no made-up language has. What people typed, names of letters only in data, and codes are no English. */
function englishIn(page: Visited): string[] {
  const data = /FH1 1A[AB]|fh1 1a[ab]|Ann Tenant|It drips|[2-9A-Z]{4}-[2-9A-Z]{4}|%\{count\}|\brequest\b/g;
  return said(page).flatMap((text) => text.replace(data, " ").match(/[A-Za-z]{2,}/g) ?? []);
}

/** Each question sent empty, then with nonsense: every error of the journey. */
async function everyMistake(browser: Browser): Promise<Visited[]> {
  const pages: Visited[] = [];
  let page = await browser.post("/report");
  for (const given of [...TO_PICKER, "Morning, 8am to 1pm", CONTACT].map(turn)) {
    pages.push(page, await browser.post(page.path));
    const nonsense = {
      postcode: "?",
      phone: "?",
      email: "?",
      confirmBy: "text",
      number: "1".repeat(60),
      description: "1".repeat(501),
      name: "1".repeat(101),
    };
    pages.push(await browser.post(page.path, nonsense));
    page = await answerAll(browser, page, [given]);
  }
  return pages;
}

describe("a language nobody speaks", () => {
  const open = opening(freshSqlite);
  const worldAround = async () => {
    const made = await placesWorld(await open(), { leaves: inMadeUpLeaves(LEAVES + SHARED_LEAVES), landlord: madeUpLandlord() });
    await nameStreets(made.db);
    const operativeId = await addOperative(made.db, { patches: [made.patchId] });
    await addSlots(made.db, { operativeId, windows: [...Array.from({ length: 9 }, () => "morning"), "afternoon", "afternoon"] });
    return { ...made, device: made.browser({ words: madeUp }) };
  };
  const world = async () => (await worldAround()).device;

  test.each([
    ["any page", STATES],
    ["any page of a repair that is followed", OWN_STATES],
  ])("leaves no English on %s", async (_, states) => {
    const browser = await world();
    const left: Record<string, string[]> = {};
    for (const [name, visit] of Object.entries(states)) {
      const page = await visit(browser);
      expect(page.document.documentElement.lang, name).toBe("xx");
      const english = englishIn(page);
      if (english.length > 0) left[name] = english;
    }
    expect(left).toEqual({});
  });

  test("leaves no English on the pages of an emergency that somebody on duty has seen", async () => {
    const { db, device, landlord, clock } = await worldAround();
    const sent = await device.post((await walk(device, TO_EMERGENCY)).path);
    const lines: string[] = [];
    const log = { info: () => {}, warn: (line: string) => lines.push(line) };
    await sendMessages({ db, landlord, channels: {}, now: () => clock.now, log, secret: "s", origin: "https://repairs.test" });
    const asked = await device.get(pathOf(lines[0]?.split(" ").at(-1) ?? ""));
    const nameless = await device.post(asked.path);
    const acknowledged = await device.post(asked.path, { name: inMadeUp("Pat") });
    const pages = [asked, nameless, acknowledged, await device.get(sent.path)];
    expect(pages.map(({ status }) => status)).toEqual([200, 422, 200, 200]);
    expect(pages.flatMap(englishIn)).toEqual([]);
  });

  test("leaves no English in any error", async () => {
    const pages = await everyMistake(await world());
    expect(pages.filter(({ status }) => status === 422).length).toBeGreaterThan(12);
    expect(pages.flatMap(englishIn)).toEqual([]);
  });
});

/** Streets have the names they have: in letters that cannot be taken for English. */
async function nameStreets(db: Db) {
  const { homes } = db.schema;
  for (const { uprn, line1 } of await db.read.select().from(homes)) {
    await db.write((tx) =>
      tx
        .update(homes)
        .set({ line1: inMadeUp(line1) })
        .where(eq(homes.uprn, uprn)),
    );
  }
}
