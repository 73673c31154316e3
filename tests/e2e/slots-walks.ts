import type { Page } from "@playwright/test";
import { staff } from "#app/languages/staff.ts";
import { follow, press, pressButton } from "./report.ts";
import { enterAs, slotOf } from "./staff-walks.ts";
import { page, refused, type Walk } from "./states.ts";

const { bulk, changes, moveVisit, newSlot } = staff;

const boxes = (page: Page, state: string) => page.locator(`.app-pick:has(.app-slot--${state}) input`);

/** One trade of a week ahead: what axe and the validator look at is small. */
const WEEK = "/staff/calendar?from=2026-12-07&trade=plumbing";

/** Selects two free slots and one that is booked, which cannot be stopped. */
async function stopThree(page: Page) {
  for (const at of [0, 1]) await boxes(page, "free").nth(at).check();
  await boxes(page, "booked").first().check();
  await page.getByLabel(bulk.reason).fill("Training");
  await pressButton(page, bulk.buttons.stop);
}

/** The calendar changed by many slots at once, and what leads from a slot. */
export const SLOTS: Walk[] = [
  {
    name: "staff slots",
    states: [
      refused("calendar: nothing selected", async (page) => {
        await enterAs(page, "officer");
        await page.goto(WEEK);
        await pressButton(page, bulk.buttons.stop);
      }),
      page("calendar: two slots stopped, one left", stopThree),
      page("changes: what one did", (page) => follow(page, changes.see)),
      page("changes: undone", (page) => pressButton(page, changes.undo.button)),
      page("changes: the last ones", (page) => follow(page, changes.title)),
      page("calendar: capacity", (page) => page.goto(`${WEEK}&show=capacity`)),
      refused("slots: a new one", async (page) => {
        await page.goto("/staff/slots/new");
        await pressButton(page, newSlot.button);
      }),
      refused("slots: a visit to another date", async (page) => {
        await page.goto(WEEK);
        await press(page, slotOf(page, "booked"));
        await follow(page, moveVisit.link);
        await pressButton(page, moveVisit.button);
      }),
    ],
  },
];
