import type { Page } from "@playwright/test";
import { en as words } from "#app/languages/en.ts";
import { aJpeg } from "#tests/support/photos.ts";
import {
  addPhotos,
  choose,
  describe,
  draftOf,
  giveContact,
  goOn,
  goOnTo,
  press,
  pressButton,
  type Report,
  reportUntil,
  startReport,
} from "./report.ts";
import { address, options, page, path, question, refused, type Walk } from "./states.ts";

const FLAT: Partial<Report> = { postcode: "FH1 1AB", address: "Flat 1, Alder Court, Alder Road, Fernhill" };
const SHARED_LIGHT = path("Communal areas", "Lights", "One light is out");

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

/** Reports that are sent, and what comes after them. */
export const JOURNEYS: Walk[] = [
  {
    name: "an appointment",
    states: [
      address("/"),
      page("emergency", startReport),
      refused("emergency"),
      ...["who", "postcode", "home", "tenure", "where", "what", "which", "describe"].flatMap(question),
      refused("a long description", (page) => describe(page, "a".repeat(501))),
      page("photos", (page) => goOnTo(page, "photos")),
      refused("photos, none chosen", (page) => pressButton(page, words.report.photos.upload)),
      refused("a photo that is none", (page) => addPhotos(page, { name: "notes.jpg", buffer: Buffer.from("not a photo") })),
      page("a photo added", async (page) => addPhotos(page, { name: "tap.jpg", buffer: await aJpeg() })),
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
];
