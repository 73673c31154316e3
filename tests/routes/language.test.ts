import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Landlord } from "#app/domain/landlord.ts";
import type { Db } from "#db/client.ts";
import { addOperative, addSlots } from "#tests/support/calendar.ts";
import { freshSqlite, opening } from "#tests/support/engines.ts";
import { aLandlord } from "#tests/support/landlord.ts";
import { inMadeUp, madeUp } from "#tests/support/made-up-language.ts";
import type { Browser, Visited } from "#tests/support/pages.ts";
import { aJpeg } from "#tests/support/photos.ts";
import { placesWorld, SHARED_LEAVES, SHARED_LIGHT, toFlat } from "#tests/support/places-world.ts";
import { LEAVES } from "#tests/support/report-world.ts";
import { answerAll, CONTACT, type Given, PASSED, TO_WHERE, walk } from "#tests/support/walk.ts";

/** A landlord who has written every text of its own in the made-up language too. */
function madeUpLandlord(): Landlord {
  const both = <T>(value: T): T => {
    if (Array.isArray(value)) return value.map(both) as T;
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, part]) => [key, both(part)]);
    const { en } = value as { en?: unknown };
    return { ...Object.fromEntries(entries), ...(typeof en === "string" && { xx: inMadeUp(en) }) };
  };
  return { ...both(aLandlord({ email: "@" })), languages: ["xx"] };
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

const turn = (given: Given): Given => (typeof given === "string" ? inMadeUp(given) : given);
const TO_PHOTOS: Given[] = [...TO_WHERE, "Kitchen", "Tap", "Dripping", { description: "It drips" }];
const photoFile = (content: Uint8Array) => new File([new Uint8Array(content)], "tap.jpg", { type: "image/jpeg" });
const TO_PICKER: Given[] = [...TO_WHERE, "Kitchen", "Tap", "Dripping", { description: "It drips" }, ...PASSED];

const PERSON = { name: "@", phone: "07700 900456", email: "" };
const FOR_SOMEONE: Given[] = [...TO_PICKER.map((given) => (given === "Me" ? "Someone I help" : given)), "Morning, 8am to 1pm"];
const SHARED: Given[] = [
  ...toFlat(1),
  ...SHARED_LIGHT,
  { description: "It drips" },
  ...PASSED.slice(0, -1),
  "Morning, 8am to 1pm",
  CONTACT,
];
const REQUEST = { name: "@", phone: "", email: "1@1.xx", address: "1", problem: "1" };

/** The repair of the shared areas that was reported before: its answer is the first. */
async function toKnown(browser: Browser): Promise<Visited> {
  const known = await walk(browser, [...toFlat(1), "In a shared area"].map(turn));
  return browser.post(known.path, { repair: known.document.querySelector("input[name=repair]")?.getAttribute("value") ?? "" });
}

const requestPath = async (browser: Browser) =>
  (await walk(browser, [...TO_WHERE.slice(0, 2).map(turn), { postcode: "FH9 9ZZ" }])).path.replace(/no-homes$/, "request");

/** Every page and state of the site, each reached as a person reaches it. */
const STATES: Record<string, (browser: Browser) => Promise<Visited>> = {
  start: (browser) => browser.get("/"),
  ...Object.fromEntries(
    ["accessibility", "privacy", "cookies", "nowhere"].map((page) => [page, (browser: Browser) => browser.get(`/${page}`)]),
  ),
  gas: (browser) => walk(browser, [turn("I can smell gas")]),
  "call us": (browser) => walk(browser, [turn("Water is pouring in and I cannot stop it")]),
  "no such postcode": (browser) => walk(browser, [...TO_WHERE.slice(0, 2).map(turn), { postcode: "FH9 9ZZ" }]),
  "not listed": (browser) => walk(browser, [...TO_WHERE.slice(0, 3), "My address is not listed"].map(turn)),
  "own job": (browser) => walk(browser, [...TO_WHERE, "Kitchen", "Light bulb"].map(turn)),
  where: (browser) => walk(browser, TO_WHERE.map(turn)),
  place: (browser) => walk(browser, toFlat(1).map(turn)),
  "place of somebody else": (browser) => walk(browser, toFlat(1, "Someone I help").map(turn)),
  tenure: (browser) => walk(browser, [...toFlat(1), "In my home"].map(turn)),
  "not ours": (browser) => walk(browser, [...TO_WHERE.slice(0, -1), "Own it, with a lease", "Kitchen", "Light bulb"].map(turn)),
  "whom to meet": (browser) => walk(browser, FOR_SOMEONE.map(turn)),
  "contact of a helper": (browser) => walk(browser, [...FOR_SOMEONE, PERSON].map(turn)),
  "check of a helper": (browser) => walk(browser, [...FOR_SOMEONE, PERSON, { ...CONTACT, confirmBy: "them-text" }].map(turn)),
  "reported already": async (browser) => {
    await browser.post((await walk(browser, SHARED.map(turn))).path);
    return walk(browser, [...toFlat(1), "In a shared area"].map(turn));
  },
  "already reported": (browser) => toKnown(browser),
  "no way for messages": async (browser) => browser.post((await toKnown(browser)).path),
  "text to no mobile": async (browser) => browser.post((await toKnown(browser)).path, { messagesBy: "text", phone: "?", email: "?" }),
  followed: async (browser) => browser.post((await toKnown(browser)).path, { messagesBy: "none" }),
  request: async (browser) => browser.get(await requestPath(browser)),
  "request without anything": async (browser) => browser.post(await requestPath(browser)),
  "request that cannot be answered": async (browser) => browser.post(await requestPath(browser), { ...REQUEST, email: "" }),
  "request too long": async (browser) =>
    browser.post(await requestPath(browser), {
      phone: "?",
      email: "?",
      name: "1".repeat(101),
      address: "1".repeat(301),
      problem: "1".repeat(501),
    }),
  "request saved": async (browser) => browser.post(await requestPath(browser), REQUEST),
  ...Object.fromEntries(
    Object.entries({
      search: "",
      "search found": `?q=${inMadeUp("tap")}`,
      "nothing found": `?q=${inMadeUp("zzzz")}`,
      "empty search": "?q=",
    }).map(([state, query]) => [
      state,
      async (browser: Browser) => browser.get((await walk(browser, TO_WHERE.map(turn))).path.replace(/where$/, `search${query}`)),
    ]),
  ),
  "no match chosen": async (browser) =>
    browser.post((await walk(browser, TO_WHERE.map(turn))).path.replace(/where$/, `search?q=${inMadeUp("tap")}`)),
  "emergency repair": (browser) => walk(browser, [...TO_WHERE, "Kitchen", "Water near a socket"].map(turn)),
  "call back": (browser) => walk(browser, [...TO_WHERE, "Bathroom", "Something else", { description: "It drips" }, ...PASSED].map(turn)),
  photos: (browser) => walk(browser, TO_PHOTOS.map(turn)),
  "photos added, one refused": async (browser) => {
    const page = await walk(browser, TO_PHOTOS.map(turn));
    return browser.upload(page.path, [photoFile(await aJpeg()), photoFile(Buffer.from("words"))]);
  },
  "as many photos as we take": async (browser) => {
    const [page, photo] = [await walk(browser, TO_PHOTOS.map(turn)), await aJpeg()];
    return browser.upload(
      page.path,
      Array.from({ length: 6 }, () => photoFile(photo)),
    );
  },
  household: (browser) => walk(browser, TO_PICKER.slice(0, -2).map(turn)),
  help: (browser) => walk(browser, TO_PICKER.slice(0, -1).map(turn)),
  picker: (browser) => walk(browser, TO_PICKER.map(turn)),
  "unfinished report": async (browser) => {
    await walk(browser, TO_WHERE.map(turn));
    return browser.get("/");
  },
  "time gone": async (browser) => browser.get(`${(await walk(browser, TO_PICKER.map(turn))).path}?gone`),
  check: (browser) => walk(browser, [...TO_PICKER, "Morning, 8am to 1pm", CONTACT].map(turn)),
  booked: async (browser) => browser.post((await walk(browser, [...TO_PICKER, "Morning, 8am to 1pm", CONTACT].map(turn))).path),
  received: async (browser) => {
    const call = await walk(browser, [...TO_WHERE, "Bathroom", "Something else", { description: "It drips" }, ...PASSED].map(turn));
    return browser.post((await answerAll(browser, call, [turn("Mornings"), CONTACT])).path);
  },
};

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
  const world = async () => {
    const made = await placesWorld(await open(), { leaves: inMadeUpLeaves(LEAVES + SHARED_LEAVES), landlord: madeUpLandlord() });
    await nameStreets(made.db);
    const operativeId = await addOperative(made.db, { patches: [made.patchId] });
    await addSlots(made.db, { operativeId, windows: Array.from({ length: 9 }, () => "morning") });
    return made.browser({ words: madeUp });
  };

  test("leaves no English on any page", async () => {
    const browser = await world();
    const left: Record<string, string[]> = {};
    for (const [name, visit] of Object.entries(STATES)) {
      const page = await visit(browser);
      expect(page.document.documentElement.lang, name).toBe("xx");
      const english = englishIn(page);
      if (english.length > 0) left[name] = english;
    }
    expect(left).toEqual({});
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
