import type { Locator, Page } from "@playwright/test";
import { en as words } from "#app/languages/en.ts";

/** What a test reports, and who reports it. The telephone numbers are those Ofcom keeps for drama. */
export interface Report {
  postcode: string;
  address: string;
  /** Where, what and, where it is asked, which. */
  problem: readonly string[];
  description: string;
  /** Which of the times on the page, from 0. */
  time: number;
  /** In the shared areas of the block, not in the home. */
  shared: boolean;
  who: keyof typeof words.report.places.who.options;
  tenure: keyof typeof words.report.places.tenure.options;
}

export const DRIPPING_TAP = ["Kitchen", "Sink or taps", "Tap drips or will not turn off"] as const;

/** A carpenter's job: one of them works on Saturdays. */
export const STUCK_DRAWER = { problem: ["Kitchen", "Cupboards or drawers", "Drawer is broken or stuck"] };

const usual: Report = {
  postcode: "FH1 1AA",
  address: "1 Alder Road, Fernhill",
  problem: DRIPPING_TAP,
  description: "It has dripped since Sunday.",
  time: 0,
  shared: false,
  who: "me",
  tenure: "rent",
};

/** Presses something and waits for the page it leads to. */
export async function press(page: Page, target: Locator): Promise<void> {
  const loaded = page.waitForEvent("load");
  await target.click();
  await loaded;
}

export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
export const pressButton = (page: Page, name: string) => press(page, button(page, name));
export const follow = (page: Page, name: string | RegExp) => press(page, page.getByRole("main").getByRole("link", { name }));
export const goOn = (page: Page) => pressButton(page, words.report.continue);
export const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Chooses from radios or from a drop-down, whichever the page has, and goes on. */
export async function choose(page: Page, answer: string): Promise<void> {
  const list = page.getByRole("combobox");
  if (await list.count()) await list.selectOption({ label: answer });
  else await page.getByRole("radio", { name: answer, exact: true }).check();
  await goOn(page);
}

export async function givePostcode(page: Page, postcode: string, number = ""): Promise<void> {
  await page.getByLabel(words.report.postcode.label, { exact: true }).fill(postcode);
  await page.getByLabel(words.report.postcode.number.label).fill(number);
  await goOn(page);
}

export async function describe(page: Page, description: string): Promise<void> {
  await page.getByRole("textbox").fill(description);
  await goOn(page);
}

/** The times on the picker, without "none of these". */
export const times = (page: Page) => page.getByRole("radio").and(page.locator('[name="offer"]:not([value="none"])'));

export async function chooseTime(page: Page, at: number): Promise<void> {
  await times(page).nth(at).check();
  await goOn(page);
}

export interface Contact {
  name: string;
  phone: string;
  email: string;
  news: string;
}

export async function giveContact(page: Page, contact: Partial<Contact> = {}): Promise<void> {
  const { name, phone, email, news } = { name: "Sam Taylor", phone: "07700 900982", email: "", news: "Text message", ...contact };
  const { contact: asked } = words.report;
  await page.getByLabel(asked.name.label).fill(name);
  await page.getByLabel(asked.phone.label).fill(phone);
  await page.getByLabel(asked.email.label).fill(email);
  await page.getByRole("radio", { name: news }).first().check();
  await goOn(page);
}

export async function addPhotos(page: Page, ...files: { name: string; buffer: Buffer }[]): Promise<void> {
  await page.getByLabel(words.report.photos.label).setInputFiles(files.map((file) => ({ ...file, mimeType: "image/jpeg" })));
  await pressButton(page, words.report.photos.upload);
}

export async function startReport(page: Page, at = "/"): Promise<void> {
  await page.goto(at);
  await pressButton(page, words.report.start.button);
}

function placeOf(shared: boolean, who: Report["who"]): string {
  const { place } = words.report.places;
  return shared ? place.shared : place.home[who === "me" ? "me" : "them"];
}

/** How each page of the journey is answered. */
const answers: Readonly<Record<string, (page: Page, report: Report) => Promise<void>>> = {
  emergency: (page) => choose(page, words.report.emergency.options.none),
  "call-us": (page) => pressButton(page, words.report.callUs.goOn),
  who: (page, { who }) => choose(page, words.report.places.who.options[who]),
  postcode: (page, { postcode }) => givePostcode(page, postcode),
  home: (page, { address }) => choose(page, address),
  place: (page, { shared, who }) => choose(page, placeOf(shared, who)),
  tenure: (page, { tenure }) => choose(page, words.report.places.tenure.options[tenure]),
  known: (page) => choose(page, words.report.places.known.other),
  where: (page, { problem }) => choose(page, problem[0] ?? ""),
  what: (page, { problem }) => choose(page, problem[1] ?? ""),
  which: (page, { problem }) => choose(page, problem[2] ?? ""),
  "not-ours": (page) => pressButton(page, words.report.places.notOurs.goOn),
  "own-job": (page) => pressButton(page, words.report.ownJob.goOn),
  describe: (page, { description }) => describe(page, description),
  photos: (page) => press(page, page.locator('button[name="done"]')),
  household: (page) => goOn(page),
  help: (page) => goOn(page),
  slot: (page, { time }) => chooseTime(page, time),
  planned: (page) => goOn(page),
  "call-back": (page) => choose(page, words.report.callBack.options.any),
  contact: (page) => giveContact(page),
  check: (page) => press(page, page.getByRole("button", { name: /^(Book|Send) this re/ })),
};

/** The last part of the page's address: "slot". */
export const stepOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";

/** The id of the report this page belongs to. */
export const draftOf = (page: Page) => new URL(page.url()).pathname.split("/")[2] ?? "";

/** Answers page after page until a page is reached, without answering that one. */
export async function goOnTo(page: Page, step: string, report: Partial<Report> = {}): Promise<void> {
  const answered = new Set<string>();
  for (let at = stepOf(page); at !== step; at = stepOf(page)) {
    const answerPage = answers[at];
    if (!answerPage || answered.has(at)) throw new Error(`The report stopped at "${at}" and never came to "${step}"`);
    answered.add(at);
    await answerPage(page, { ...usual, ...report });
  }
}

/** Reports a dripping tap, or what is given, from the start page until a page is reached. */
export async function reportUntil(page: Page, step: string, report: Partial<Report> = {}): Promise<void> {
  await startReport(page);
  await goOnTo(page, step, report);
}
