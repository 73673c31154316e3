import type { Page } from "@playwright/test";
import { en as words } from "#app/languages/en.ts";
import { staff } from "#app/languages/staff.ts";
import { follow, goOn, goOnTo, pressButton, reportUntil } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { page, refused, type Walk } from "./states.ts";

const { alone, repair, repairChange, wish } = staff;

/** A report that asks for a woman and for none of the times, at the page of its repair. */
async function reportAsking(page: Page) {
  const { slot, help } = words.report;
  await enterAs(page, "officer");
  await reportUntil(page, "help");
  await page.getByLabel(help.options.woman).check();
  await goOn(page);
  await page.getByLabel(slot.noneSuit).check();
  await goOn(page);
  await goOnTo(page, "confirmation");
  await page.goto(`/staff/repairs/${await page.locator(".govuk-panel strong").innerText()}`);
  await page.getByRole("button", { name: wish.anybody.button }).waitFor();
}

/** A home that nobody visits alone, and what a tenant asks of who comes. */
export const ALONE: Walk[] = [
  {
    name: "staff homes not visited alone",
    states: [
      page("alone: a repair whose tenant asks for a woman", reportAsking),
      page("alone: to mark", (page) => follow(page, alone.link.add)),
      refused("alone: to mark", (page) => pressButton(page, alone.add.button)),
      page("alone: a repair of the home", async (page) => {
        await page.getByLabel(alone.reason.label).fill("Threats in the doorway on 3 November.");
        await pressButton(page, alone.add.button);
      }),
      page("alone: to book", (page) => follow(page, repair.actions.book)),
      refused("alone: to book", async (page) => {
        await page.getByRole("radio").first().check();
        await pressButton(page, repairChange.book.button);
      }),
      page("alone: the slot of its visit", async (page) => {
        await page.getByLabel(alone.second.label).check();
        await pressButton(page, repairChange.book.button);
        await follow(page, /\(/);
      }),
      page("alone: to take away", async (page) => {
        await page.goBack();
        await follow(page, alone.link.remove);
      }),
    ],
  },
];
