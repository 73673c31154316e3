import { en as words } from "#app/languages/en.ts";
import { offerSooner } from "./calendar.ts";
import { checkErrors, checkPage } from "./check-page.ts";
import { follow, heading, pressButton, reportUntil } from "./report.ts";
import { expect, test } from "./test.ts";

const { sooner } = words;
/** A time of a later page's end, so that there are sooner ones. */
const LATE = 25;

test("waiting for a sooner visit is asked for, offered and accepted without any script @state", async ({ page, database }) => {
  await reportUntil(page, "confirmation", { time: LATE });
  const reference = await page.locator(".govuk-panel strong").innerText();
  await page.goto(`/repair/${reference}`);
  await checkPage(page);
  await follow(page, sooner.link.ask);
  await checkPage(page);
  await pressButton(page, sooner.ask.button);
  await checkErrors(page);
  await page.getByLabel(/^Morning/).check();
  await page.getByLabel(sooner.ask.notices[24]).check();
  await pressButton(page, sooner.ask.button);
  await expect(page.getByRole("main")).toContainText(sooner.saved["sooner-asked"]);
  await checkPage(page);
  await page.goto(`/repair/${reference}/sooner?gone`);
  await checkPage(page);

  offerSooner(database, reference);
  await follow(page, sooner.over.repair);
  await checkPage(page);
  await follow(page, /^Answer now/);
  await expect(heading(page)).toHaveText(sooner.offer.title);
  await checkPage(page);
  await pressButton(page, sooner.offer.accept);
  await expect(page.getByRole("main")).toContainText(words.follow.saved.moved);
});
