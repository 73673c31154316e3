import { staff } from "#app/languages/staff.ts";
import { follow, press, pressButton } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { page, type Walk } from "./states.ts";

const { retention } = staff;

/** Personal details of a repair that are kept beyond their time. */
export const KEPT: Walk[] = [
  {
    name: "staff kept details",
    states: [
      page("kept details: reasons", async (page) => {
        await enterAs(page, "officer");
        await page.goto("/staff/repairs?status=done");
        await press(page, page.locator("a.app-reference").first());
        await follow(page, `${retention.change} ${retention.hidden}`);
      }),
      page("kept details: a repair that is held", async (page) => {
        await page.getByLabel(retention.reasons.options.complaint).check();
        await pressButton(page, retention.button);
      }),
    ],
  },
];
