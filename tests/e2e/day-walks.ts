import type { Page } from "@playwright/test";
import { staff } from "#app/languages/staff.ts";
import { press, pressButton } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { page, refused, type Walk } from "./states.ts";

const { calendar, day, visit, pages, slot } = staff;

/** The first visit of the day of which a step can be said, and that step of it. */
const stepOf = (page: Page, step: keyof typeof visit.steps) =>
  page.locator(".app-step", { hasText: new RegExp(`^${visit.steps[step]},`) }).first();

/** The day, and how its visits go. */
export const DAY: Walk[] = [
  {
    name: "staff day",
    states: [
      page("day: today", async (page) => {
        await enterAs(page, "officer");
        await page.getByRole("navigation").getByRole("link", { name: pages.day, exact: true }).click();
      }),
      page("day: a visit on its way, of one trade", async (page) => {
        await page.getByLabel(calendar.filter.trade).selectOption({ label: "Plumbing" });
        await pressButton(page, calendar.filter.button);
        await press(page, stepOf(page, "on-the-way"));
      }),
      page("day: no access", (page) => press(page, stepOf(page, "no-access"))),
      refused("day: no access", (page) => pressButton(page, visit.buttons["no-access"])),
      page("day: no access was had", async (page) => {
        await page.getByLabel(visit.tried.options.knocked, { exact: true }).check();
        await pressButton(page, visit.buttons["no-access"]);
      }),
      page("day: more work", (page) => press(page, stepOf(page, "more-work"))),
      refused("day: more work", (page) => pressButton(page, visit.buttons["more-work"])),
      page("day: one operative's sheet", async (page) => {
        await page.goto("/staff/day?trade=plumbing");
        await press(page, page.getByRole("link", { name: new RegExp(`^${day.sheet}`) }).last());
      }),
      page("day: a visit that is done", (page) => press(page, stepOf(page, "done"))),
      page("day: a visit and what was said of it", (page) =>
        press(page, page.locator(".app-visit", { hasText: visit.steps.done }).locator(".app-visit__address a").first()),
      ),
      page("day: needs moving", async (page) => {
        await page.goto("/staff/calendar");
        await press(page, page.locator("td:nth-of-type(1) .app-slot--booked").last());
        await page.getByLabel(slot.reason.label).fill("Off sick");
        await pressButton(page, slot.changes.withdraw);
        await page.goto("/staff/day");
        await page.getByRole("heading", { name: day.unserved }).waitFor();
      }),
    ],
  },
];
