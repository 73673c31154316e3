import { en as words } from "#app/languages/en.ts";
import { button, goOn, heading, pressButton, reportUntil, stepOf } from "./report.ts";
import { expect, test } from "./test.ts";

const { slot, contact } = words.report;

test("the page says until when a time is held, and warns two minutes before without any script @state", async ({ page, time }) => {
  await reportUntil(page, "contact", { time });
  const warning = page.locator(".app-hold-warning");
  await expect(warning).toBeHidden();
  const delay = await warning.evaluate((box) => Number.parseFloat(getComputedStyle(box).animationDelay));
  expect(delay).toBeGreaterThan(8 * 60 - 30);
  expect(delay).toBeLessThanOrEqual(8 * 60);
  await page.goto(page.url().replace("contact", "slot"));
  await expect(page.getByRole("main")).toContainText(/We are holding this time for you until \d+(:\d\d)?[ap]m\./);
});

test("Keep my time keeps what was typed, at least ten times, and Enter still means Continue @once", async ({ page, time }) => {
  await reportUntil(page, "contact", { time });
  await page.getByLabel(contact.name.label).fill("Half a na");
  for (let times = 0; times < 10; times++) {
    const shown = page.getByText(slot.ending).and(page.locator(".app-hold-warning p"));
    await page.locator(".app-hold-warning").evaluate((box) => {
      for (const animation of box.getAnimations()) animation.finish();
    });
    await expect(shown).toBeVisible();
    await expect(page.locator("body > [role=status]")).toHaveText(slot.ending);
    await pressButton(page, slot.keep);
    expect(stepOf(page)).toBe("contact");
    await expect(page.getByLabel(contact.name.label)).toHaveValue("Half a na");
    await expect(page.locator(".govuk-error-summary")).toHaveCount(0);
  }
  await expect(button(page, slot.keep)).toBeHidden();
  const loaded = page.waitForEvent("load");
  await page.getByLabel(contact.name.label).press("Enter");
  await loaded;
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
});

test("a time that somebody else took is said, and every answer is kept @state", async ({ page, time }) => {
  await reportUntil(page, "contact", { time });
  await page.goto(page.url().replace("contact", "slot?gone"));
  await expect(page.getByRole("alert")).toContainText(slot.gone);
  await goOn(page);
  await expect(heading(page)).not.toHaveText(slot.title);
});
