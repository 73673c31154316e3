import type { Page } from "@playwright/test";
import { en as words } from "#app/languages/en.ts";
import {
  choose,
  describe,
  follow,
  giveContact,
  givePostcode,
  goOn,
  goOnTo,
  press,
  pressButton,
  reportUntil,
  startReport,
} from "./report.ts";
import { address, emergency, options, page, path, refused, type Walk } from "./states.ts";

const GAS_COOKER = path("Kitchen", "Cooker connection", "Gas cooker needs connecting");
const OWN_COOKER = path("Kitchen", "Cooker connection", "Your own cooker or appliance is broken");
const BURST_PIPE = path("Kitchen", "Sink or taps", "Water is pouring out and will not stop");
const SINK_LEAK = path("Kitchen", "Sink or taps", "Leak under the sink that a bowl can catch");
const CHIMNEY_LEAD = path("Roof and gutters", "Chimney", "Lead around it is lifting");
const ROTTEN_FRAME = path("Windows and doors", "Window", "Frame is rotten or lets rain in");
const GARAGE_LOCK = path("Garages and sheds", "Garage door", "Lock is broken or the key is lost");
const DAMP_WALL = path("Damp and mould", "Damp patch", "Low down on a wall");

/** A form on another site that posts to this one. */
async function comeFromElsewhere(page: Page) {
  await page.goto("/");
  const action = new URL("/report", page.url()).href;
  const body = `<form method="post" action="${action}"><button>Win a prize</button></form>`;
  await page.route("http://elsewhere.test/", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("http://elsewhere.test/");
  await pressButton(page, "Win a prize");
}

const POSTS_A_MINUTE = 300;

async function postTooOften(page: Page) {
  for (let sent = 0; sent < POSTS_A_MINUTE; sent += 20) {
    await Promise.all(Array.from({ length: 20 }, () => page.request.post("/nowhere")));
  }
  await startReport(page);
}

async function giveRequest(page: Page) {
  const { name, email, address, problem, button } = words.report.places.request;
  await page.getByLabel(name.label).fill("Sam Stranger");
  await page.getByLabel(email.label).fill("sam@example.com");
  await page.getByLabel(address.label).fill("9 Far Lane, FH9 9ZZ");
  await page.getByLabel(problem.label).fill("No heating");
  await pressButton(page, button);
}

/** Emergencies, other ends, other pickers, and the pages around a report. */
export const OTHERS: Walk[] = [
  {
    name: "emergencies",
    states: (Object.keys(options) as (keyof typeof options)[]).filter((answer) => answer !== "none").map(emergency),
  },
  {
    name: "an emergency of people who cannot call",
    states: [
      emergency("flood"),
      page("where they are", (page) => pressButton(page, words.report.cannotCall.goOn)),
      page("what is wrong", (page) => goOnTo(page, "describe")),
      page("their words may mean gas", (page) => describe(page, "Water is pouring in and I can smell gas")),
      page("how to reach them", (page) => pressButton(page, words.report.warning.goOnTold)),
      page("check before it is sent", (page) => giveContact(page)),
      page("received", (page) => pressButton(page, words.report.cannotCall.send)),
      page("checked again", (page) => follow(page, words.report.emergencySent.again)),
    ],
  },
  {
    name: "words that may mean danger",
    states: [
      page("the words before", (page) => reportUntil(page, "describe")),
      ...["The carbon monoxide alarm is going off", "The cooker is on fire", "The socket sparks"].flatMap((typed) => [
        page(typed, (page) => describe(page, typed)),
        page(`back from: ${typed}`, (page) => press(page, page.getByRole("link", { name: "Back", exact: true }))),
      ]),
      page("on after all", async (page) => {
        await goOn(page);
        await pressButton(page, words.report.warning.goOn);
      }),
    ],
  },
  {
    name: "other ends",
    states: [
      page("one home by its number", async (page) => {
        await reportUntil(page, "postcode");
        await givePostcode(page, "FH1 1AA", "1");
      }),
      page("no homes at the postcode", (page) => reportUntil(page, "no-homes", { postcode: "FH9 9ZZ" })),
      page("a request", (page) => press(page, page.getByRole("link", { name: words.report.places.request.link }))),
      refused("a request", (page) => pressButton(page, words.report.places.request.button)),
      page("a request that is saved", giveRequest),
      page("not listed", (page) => reportUntil(page, "not-listed", { address: words.report.home.notListed })),
      page("an emergency in the catalogue", (page) => reportUntil(page, "emergency-repair", BURST_PIPE)),
      page("not the landlord's to repair", (page) => reportUntil(page, "not-ours", { tenure: "lease" })),
      page("usually the tenant's own job", (page) => reportUntil(page, "own-job", OWN_COOKER)),
      page("a call instead of a calendar", (page) => reportUntil(page, "call-back", GAS_COOKER)),
      refused("a call"),
      page("check before a call", (page) => goOnTo(page, "check")),
      page("confirmation of a call", (page) => goOnTo(page, "confirmation")),
      page("work that staff plan", (page) => reportUntil(page, "planned", CHIMNEY_LEAD)),
      page("check before planned work", (page) => goOnTo(page, "check")),
      page("confirmation of planned work", (page) => goOnTo(page, "confirmation")),
      page("a check of who asks", (page) => reportUntil(page, "call-back", GARAGE_LOCK)),
      page("confirmation of a check", (page) => goOnTo(page, "confirmation")),
    ],
  },
  {
    name: "a home with as many repairs as may be reported online",
    states: [
      page("a call to finish the report", async (page) => {
        const home = { address: "4 Alder Road, Fernhill" };
        for (let sent = 0; sent < 3; sent++) await reportUntil(page, "confirmation", { ...GAS_COOKER, ...home });
        await reportUntil(page, "please-call", home);
      }),
    ],
  },
  {
    name: "other pickers",
    states: [
      page("times after the target", (page) => reportUntil(page, "slot", SINK_LEAK)),
      page("a job of two visits", (page) => reportUntil(page, "slot", ROTTEN_FRAME)),
      page("none of the times suit", (page) => choose(page, words.report.slot.noneSuit)),
    ],
  },
  {
    name: "an office that is closed, with nothing free",
    office: "closed",
    states: [
      address("/"),
      emergency("flood"),
      page("no appointments", (page) => reportUntil(page, "call-back")),
      page("a hazard for an officer", (page) => reportUntil(page, "call-back", DAMP_WALL)),
      page("confirmation by an officer", (page) => goOnTo(page, "confirmation")),
    ],
  },
  {
    name: "pages around the report",
    states: [
      ...["/accessibility", "/privacy", "/cookies", "/nowhere"].map(address),
      page("a form of another site", comeFromElsewhere),
      page("too much text", async (page) => {
        await reportUntil(page, "describe");
        await describe(page, "drip ".repeat(250_000));
      }),
      page("too many tries", postTooOften),
    ],
  },
];
