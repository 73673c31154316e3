import { randomInt } from "node:crypto";
import { type BrowserContext, test as base, expect, type Page, type Response } from "@playwright/test";

type Office = "open" | "closed";

interface Options {
  /** Which of the two services: by day, or by night with an empty calendar. */
  office: Office;
}

interface Fixtures {
  /** The SQLite file of the service the test talks to. */
  database: string;
  /** Which time a test takes on the picker: not all the same one, and those that run at once never each other's. */
  time: number;
  /** Fails the test when a page had a fault: an exception, a script or style that the content security policy stopped. */
  faults: string[];
}

const announced = (office: Office, what: "URL" | "DATABASE") => process.env[`${office.toUpperCase()}_OFFICE_${what}`] ?? "";

/** Chromium reports the status of a page that refuses as an error of the console; tests look at the page itself. */
const EXPECTED = /^Failed to load resource: the server responded with a status of (4\d\d|50[03])/;

export const test = base.extend<Options & Fixtures>({
  office: ["open", { option: true }],
  baseURL: async ({ office }, use) => use(announced(office, "URL")),
  database: async ({ office }, use) => use(announced(office, "DATABASE")),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads there what a fixture needs
  time: async ({}, use, { title, parallelIndex }) => use((title.length % 8) * 2 + parallelIndex),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  extraHTTPHeaders: async ({}, use) => use({ "X-Forwarded-For": address() }),
  faults: [
    async ({ context }, use) => {
      const faults: string[] = [];
      watch(context, faults);
      await use(faults);
      expect(faults, "faults in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

/** Addresses kept for examples of benchmarks (RFC 2544): nobody's. */
const address = () => `198.18.${randomInt(256)}.${randomInt(1, 255)}`;

const isRedirect = (response: Response) => response.status() >= 300 && response.status() < 400;
const documents = new WeakMap<Page, Response>();

/** The HTML of the page that is shown, as the server sent it. */
export async function documentOf(page: Page): Promise<string> {
  return (await documents.get(page)?.text()) ?? "";
}

function watch(context: BrowserContext, faults: string[]) {
  context.on("response", (response) => {
    const request = response.request();
    if (request.isNavigationRequest() && !isRedirect(response)) documents.set(request.frame().page(), response);
  });
  context.on("weberror", (fault) => faults.push(fault.error().message));
  context.on("console", (message) => {
    if (message.type() === "error" && !EXPECTED.test(message.text())) faults.push(message.text());
  });
}

export { expect };
