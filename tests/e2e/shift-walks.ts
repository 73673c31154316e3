import type { Page } from "@playwright/test";
import { en as words } from "#app/languages/en.ts";
import { staff } from "#app/languages/staff.ts";
import { choose, goOnTo, press, pressButton, startReport } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { address, page, refused, type Walk } from "./states.ts";

const { visit, pages, emergencies, shift } = staff;

async function reportFlood(page: Page) {
  await startReport(page);
  await choose(page, words.report.emergency.options.flood);
  await pressButton(page, words.report.cannotCall.goOn);
  await goOnTo(page, "check");
  await pressButton(page, words.report.cannotCall.send);
}

/** The emergency that was reported first. */
const first = (page: Page) => page.locator(".app-emergency").first();
const pressThere = (page: Page, name: string) => press(page, first(page).getByRole("button", { name, exact: true }));

const step = (page: Page, name: keyof typeof visit.steps) =>
  page.locator(".app-step", { hasText: new RegExp(`^${visit.steps[name]},`) }).first();

/** Somebody who has visits on which no other walk says anything. */
const makeLink = (page: Page) =>
  press(
    page,
    page
      .getByRole("row")
      .filter({ has: page.getByRole("cell", { name: /^[3-9]$/ }) })
      .nth(2)
      .getByRole("button")
      .first(),
  );

const toPhotos = (page: Page) => press(page, page.getByRole("link", { name: shift.photos.add }));

/** Emergencies that are not safe, and an operative's day on their phone. */
export const SHIFT: Walk[] = [
  {
    name: "staff emergencies",
    states: [
      page("emergencies: the day opens with one", async (page) => {
        await reportFlood(page);
        await enterAs(page, "officer");
        await page.getByRole("navigation").getByRole("link", { name: pages.day, exact: true }).click();
        await first(page).waitFor();
      }),
      refused("emergencies: nobody chosen", (page) => pressThere(page, emergencies.give.button)),
      page("emergencies: given to somebody", async (page) => {
        await first(page).getByRole("combobox").selectOption({ index: 1 });
        await pressThere(page, emergencies.give.button);
      }),
      page("emergencies: safe", async (page) => {
        await first(page).getByText(emergencies.safe.summary, { exact: true }).first().click();
        await pressThere(page, emergencies.safe.button);
      }),
    ],
  },
  {
    name: "an operative's phone",
    states: [
      page("phone: who works today", async (page) => {
        await enterAs(page, "officer");
        await page.getByRole("navigation").getByRole("link", { name: pages.shifts }).click();
      }),
      page("phone: a link", makeLink),
      page("phone: own visits", async (page) => page.goto(await page.locator(".app-key").innerText())),
      page("phone: on the way", (page) => press(page, step(page, "on-the-way"))),
      page("phone: no access", (page) => press(page, step(page, "no-access"))),
      refused("phone: no access", (page) => pressButton(page, visit.buttons["no-access"])),
      page("phone: photos", toPhotos),
      refused("phone: photos", (page) => pressButton(page, shift.photos.button)),
      address("/shift/ended"),
    ],
  },
];
