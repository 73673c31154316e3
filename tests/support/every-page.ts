import { inMadeUp } from "./made-up-language.ts";
import type { Browser, Visited } from "./pages.ts";
import { aJpeg } from "./photos.ts";
import { SHARED_LIGHT, toFlat } from "./places-world.ts";
import { answerAll, CONTACT, type Given, PASSED, TO_WHERE, walk } from "./walk.ts";

/** What is answered, as the made-up language says it. */
export const turn = (given: Given): Given => (typeof given === "string" ? inMadeUp(given) : given);
const TO_PHOTOS: Given[] = [...TO_WHERE, "Kitchen", "Tap", "Dripping", { description: "It drips" }];
const photoFile = (content: Uint8Array) => new File([new Uint8Array(content)], "tap.jpg", { type: "image/jpeg" });
export const TO_PICKER: Given[] = [...TO_WHERE, "Kitchen", "Tap", "Dripping", { description: "It drips" }, ...PASSED];

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

/** Water pouring in, told to whoever is on duty: up to the answers. */
export const TO_EMERGENCY: Given[] = [
  turn("Water is pouring in and I cannot stop it"),
  { goOn: "cannot-call" },
  ...[...TO_WHERE.slice(2, -1), { description: "It drips" }, CONTACT].map(turn),
];

/** At another home than the rest: a home takes three such reports. */
const OUTSIDE = (problem: string): Given[] => [
  ...TO_WHERE.slice(0, 3),
  "2 Mill Lane",
  ...TO_WHERE.slice(-1),
  "Outside",
  problem,
  { description: "It drips" },
  ...PASSED,
];

/** Where the repair of a browser is followed: it is booked when first asked for. */
const OWN = new WeakMap<Browser, string>();

async function toOwn(browser: Browser, below = ""): Promise<Visited> {
  const known = OWN.get(browser);
  if (known) return browser.get(known + below);
  const sent = await browser.post((await walk(browser, [...TO_PICKER, "Morning, 8am to 1pm", CONTACT].map(turn))).path);
  OWN.set(browser, sent.document.querySelector("main a[href^='/repair/']")?.getAttribute("href") ?? "");
  return toOwn(browser, below);
}

/** A page of a repair that was booked, and what is posted there. */
const ownPosted =
  (below: string, typed: Record<string, string> = {}) =>
  async (browser: Browser) =>
    browser.post((await toOwn(browser, below)).path, typed);

/** The code of a repair that nobody has. */
const toCode = (browser: Browser) => browser.post("/repair", { reference: "7KQ4-9XMV", postcode: "FH1 1AA" });

/** Every page and state of the site, each reached as a person reaches it. */
export const STATES: Record<string, (browser: Browser) => Promise<Visited>> = {
  start: (browser) => browser.get("/"),
  ...Object.fromEntries(
    ["accessibility", "privacy", "cookies", "nowhere"].map((page) => [page, (browser: Browser) => browser.get(`/${page}`)]),
  ),
  gas: (browser) => walk(browser, [turn("I can smell gas")]),
  fire: (browser) => walk(browser, [turn("There is a fire or smoke")]),
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
  ...Object.fromEntries(
    ["smell gas", "carbon monoxide", "on fire", "sparks"].map((words) => [
      `${words} in the words`,
      (browser: Browser) => walk(browser, [...TO_PHOTOS.slice(0, -1).map(turn), { description: words }]),
    ]),
  ),
  "check before an emergency": (browser) => walk(browser, TO_EMERGENCY),
  "emergency sent": async (browser) => browser.post((await walk(browser, TO_EMERGENCY)).path),
  "call back": (browser) => walk(browser, [...TO_WHERE, "Bathroom", "Something else", { description: "It drips" }, ...PASSED].map(turn)),
  planned: (browser) => walk(browser, OUTSIDE("Fence").map(turn)),
  "planned, sent": async (browser) => browser.post((await walk(browser, [...OUTSIDE("Fence"), {}, CONTACT].map(turn))).path),
  "check of who asks": (browser) => walk(browser, OUTSIDE("Garage lock").map(turn)),
  "check of who asks, sent": async (browser) =>
    browser.post((await walk(browser, [...OUTSIDE("Garage lock"), "Mornings", CONTACT].map(turn))).path),
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
  "a box filled in that people do not see": async (browser) => {
    const contact = await walk(browser, [...TO_PICKER, "Afternoon, 12pm to 5pm"].map(turn));
    return browser.post(contact.path, { ...CONTACT, homepage: "?" });
  },
  "a time that is not held": async (browser) => walk(browser, [...TO_PICKER, "Afternoon, 12pm to 5pm"].map(turn)),
  booked: async (browser) => browser.post((await walk(browser, [...TO_PICKER, "Morning, 8am to 1pm", CONTACT].map(turn))).path),
  received: async (browser) => {
    const call = await walk(browser, [...TO_WHERE, "Bathroom", "Something else", { description: "It drips" }, ...PASSED].map(turn));
    return browser.post((await answerAll(browser, call, [turn("Mornings"), CONTACT])).path);
  },
  "please call": async (browser) => {
    await browser.post((await walk(browser, [...OUTSIDE("Fence"), {}, CONTACT].map(turn))).path);
    return walk(browser, OUTSIDE("Fence").slice(0, -PASSED.length).map(turn));
  },
};

/** Every page and state of a repair that is followed. */
export const OWN_STATES: typeof STATES = {
  find: (browser) => browser.get("/repair"),
  "find nothing": (browser) => browser.post("/repair"),
  code: toCode,
  "no code": async (browser) => browser.post((await toCode(browser)).path),
  "wrong code": async (browser) => browser.post((await toCode(browser)).path, { code: "000000" }),
  "link ended": (browser) => browser.get("/repair/link/nothing"),
  own: (browser) => toOwn(browser),
  "own, to move": (browser) => toOwn(browser, "/move"),
  "own, moved nowhere": ownPosted("/move"),
  "own, moved to what is gone": ownPosted("/move", { offer: "2026-11-24.morning" }),
  "own, to tell": (browser) => toOwn(browser, "/tell"),
  "own, nothing told": ownPosted("/tell"),
  "own, photos": (browser) => toOwn(browser, "/photos"),
  "own, no photos": ownPosted("/photos"),
  "own, told it is worse": ownPosted("/tell", { worse: "yes", words: "1" }),
  "own, nobody in": (browser) => toOwn(browser, "/not-in"),
  "own, why cancelled": ownPosted("/cancel"),
  "own, sure": ownPosted("/cancel", { reason: "fixed" }),
  "own, given up": ownPosted("/not-in"),
  "own, cancelled": ownPosted("/cancel", { reason: "fixed", sure: "yes" }),
};
