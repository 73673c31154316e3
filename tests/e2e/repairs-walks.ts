import type { Page } from "@playwright/test";
import { staff } from "#app/languages/staff.ts";
import { follow, pressButton } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { page, refused, type Walk } from "./states.ts";

const { pages, repairs, repair, repairChange } = staff;

const change = (page: Page, name: keyof typeof repair.actions) =>
  page.getByRole("main").getByRole("button", { name: repair.actions[name] }).click();

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
        await pressButton(page, repairs.search.button);
      }),
      page("repairs: one", (page) => page.locator("a.app-reference").first().click()),
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
        await pressButton(page, repairChange.cancel.button);
      }),
      page("repairs: none", async (page) => {
        await page.goto("/staff/repairs?q=nobody+of+this+name");
      }),
    ],
  },
];
