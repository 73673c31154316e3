import type { Browser, Visited } from "./pages.ts";
import { answer } from "./report-world.ts";

/** One answer of a walk: the words of a choice, or what is typed into fields. */
export type Given = string | Record<string, string | string[]>;

/** The optional page of photos, passed by. */
const NO_PHOTOS: Given = { done: "yes" };

/** What may be passed by with Continue after the description: photos, who it makes worse, and what would help. */
export const PASSED: Given[] = [NO_PHOTOS, {}, {}];

/** No emergency, at 1 Mill Lane, which is one's own and rented: up to where in the home it is. */
export const TO_WHERE: Given[] = ["None of these", "Me", { postcode: "fh1 1aa" }, "1 Mill Lane", "Rent it"];

/** A dripping kitchen tap there, up to the picker. */
export const TAP: Given[] = [...TO_WHERE, "Kitchen", "Tap", "Dripping", { description: "It drips all night" }, ...PASSED];
export const MORNING = "Morning, 8am to 1pm";
export const CONTACT = { name: "Ann Tenant", phone: "07700 900123", email: "", confirmBy: "text" };

/** Begins a report and answers question after question, each where the last answer led. */
export async function walk(browser: Browser, answers: Given[]): Promise<Visited> {
  return answerAll(browser, await browser.post("/report"), answers);
}

export async function answerAll(browser: Browser, from: Visited, answers: Given[]): Promise<Visited> {
  let page = from;
  for (const given of answers) page = await browser.post(page.path, typed(page, given));
  return page;
}

function typed({ document }: Visited, given: Given): Record<string, string | string[]> {
  if (typeof given !== "string") return given;
  const { name, value } = answer(document, given);
  return { [name]: value };
}
