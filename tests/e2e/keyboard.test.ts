import { en as words } from "#app/languages/en.ts";
import { enter, enterOn, tabTo } from "./keys.ts";
import { heading, reportUntil } from "./report.ts";
import { expect, test } from "./test.ts";

test("a report from its start to its reference with the keyboard alone @once", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await enterOn(page, /^Report a repair$/);
  await tabTo(page, /I can smell gas/);
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: "None of these" })).toBeChecked();
  await enterOn(page, /^Continue$/);
  await tabTo(page, /^Me$/);
  await page.keyboard.press("Space");
  await enterOn(page, /^Continue$/);
  await tabTo(page, /^Postcode$/);
  await page.keyboard.type("fh1 1aa");
  await enter(page);
  await tabTo(page, /Which home|Choose an address/);
  await page.keyboard.type("1 Alder");
  await enterOn(page, /^Continue$/);
  for (const first of [/^Rent it$/, /^Kitchen$/, /^Sink or taps$/, /^Tap drips/]) {
    await tabTo(page, first);
    await page.keyboard.press("Space");
    await enterOn(page, /^Continue$/);
  }
  await tabTo(page, /What should the person/);
  await page.keyboard.type("It drips");
  await enterOn(page, /^Continue$/);
  await enterOn(page, /^Continue without photos$/);
  await tabTo(page, /^A baby/);
  await page.keyboard.press("Space");
  await enterOn(page, /^Continue$/);
  await enterOn(page, /^Continue$/);
  await expect(heading(page)).toHaveText(words.report.slot.title);
  await tabTo(page, /^(Morning|All day|School hours|Afternoon), /);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
  await enterOn(page, /^Continue$/);
  await tabTo(page, /^Full name$/);
  await page.keyboard.type("Sam Taylor");
  await tabTo(page, /^Phone number$/);
  await page.keyboard.type("07700 900982");
  await tabTo(page, /^Text message$/);
  await page.keyboard.press("Space");
  await enterOn(page, /^Continue$/);
  await enterOn(page, /^Book this repair$/);
  await expect(heading(page)).toHaveText(words.report.confirmation.booked);
});

test("what has the focus is always seen @once", async ({ page }) => {
  await reportUntil(page, "slot");
  for (let steps = 0; steps < 25; steps++) {
    await page.keyboard.press("Tab");
    const isSeen = await page.evaluate(() => {
      const { top, bottom } = (document.activeElement ?? document.body).getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    expect(isSeen).toBe(true);
  }
});
