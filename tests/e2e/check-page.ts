import type { Browser, Page } from "@playwright/test";
import axe, { type Result } from "axe-core";
import { HtmlValidate } from "html-validate";
import { heading } from "./report.ts";
import { documentOf, expect } from "./test.ts";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const SMALLEST_TARGET = 24;
/** 1280 by 1024 at 400%. */
const ZOOMED = { width: 320, height: 256 };
/** What people may set for themselves (WCAG 2.2, 1.4.12). */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

const html = new HtmlValidate({
  // The seconds until a warning stand beside it: every browser reads a style there.
  elements: ["html5", { style: { flow: true } }],
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // Checkboxes of one question share its name.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "submit"] }],
    // How React writes what HTML leaves free.
    "attr-case": "off",
    "attribute-boolean-style": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
    // Numbers wrap where large text on a small phone leaves no room; elsewhere the style sheet holds them together.
    "tel-non-breaking": "off",
    // Titles name the page, the service and the landlord; files of our own need no checksum.
    "long-title": "off",
    "require-sri": "off",
    // GOV.UK's error summary, with a heading of its own, stands above the question.
    "heading-level": ["error", { minInitialRank: "h2" }],
    // Window codes and dates stand in values, and GOV.UK numbers its ids: "offer-2".
    "valid-id": ["error", { relaxed: true }],
    // GOV.UK's notification banner is a region.
    "prefer-native-element": ["error", { exclude: ["region"] }],
  },
});

/** What every page must be, whatever it says. */
export async function checkPage(page: Page): Promise<void> {
  await checkShown(page);
  await checkHtml(page);
}

/** All of it but the HTML that the server sent, which is the same on every screen. */
export async function checkShown(page: Page): Promise<void> {
  await expect(heading(page)).toHaveCount(1);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(await page.title(), "the title names the page").toContain(await heading(page).innerText());
  await checkWaysToReach(page);
  await checkAccessibility(page);
  expect.soft(await smallTargets(page), `targets smaller than ${SMALLEST_TARGET} px`).toEqual([]);
  await checkReflow(page);
}

/** An answer that was refused: said in the title, in the summary and beside the field, in the same words. */
export async function checkErrors(page: Page): Promise<void> {
  const summary = page.locator(".govuk-error-summary");
  await expect(page).toHaveTitle(/^Error: /);
  await expect(summary.getByRole("heading")).toHaveText("There is a problem");
  if (await runsScripts(page)) await expect(summary).toBeFocused();
  const links = await summary.getByRole("link").all();
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) {
    const field = (await link.getAttribute("href")) ?? "";
    await expect(page.locator(`${field}-error`)).toHaveText(`Error: ${await link.innerText()}`);
    await link.click();
    await expect(page.locator(field)).toBeFocused();
  }
}

/** Only where scripts run is the page marked so. */
const runsScripts = (page: Page) => page.locator("body.js-enabled").count();

export async function checkAccessibility(page: Page): Promise<void> {
  const violations = (await runsScripts(page)) ? await runAxe(page) : await onScriptedCopy(page, runAxe);
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" ")}`);
  expect.soft(found, "what axe finds").toEqual([]);
}

/** There are no frames to look into: axe alone, in the page itself. */
async function runAxe(page: Page): Promise<Result[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    return (await run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })).violations;
  }, WCAG);
}

/** One for each browser: a new one for every look takes longer than the look. */
const copies = new WeakMap<Browser, Promise<Page>>();

/** Axe is a script: where none run it looks at the same page, as the server sent it, in a context that runs axe and no script of the page. */
async function onScriptedCopy<T>(page: Page, look: (copy: Page) => Promise<T>): Promise<T> {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page has no browser");
  const opened = copies.get(browser) ?? browser.newContext({ javaScriptEnabled: true }).then((context) => context.newPage());
  copies.set(browser, opened);
  const [copy, body] = await Promise.all([opened, documentOf(page)]);
  await copy.setViewportSize(page.viewportSize() ?? ZOOMED);
  await copy.route("**/*.js", (route) => route.abort());
  await copy.route(page.url(), (route) => route.fulfill({ body, contentType: "text/html" }));
  await copy.goto(page.url());
  const result = await look(copy);
  await copy.unrouteAll();
  return result;
}

/** The phone never stands without its hours and the other ways, in the same place on every page. */
async function checkWaysToReach(page: Page): Promise<void> {
  const footer = page.getByRole("contentinfo");
  await expect(footer).toContainText("Monday to Friday, 8am to 6pm");
  const hrefs = await footer.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const ways = ["tel:01632960100", "tel:01632960199", "sms:07700900100", "mailto:repairs@fernhill.example", "tel:1800101632960100"];
  expect(hrefs).toEqual(expect.arrayContaining(ways));
}

/** Nothing is cut off or scrolls sideways: as it is, at 400% zoom, with text twice as large, and with text spaced out. */
async function checkReflow(page: Page): Promise<void> {
  const before = page.viewportSize();
  await expectNoSidewaysScroll(page, "as it is");
  await page.setViewportSize(ZOOMED);
  await expectNoSidewaysScroll(page, "at 400% zoom");
  if (before) await page.setViewportSize(before);
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await expectNoSidewaysScroll(page, "with text at 200%");
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, TEXT_SPACING);
  await expectNoSidewaysScroll(page, "with text spaced out");
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
}

export async function expectNoSidewaysScroll(page: Page, when: string): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `width of the page ${when}`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

/** What is pressed is large enough, links within a sentence excepted (WCAG 2.2, 2.5.8). */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const isSeen = (target: Element) =>
      target.checkVisibility({ visibilityProperty: true }) &&
      target.getBoundingClientRect().width > 1 &&
      !target.closest("[aria-hidden=true]");
    const isInSentence = (target: Element) =>
      getComputedStyle(target).display === "inline" &&
      (target.parentElement?.textContent ?? "").trim() !== (target.textContent ?? "").trim();
    const isSmall = (target: Element) => {
      const { width, height } = target.getBoundingClientRect();
      return width < least || height < least;
    };
    return [...document.querySelectorAll("a, button, input, select, textarea, summary")]
      .filter((target) => isSeen(target) && isSmall(target) && !isInSentence(target))
      .map((target) => target.outerHTML);
  }, SMALLEST_TARGET);
}

async function checkHtml(page: Page): Promise<void> {
  const { results } = await html.validateString(await documentOf(page));
  const faults = results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector}`));
  expect.soft(faults, "faults in the page's HTML").toEqual([]);
}
