import type { Page } from "@playwright/test";
import { en as words } from "#app/languages/en.ts";
import { staff } from "#app/languages/staff.ts";
import { follow, goOn, goOnTo, press, pressButton, reportUntil } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { page, refused, type Walk } from "./states.ts";

const { pages, repairs, repair, repairChange } = staff;

/** Leads to the page of a change. */
const change = (page: Page, name: keyof typeof repair.actions) => follow(page, repair.actions[name]);

/** A repair that nobody has found a time for, and the page that books one. */
async function bookWaiting(page: Page) {
  await reportUntil(page, "slot");
  await page.getByLabel(words.report.slot.noneSuit).check();
  await goOn(page);
  await goOnTo(page, "confirmation");
  await page.goto(`/staff/repairs/${await page.locator(".govuk-panel strong").innerText()}`);
  await change(page, "book");
}

/** The repairs, one of them, and what is done to it. */
export const REPAIRS: Walk[] = [
  {
    name: "staff repairs",
    states: [
      page("repairs: the list", async (page) => {
        await enterAs(page, "officer");
        await page.getByRole("navigation").getByRole("link", { name: pages.repairs, exact: true }).click();
      }),
      page("repairs: narrowed", async (page) => {
        await page.getByText(repairs.filters).click();
        await page.getByLabel(repairs.filter.trade).selectOption({ label: "Plumbing" });
        await page.getByLabel(repairs.filter.sort).selectOption("due");
        await pressButton(page, repairs.filter.button);
      }),
      page("repairs: one", (page) => press(page, page.locator("a.app-reference").first())),
      refused("repairs: a note", (page) => pressButton(page, repair.note.button)),
      page("repairs: edit", (page) => change(page, "edit")),
      refused("repairs: edit", async (page) => {
        await page.getByLabel(repairChange.edit.name.label).fill("");
        await pressButton(page, repairChange.edit.button);
      }),
      page("repairs: change priority", async (page) => {
        await follow(page, repair.to);
        await change(page, "priority");
      }),
      refused("repairs: change priority", (page) => pressButton(page, repairChange.priority.button)),
      page("repairs: cancel", async (page) => {
        await follow(page, repair.to);
        await change(page, "cancel");
      }),
      refused("repairs: cancel", (page) => pressButton(page, repairChange.cancel.button)),
      page("repairs: cancelled", async (page) => {
        await page.getByLabel(repairChange.cancel.reasons.fixed).check();
        await page.getByLabel(repairChange.cancel.note.label).fill("The tenant showed the operative that it works.");
        await pressButton(page, repairChange.cancel.button);
      }),
      page("repairs: book", bookWaiting),
      refused("repairs: book", (page) => pressButton(page, repairChange.book.button)),
      page("repairs: booked", async (page) => {
        await page.getByRole("radio").first().check();
        await pressButton(page, repairChange.book.button);
      }),
      page("repairs: none", async (page) => {
        await page.goto("/staff/repairs?q=nobody+of+this+name");
      }),
    ],
  },
];
