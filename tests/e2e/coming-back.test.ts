import { en as words } from "#app/languages/en.ts";
import { chooseTime, draftOf, follow, goOnTo, heading, reportUntil, stepOf, times } from "./report.ts";
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

test("one report in two tabs holds one time: the last one chosen @state", async ({ page, time }) => {
  await reportUntil(page, "slot", { time });
  const other = await page.context().newPage();
  await other.goto(page.url());
  await chooseTime(page, time);
  await chooseTime(other, time + 1);
  await other.goto(`/report/${draftOf(other)}/slot`);
  await expect(times(other).nth(time + 1)).toBeChecked();
  await page.goto(`/report/${draftOf(page)}/contact`);
  await goOnTo(page, "confirmation");
  await other.reload();
  await expect(other).toHaveURL(/confirmation$/);
});
