import { JSDOM } from "jsdom";
import type { Browser, Visited } from "./pages.ts";

type Random = () => number;
type Typed = Record<string, string | string[]>;

/** Numbers that look random and are the same each time for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(random: Random, from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];

/** What a person types into a field of a kind, where it must be right. The postcodes are of houses, and of a block of flats. */
const RIGHT: Readonly<Record<string, readonly string[]>> = {
  postcode: ["FH1 1AA", "FH1 1AB"],
  number: [""],
  name: ["Sam Taylor"],
  phone: ["07700 900982"],
  email: ["sam@example.com"],
  address: ["9 Far Lane, FH9 9ZZ"],
};
const NONSENSE = ["", " ", "x", "☃️", "<b>bold</b>", "1234567890".repeat(60), "' or 1=1 --", "FH1", "\u202egnp.exe", "0"];

interface Button {
  name: string | null;
  value: string;
  isPrimary: boolean;
}

/** A form of a page, as a browser without JavaScript has it. */
interface PageForm {
  element: HTMLFormElement;
  buttons: Button[];
}

const PAGES_A_WINDOW = 50;
let [parser, pagesParsed] = [new new JSDOM("").window.DOMParser(), 0];
const documents = new WeakMap<Visited, Document>();

/** A page without a window of its own: thousands are looked at. */
export function parsed(page: Visited): Document {
  const known = documents.get(page);
  if (known) return known;
  // A window takes longer than a page, and keeps every page it has parsed: one for some pages.
  if (++pagesParsed % PAGES_A_WINDOW === 0) parser = new new JSDOM("").window.DOMParser();
  const document = parser.parseFromString(page.html, "text/html");
  documents.set(page, document);
  return document;
}

function formsOf(page: Visited): PageForm[] {
  const forms = [...parsed(page).querySelectorAll<HTMLFormElement>("main form[method=post]")];
  return forms.map((element) => ({
    element,
    buttons: [...element.querySelectorAll<HTMLButtonElement>("button")].map((button) => ({
      name: button.getAttribute("name"),
      value: button.value,
      isPrimary: !/secondary|warning/.test(button.className),
    })),
  }));
}

/** Fills a form: choices by chance, and text that is right or, `wild`, often nonsense. */
function fill({ element }: PageForm, random: Random, wild: boolean): Typed {
  const controls = [...element.querySelectorAll<HTMLInputElement>("input:not([type=file]), select, textarea")];
  const names = [...new Set(controls.map(({ name }) => name))].filter(() => !wild || random() > 0.15);
  const answers = names.map((name) => {
    const named = controls.filter((control) => control.name === name);
    return [name, answer(named, random, wild && random() < 0.3)];
  });
  return Object.fromEntries(answers);
}

/** An answer to the controls of one name. */
function answer(controls: readonly HTMLInputElement[], random: Random, isNonsense: boolean): string | string[] {
  const [first] = controls;
  if (!first || first.type === "hidden") return first?.value ?? "";
  const values = controls.map(({ value }) => value);
  if (first.type === "radio") return pick(random, values) ?? "";
  if (first.type === "checkbox") return values.filter(() => random() < 0.2);
  if (first.matches("select")) return pick(random, optionsOf(first)) ?? "";
  return pick(random, isNonsense ? NONSENSE : wordsFor(first)) ?? "";
}

/** A field that nobody is meant to see stays empty. */
function wordsFor(control: HTMLInputElement): readonly string[] {
  return RIGHT[control.name] ?? (control.closest("[aria-hidden=true]") ? [""] : ["It drips all night"]);
}

const optionsOf = (select: Element) => [...select.querySelectorAll("option")].map(({ value }) => value).filter((value) => value !== "");

function press(browser: Browser, page: Visited, form: PageForm, typed: Typed, button: Button | undefined): Promise<Visited> {
  const pressed = button?.name ? { [button.name]: button.value } : {};
  const action = form.element.getAttribute("action") ?? page.path;
  if (form.element.enctype === "multipart/form-data")
    return browser.upload(action, [], { ...(typed as Record<string, string>), ...pressed });
  return browser.post(action, { ...typed, ...pressed });
}

/** A link of the report that a person may follow: back, change, other days, a search. */
function linksOf(page: Visited): string[] {
  const links = [...parsed(page).querySelectorAll(".govuk-back-link, main a")].map((link) => link.getAttribute("href") ?? "");
  return links.filter((href) => href.startsWith("/report/") || href.startsWith("?"));
}

/** Where a journey came to: the confirmation, or a page that advises and has no way on. */
export type End = "confirmation" | "saved" | "advice";

const slugOf = ({ path }: Visited) => path.split("?")[0]?.split("/").at(-1);

export function endOf(page: Visited): End | undefined {
  const last = slugOf(page);
  if (last === "confirmation" || last === "saved") return last;
  return formsOf(page).length === 0 && page.status === 200 ? "advice" : undefined;
}

export interface Wanderer {
  browser: Browser;
  random: Random;
  /** Sees every page on the way. */
  look: (page: Visited) => void;
}

const MOST_STEPS = 150;
/** After these a person has had enough of trying things. */
const PLAYFUL_STEPS = 12;

/** Reports something by chance, with mistakes, changes of mind and steps back, until there is nothing to go on to. */
export async function wander({ browser, random, look }: Wanderer): Promise<End> {
  let page = await browser.post("/report");
  for (let step = 0; step < MOST_STEPS; step++) {
    look(page);
    const end = endOf(page);
    if (end && (step > PLAYFUL_STEPS || end !== "advice" || random() < 0.7)) return end;
    page = await next({ browser, random, look }, page, step < PLAYFUL_STEPS);
  }
  throw new Error(`The journey never ended; it was last at ${page.path}`);
}

async function next({ browser, random }: Wanderer, page: Visited, isPlayful: boolean): Promise<Visited> {
  const links = linksOf(page);
  const forms = formsOf(page);
  const link = pick(random, links);
  if (link && (forms.length === 0 || (isPlayful && random() < 0.15))) {
    return browser.get(link.startsWith("?") ? page.path.split("?")[0] + link : link);
  }
  const form = isPlayful ? pick(random, forms) : forms.at(-1);
  if (!form) throw new Error(`There is no way on from ${page.path}`);
  const button = isPlayful ? pick(random, form.buttons) : primaryOf(form);
  return press(browser, page, form, fill(form, random, isPlayful && random() < 0.3), button);
}

/** The button that leads on. */
const primaryOf = ({ buttons }: PageForm) => buttons.filter(({ isPrimary }) => isPrimary).at(-1) ?? buttons[0];

/** What one answers by the page's slug: the words of a choice, or the postcode; the rest by chance among what is there. */
export type Wanted = Readonly<Record<string, string>>;

/** Goes on from a page of a report, every page answered rightly, to its end or `until` a page; gives every page on the way. */
export async function reportWanted(
  { browser, random }: Pick<Wanderer, "browser" | "random">,
  wanted: Wanted,
  { from, until }: { from: string; until?: string },
): Promise<Visited[]> {
  const pages = [await browser.get(from)];
  for (let steps = 0; steps < 40; steps++) {
    const page = pages.at(-1) as Visited;
    if (endOf(page) || slugOf(page) === until) return pages;
    const form = formsOf(page).at(-1) as PageForm;
    const typed = { ...fill(form, random, false), ...chosen(page, wanted) };
    pages.push(await press(browser, page, form, typed, primaryOf(form)));
  }
  throw new Error(`The journey never ended; it was last at ${pages.at(-1)?.path}`);
}

function chosen(page: Visited, wanted: Wanted): Typed {
  const { path } = page;
  const slug = slugOf(page) ?? "";
  const document = parsed(page);
  const words = wanted[slug];
  if (words === undefined) return {};
  if (slug === "postcode") return { postcode: words };
  const isSaid = ({ textContent }: Element) => textContent?.trim() === words;
  const label = [...document.querySelectorAll("label")].find(isSaid);
  const control = label && document.getElementById(label.htmlFor);
  const option = [...document.querySelectorAll("option")].find(isSaid);
  const [name, value] = control
    ? [control.getAttribute("name"), control.getAttribute("value")]
    : [option?.closest("select")?.name, option?.value];
  if (!name) throw new Error(`No answer "${words}" at ${path}`);
  return { [name]: value ?? "" };
}
