import { checkAccessibility } from "./check-page.ts";
import { goOn, goOnTo, heading, reportUntil } from "./report.ts";
import { expect, test } from "./test.ts";

const LARGEST_VISIT = 40_000;

test("forced colours show every border and choice @once", async ({ page, time }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await reportUntil(page, "slot");
  await checkAccessibility(page);
  const borders = await page
    .locator("button, .govuk-radios__label")
    .evaluateAll((shown) => shown.map((one) => [getComputedStyle(one).borderStyle, getComputedStyle(one, "::before").borderStyle]));
  expect(borders.length).toBeGreaterThan(5);
  for (const styles of borders) expect(styles).toContain("solid");
  await goOn(page);
  await expect(page.locator(".govuk-error-summary")).toHaveCSS("border-top-style", "solid");
  await checkAccessibility(page);
  await goOnTo(page, "check", { time });
  await checkAccessibility(page);
});

test("the confirmation prints with its reference, its appointment and the phone number @once", async ({ page, time }) => {
  await reportUntil(page, "confirmation", { time });
  await page.emulateMedia({ media: "print" });
  await expect(heading(page)).toBeVisible();
  await expect(page.getByText(/[2-9A-Z]{4}-[2-9A-Z]{4}/).first()).toBeVisible();
  await expect(page.getByText("The appointment")).toBeVisible();
  await expect(page.getByRole("contentinfo").getByText("01632 960 100", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Report another problem" })).toBeHidden();
});

test("a first visit to the heaviest page weighs at most 40 kB, none of it a framework @once", async ({ page, browser, baseURL }) => {
  await reportUntil(page, "slot");
  const storageState = await page.context().storageState();
  const first = await browser.newPage({ storageState, ...(baseURL && { baseURL }) });
  const session = await first.context().newCDPSession(first);
  const urls = new Map<string, string>();
  const weights = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, response }) => urls.set(requestId, response.url));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => weights.set(requestId, encodedDataLength));
  await session.send("Network.enable");
  await first.goto(page.url(), { waitUntil: "networkidle" });
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  expect(total).toBeLessThanOrEqual(LARGEST_VISIT);
  const scripts = [...urls.values()].filter((url) => url.endsWith(".js"));
  expect(scripts.map((url) => new URL(url).pathname)).toEqual([expect.stringMatching(/^\/assets\/enhance-\w+\.js$/)]);
  await first.context().close();
});
