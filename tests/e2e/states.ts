import type { Page } from "@playwright/test";
import { en as words } from "#app/languages/en.ts";
import {
  choose,
  describe,
  draftOf,
  giveContact,
  givePostcode,
  goOn,
  goOnTo,
  press,
  pressButton,
  type Report,
  reportUntil,
  startReport,
} from "./report.ts";

/** What can be on the screen, and how to come there from the state before it. */
export interface State {
  name: string;
  reach: (page: Page) => Promise<unknown>;
  /** The page refuses an answer. */
  isError?: true;
}

/** States that follow each other in one visit. */
export interface Walk {
  name: string;
  office?: "closed";
  states: State[];
}

const { options } = words.report.emergency;
const path = (...problem: string[]): Partial<Report> => ({ problem });
const GAS_COOKER = path("Kitchen", "Cooker connection", "Gas cooker needs connecting");
const OWN_COOKER = path("Kitchen", "Cooker connection", "Your own cooker or appliance is broken");
const BURST_PIPE = path("Kitchen", "Sink or taps", "Water is pouring out and will not stop");
const SINK_LEAK = path("Kitchen", "Sink or taps", "Leak under the sink that a bowl can catch");
const CHIMNEY_LEAD = path("Roof and gutters", "Chimney", "Lead around it is lifting");
const DAMP_WALL = path("Damp and mould", "Damp patch", "Low down on a wall");

const FLAT: Partial<Report> = { postcode: "FH1 1AB", address: "Flat 1, Alder Court, Alder Road, Fernhill" };
const SHARED_LIGHT = path("Communal areas", "Lights", "One light is out");

const page = (name: string, reach: State["reach"]): State => ({ name, reach });
const refused = (name: string, reach: State["reach"] = goOn): State => ({ name: `${name}, refused`, reach, isError: true });

/** The next page of the report, and the same page refusing to be left unanswered. */
const question = (step: string): State[] => [page(step, (page) => goOnTo(page, step)), refused(step)];

const emergency = (answer: keyof typeof options): State =>
  page(`emergency: ${options[answer]}`, async (page) => {
    await startReport(page);
    await choose(page, options[answer]);
  });

const address = (path: string): State => page(path, (page) => page.goto(path));

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

async function search(page: Page, typed: string) {
  await page.getByRole("searchbox").fill(typed);
  await pressButton(page, words.report.search.button);
}

async function giveMary(page: Page) {
  const { name, phone } = words.report.places.person;
  await page.getByLabel(name.label).fill("Mary Jones");
  await page.getByLabel(phone.label).fill("07700 900456");
  await goOn(page);
}

async function giveRequest(page: Page) {
  const { name, email, address, problem, button } = words.report.places.request;
  await page.getByLabel(name.label).fill("Sam Stranger");
  await page.getByLabel(email.label).fill("sam@example.com");
  await page.getByLabel(address.label).fill("9 Far Lane, FH9 9ZZ");
  await page.getByLabel(problem.label).fill("No heating");
  await pressButton(page, button);
}

export const WALKS: Walk[] = [
  {
    name: "an appointment",
    states: [
      address("/"),
      page("emergency", startReport),
      refused("emergency"),
      ...["who", "postcode", "home", "tenure", "where", "what", "which", "describe"].flatMap(question),
      refused("a long description", (page) => describe(page, "a".repeat(501))),
      ...question("photos"),
      page("household", (page) => goOnTo(page, "household")),
      page("help", (page) => goOnTo(page, "help")),
      refused("an interpreter of no language", async (page) => {
        await page.getByRole("checkbox", { name: words.report.help.options.interpreter }).check();
        await goOn(page);
      }),
      page("help with nothing", async (page) => {
        await page.getByRole("checkbox", { name: words.report.help.options.interpreter }).uncheck();
        await goOn(page);
      }),
      ...question("slot"),
      ...question("contact"),
      refused("a landline for texts", (page) => giveContact(page, { phone: "01632 960 001" })),
      refused("news by email without one", (page) => giveContact(page, { news: "Email" })),
      page("check", (page) => giveContact(page)),
      page("a time that is changed", (page) => press(page, page.getByRole("link", { name: "Change appointment" }))),
      page("a time that has gone", (page) => page.goto(`/report/${draftOf(page)}/slot?gone`)),
      page("start with an unfinished report", (page) => page.goto("/")),
      page("confirmation", async (page) => {
        await page.goBack();
        await goOnTo(page, "confirmation");
      }),
    ],
  },
  {
    name: "a search in one's own words",
    states: [
      page("where, with a search", (page) => reportUntil(page, "where")),
      page("what was found", (page) => search(page, "driping tap")),
      page("nothing found", (page) => search(page, "xyzzy")),
      refused("an empty search", (page) => search(page, "")),
    ],
  },
  {
    name: "a report for somebody else, of a flat",
    states: [
      page("place", (page) => reportUntil(page, "place", { ...FLAT, who: "someone" })),
      refused("place"),
      page("tenure of somebody else's home", (page) => goOnTo(page, "tenure", { ...FLAT, who: "someone" })),
      refused("tenure of somebody else's home"),
      ...question("person"),
      page("the reporter's details", giveMary),
      refused("the reporter's details"),
      page("messages to the person to meet", (page) => giveContact(page, { news: "Text message to Mary Jones" })),
      page("confirmation for somebody else", (page) => goOnTo(page, "confirmation")),
      page("another report", (page) => pressButton(page, words.report.places.another.button)),
      page("where, with the address kept", (page) => choose(page, options.none)),
      page("check with the contact kept", (page) => goOnTo(page, "check")),
    ],
  },
  {
    name: "shared areas",
    states: [
      page("a shared area", (page) => reportUntil(page, "where", { ...FLAT, shared: true })),
      page("a light that is reported", (page) => goOnTo(page, "confirmation", { ...FLAT, ...SHARED_LIGHT })),
      page("reported already", (page) => reportUntil(page, "known", { ...FLAT, shared: true })),
      refused("reported already"),
      page("this is it", async (page) => {
        await page.getByRole("radio").first().check();
        await goOn(page);
      }),
      refused("how to send messages", (page) => pressButton(page, words.report.places.alreadyReported.button)),
      page("counted in", async (page) => {
        await page.getByRole("radio", { name: words.report.places.alreadyReported.messagesBy.options.none }).check();
        await pressButton(page, words.report.places.alreadyReported.button);
      }),
    ],
  },
  {
    name: "emergencies",
    states: (Object.keys(options) as (keyof typeof options)[]).filter((answer) => answer !== "none").map(emergency),
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
    ],
  },
  {
    name: "other pickers",
    states: [
      page("times after the target", (page) => reportUntil(page, "slot", SINK_LEAK)),
      page("a job of two visits", (page) => reportUntil(page, "slot", CHIMNEY_LEAD)),
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
