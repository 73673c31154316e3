import { en as words } from "#app/languages/en.ts";
import { choose, chooseTime, draftOf, follow, goOn, goOnTo, heading, press, pressButton, reportUntil, stepOf, times } from "./report.ts";
import { expect, test } from "./test.ts";

test("Back shows each answer as it was given @state", async ({ page }) => {
  await reportUntil(page, "describe");
  for (const step of ["which", "what", "where"]) {
    await page.getByRole("link", { name: "Back", exact: true }).click();
    expect(stepOf(page)).toBe(step);
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
  }
});

test("a closed browser finds its report again on the start page @state", async ({ page, browser, baseURL }) => {
  await reportUntil(page, "describe");
  const storageState = await page.context().storageState();
  await page.context().close();
  const again = await browser.newPage({ storageState, ...(baseURL && { baseURL }) });
  await again.goto("/");
  await follow(again, /^Report begun on Monday 30 November at/);
  await expect(heading(again)).toHaveText(words.report.describe.title);
  await again.context().close();
});

test("somebody else's address of a report is not found, and a later page leads to the open question @state", async ({
  page,
  browser,
  baseURL,
}) => {
  await reportUntil(page, "where");
  const draft = draftOf(page);
  for (const step of ["check", "contact", "slot", "nonsense"]) {
    await page.goto(`/report/${draft}/${step}`);
    expect(stepOf(page)).toBe("where");
  }
  const stranger = await browser.newPage(baseURL ? { baseURL } : {});
  const answer = await stranger.goto(`/report/${draft}/where`);
  expect(answer?.status()).toBe(404);
  await stranger.context().close();
});

test("one report in two tabs holds one time, the last one chosen, and is sent once @state", async ({ page, time }) => {
  await reportUntil(page, "slot", { time });
  const other = await page.context().newPage();
  await other.goto(page.url());
  await chooseTime(page, time);
  const last = times(other).nth(time + 1);
  const value = (await last.getAttribute("value")) ?? "";
  await last.check();
  await goOn(other);
  await page.goto(`/report/${draftOf(page)}/slot`);
  await expect(page.locator(`input[value="${value}"]`)).toBeChecked();

  await page.goto(`/report/${draftOf(page)}/contact`);
  await goOnTo(page, "check");
  await other.goto(page.url());
  await pressButton(page, words.report.check.book);
  const reference = await page.locator(".govuk-panel strong").innerText();
  await pressButton(other, words.report.check.book);
  await expect(other).toHaveURL(/confirmation$/);
  await expect(other.locator(".govuk-panel strong")).toHaveText(reference);
});

test("another problem drops the detail and the time of the first @state", async ({ page, time }) => {
  await reportUntil(page, "check", { time });
  await press(page, page.getByRole("link", { name: "Change what is the problem?" }));
  await choose(page, "Cupboards or drawers");
  await expect(heading(page)).toHaveText(words.report.which.title);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await choose(page, "Drawer is broken or stuck");
  await expect(heading(page)).toHaveText(words.report.slot.title);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await chooseTime(page, time);
  await goOnTo(page, "check");
  await expect(page.getByRole("main")).toContainText("Drawer is broken or stuck");
  await expect(page.getByRole("main")).not.toContainText("Tap drips");
  await expect(page.getByRole("main")).toContainText("Sam Taylor");
});
