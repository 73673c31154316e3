import type { Page } from "@playwright/test";
import { en as words } from "#app/languages/en.ts";
import { letTimePass, stopOtherSlots } from "./calendar.ts";
import { checkPage } from "./check-page.ts";
import { button, chooseTime, draftOf, follow, goOn, goOnTo, heading, pressButton, reportUntil, STUCK_DRAWER, stepOf } from "./report.ts";
import { expect, test } from "./test.ts";

const { slot, contact, check } = words.report;
const MINUTES_LEFT_WHEN_WARNED = 2;

const warning = (page: Page) => page.locator(".app-hold-warning");

/** In how many seconds the style sheet shows the warning. */
const secondsToWarning = (page: Page) => warning(page).evaluate((box) => Number.parseFloat(getComputedStyle(box).animationDelay));

/** The style sheet's clock runs until the warning is due. */
const waitForWarning = (page: Page) =>
  warning(page).evaluate((box) => {
    for (const animation of box.getAnimations()) animation.currentTime = Number(animation.effect?.getComputedTiming().endTime) - 100;
  });

test("the page says until when a time is held, and warns two minutes before without any script @state", async ({ page, time }) => {
  await reportUntil(page, "contact", { time });
  await expect(warning(page)).toBeHidden();
  const delay = await secondsToWarning(page);
  expect(delay).toBeGreaterThan((10 - MINUTES_LEFT_WHEN_WARNED) * 60 - 30);
  expect(delay).toBeLessThanOrEqual((10 - MINUTES_LEFT_WHEN_WARNED) * 60);
  await waitForWarning(page);
  await expect(warning(page)).toBeVisible();
  await page.goto(page.url().replace("contact", "slot"));
  await expect(page.getByRole("main")).toContainText(/We are holding this time for you until 9:[12]\dam\./);
});

test("Keep my time keeps what was typed, at least ten times, and Enter still means Continue @state", async ({ page, time, database }) => {
  await reportUntil(page, "contact", { time });
  await page.getByLabel(contact.name.label).fill("Half a na");
  for (let times = 0; times < 10; times++) {
    letTimePass(database, draftOf(page), 9);
    await waitForWarning(page);
    await expect(page.getByText(slot.ending).and(page.locator(".app-hold-warning p"))).toBeVisible();
    await pressButton(page, slot.keep);
    expect(stepOf(page)).toBe("contact");
    expect(await secondsToWarning(page)).toBeGreaterThan(8 * 60 - 30);
    await expect(page.getByLabel(contact.name.label)).toHaveValue("Half a na");
    await expect(page.locator(".govuk-error-summary")).toHaveCount(0);
  }
  await expect(button(page, slot.keep)).toBeHidden();
  const loaded = page.waitForEvent("load");
  await page.getByLabel(contact.name.label).press("Enter");
  await loaded;
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
});

test("the warning stands on a page that is opened late, and is said aloud when it comes @javascript", async ({ page, time, database }) => {
  await reportUntil(page, "contact", { time });
  await waitForWarning(page);
  await expect(page.locator("body > [role=status]")).toHaveText(slot.ending);
  letTimePass(database, draftOf(page), 9);
  await page.reload();
  await expect(button(page, slot.keep)).toBeVisible();
  await checkPage(page);
});

test("a time that lapsed and that nobody took is still booked @state", async ({ page, time, database }) => {
  await reportUntil(page, "check", { time });
  const promised = await page
    .getByRole("main")
    .getByText(/^\w+day \d+ \w+, /)
    .innerText();
  letTimePass(database, draftOf(page), 30);
  await pressButton(page, check.book);
  await expect(page.getByRole("main")).toContainText(promised);
});

test("a time that somebody else took is said, and every answer is kept @state", async ({ page, time, database, browser, baseURL }) => {
  await reportUntil(page, "slot", STUCK_DRAWER);
  await follow(page, slot.later);
  const offer = page
    .locator("fieldset")
    .nth(time % 10)
    .getByRole("radio")
    .first();
  const value = (await offer.getAttribute("value")) ?? "";
  await offer.check();
  await goOn(page);
  await goOnTo(page, "check");
  stopOtherSlots(database, draftOf(page));
  letTimePass(database, draftOf(page), 11);
  const rival = await browser.newPage(baseURL ? { baseURL } : {});
  await reportUntil(rival, "slot", STUCK_DRAWER);
  await rival.goto(`${rival.url()}?from=${value.split(".")[0]}`);
  await rival.locator(`input[value="${value}"]`).check();
  await goOn(rival);
  expect(stepOf(rival)).toBe("contact");
  await rival.context().close();

  await pressButton(page, check.book);
  await expect(page.getByRole("alert")).toContainText(slot.gone);
  await expect(heading(page)).toHaveText(slot.title);
  await chooseTime(page, 0);
  expect(stepOf(page)).toBe("contact");
  await expect(page.getByLabel(contact.name.label)).toHaveValue("Sam Taylor");
  await goOn(page);
  await pressButton(page, check.book);
  await expect(heading(page)).toHaveText(words.report.confirmation.booked);
});
