import type { Locator, Page } from "@playwright/test";
import { enterAs } from "./staff-walks.ts";
import { expect, test } from "./test.ts";

async function over(page: Page, target: Locator) {
  const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
}

async function drag(page: Page, [from, ...others]: Locator[]) {
  if (from) await over(page, from);
  await page.mouse.down();
  for (const other of others) await over(page, other);
  await page.mouse.up();
}

test("slots are selected by a mouse that is pressed on one and moved over others, and nothing else of the page is @once", async ({
  page,
}) => {
  await enterAs(page, "officer");
  await page.goto("/staff/calendar?from=2026-12-14&trade=plumbing");
  const boxes = page.locator(".app-pick input");
  const [first, second, third] = [boxes.nth(0), boxes.nth(1), boxes.nth(2)];
  const checked = page.locator(".app-pick input:checked");
  await first.scrollIntoViewIfNeeded();

  await drag(page, [first, second, third]);
  await expect(checked).toHaveCount(3);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("");
  // Over the slots' own words as well, and back to where it began.
  const words = page.locator(".app-pick .app-slot");
  await drag(page, [second, words.nth(2), second]);
  await expect(checked).toHaveCount(1);
  await expect(first).toBeChecked();
  await drag(page, [second]);
  await expect(checked).toHaveCount(2);
  await second.press("Space");
  await expect(checked).toHaveCount(1);

  await drag(page, [words.nth(1), words.nth(2)]);
  await expect(checked).toHaveCount(1);
  await page.mouse.move(0, 0);
  await over(page, third);
  await expect(third).not.toBeChecked();
  await words.nth(1).click();
  await expect(page).toHaveURL(/\/staff\/slots\//);
});
