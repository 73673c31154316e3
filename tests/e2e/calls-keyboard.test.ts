import { staff } from "#app/languages/staff.ts";
import { enterOn, tabTo } from "./keys.ts";
import { reportUntil } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { expect, test } from "./test.ts";

const { caller, callList, complaints } = staff;
const only = (text: string) => new RegExp(`^${text}$`);

test("an agent with the keyboard alone: a question, a move, a complaint, and somebody who is reached @once", async ({ page }) => {
  await enterAs(page, "agent");
  await reportUntil(page, "confirmation");
  await page.goto(`/staff/repairs/${await page.locator(".govuk-panel strong").innerText()}`);
  await enterOn(page, only(caller.chase.button));
  await expect(page.getByRole("alert")).toContainText(caller.saved.counted);
  await tabTo(page, only(caller.told.worse.options.no));
  await page.keyboard.press("Space");
  await enterOn(page, only(caller.told.button));
  await expect(page.getByRole("alert")).toContainText(caller.saved.told);

  await enterOn(page, only(caller.actions.move));
  await enterOn(page, only(caller.move.button));
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
  await enterOn(page, only(caller.move.button));
  await expect(page.getByRole("alert")).toContainText(caller.saved.moved);
  await enterOn(page, only(complaints.button));
  await expect(page.getByRole("alert")).toContainText(complaints.saved.recorded);

  await enterOn(page, only(callList.title), "Shift+Tab");
  await enterOn(page, new RegExp(`^${callList.take} `));
  for (const answer of [callList.task.methods.phone, callList.task.outcomes.reached]) {
    await tabTo(page, only(answer));
    await page.keyboard.press("Space");
  }
  await enterOn(page, only(callList.task.button));
  await expect(page.getByRole("alert")).toContainText(callList.saved.tried);
});
