import { staff } from "#app/languages/staff.ts";
import demo from "#db/seed/demo/staff.json" with { type: "json" };
import { enter, enterOn, tabTo } from "./keys.ts";
import { heading } from "./report.ts";
import { expect, test } from "./test.ts";

const { bulk, changes, pages, repair, signIn, visit } = staff;
const only = (text: string) => new RegExp(`^${text}$`);

test("a morning of an officer with the keyboard alone: slots, a mistake, undo, a visit, a repair @once", async ({ page }) => {
  await page.goto("/staff/sign-in");
  await tabTo(page, only(signIn.email.label));
  await page.keyboard.type("officer@fernhill.example");
  await tabTo(page, only(signIn.password.label));
  await page.keyboard.type(demo.password);
  await enter(page);

  await enterOn(page, only(pages.calendar));
  await page.goto("/staff/calendar?from=2026-12-14&trade=plumbing");
  const free = /^Select .* Free$/;
  for (const _ of [1, 2]) {
    await tabTo(page, free);
    await page.keyboard.press("Space");
  }
  const selected = page.locator("input[name=slot]:checked");
  await expect(selected).toHaveCount(2);
  await enterOn(page, only(bulk.buttons.stop), "Shift+Tab");
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await expect(selected).toHaveCount(2);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(bulk.reason)).toBeFocused();
  await page.keyboard.type("Training");
  await enterOn(page, only(bulk.buttons.stop));
  const banner = page.locator(".govuk-notification-banner");
  await expect(banner).toContainText("2 slots stopped");
  await expect(banner).toBeFocused();
  await enterOn(page, only(changes.undo.button));
  await expect(banner).toContainText("2 slots put back");

  await enterOn(page, only(pages.day), "Shift+Tab");
  await enterOn(page, new RegExp(`^${visit.steps["could-not"]},`));
  await tabTo(page, new RegExp(`^(${Object.values(visit.why.options).join("|")})$`));
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
  await enterOn(page, only(visit.buttons["could-not"]));
  await expect(page.locator(".app-visit:target")).toContainText(staff.day.states.ended("could-not", "").trim());

  await enterOn(page, only(pages.repairs), "Shift+Tab");
  await enterOn(page, /^[2-9A-Z]{4}-[2-9A-Z]{4}/);
  await tabTo(page, only(repair.note.label));
  await page.keyboard.type("Rang, will call again");
  await enterOn(page, only(repair.note.button));
  await expect(page.getByText("Rang, will call again")).toBeVisible();
  await expect(heading(page)).toHaveText(/[2-9A-Z]{4}-[2-9A-Z]{4}/);
});
