import type { Page } from "@playwright/test";
import { staff } from "#app/languages/staff.ts";
import { follow, pressButton } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { page, type Walk } from "./states.ts";

const { search, shortcuts } = staff.contactCentre;

/** The results as a page, which is what Enter leads to where there are several, or none. */
async function find(page: Page, typed: string) {
  await page.getByLabel(search.label).fill(typed);
  await pressButton(page, search.button);
}

/** Finding the caller's home. */
export const CONTACT_CENTRE: Walk[] = [
  {
    name: "contact centre",
    states: [
      page("contact centre: the search box", (page) => enterAs(page, "agent")),
      page("contact centre: several homes", (page) => find(page, "alder court 12a")),
      page("contact centre: no home", (page) => find(page, "nobody of this name")),
      page("contact centre: shortcuts", (page) => follow(page, shortcuts.link)),
      page("contact centre: shortcuts turned on", (page) => pressButton(page, shortcuts.turnOn)),
    ],
  },
];
