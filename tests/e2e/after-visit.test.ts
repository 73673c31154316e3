import { en as words } from "#app/languages/en.ts";
import { endVisit } from "./calendar.ts";
import { checkErrors, checkPage } from "./check-page.ts";
import { follow, pressButton, reportUntil } from "./report.ts";
import { expect, test } from "./test.ts";

const { again, feedback, worse } = words.followMore;

test("after the visit its tenant says how it went, and that it came back, without any script @state", async ({ page, database }) => {
  await reportUntil(page, "confirmation");
  const reference = await page.locator(".govuk-panel strong").innerText();
  endVisit(database, reference);
  await page.goto(`/repair/${reference}`);
  await checkPage(page);
  await follow(page, feedback.link);
  await checkPage(page);
  await pressButton(page, feedback.button);
  await checkErrors(page);
  await page.getByRole("group", { name: feedback.came.label }).getByLabel(feedback.came.options.yes).check();
  await page.getByRole("group", { name: feedback.fixed.label }).getByLabel(feedback.fixed.options.partly).check();
  await pressButton(page, feedback.button);
  await expect(page.getByRole("main")).toContainText(words.follow.saved.thanked);
  await follow(page, again.link);
  await checkPage(page);
  await pressButton(page, again.button);
  await checkErrors(page);
  await page.getByLabel(again.how.options["came-back"]).check();
  await page.getByRole("radio", { name: worse.options.no, exact: true }).check();
  await page.getByRole("textbox").fill("It drips again.");
  await pressButton(page, again.button);
  await expect(page.getByRole("main")).toContainText(words.follow.saved.raised);
  await checkPage(page);
});
