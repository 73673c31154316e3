import { staff } from "#app/languages/staff.ts";
import { pressButton } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { page, type Walk } from "./states.ts";

const { title, filter } = staff.figures;

/** What managers see of the work. */
export const FIGURES: Walk[] = [
  {
    name: "staff figures",
    states: [
      page("figures: the latest weeks", async (page) => {
        await enterAs(page, "administrator");
        await page.getByRole("navigation").getByRole("link", { name: title }).click();
      }),
      page("figures: half a year of one trade by month", async (page) => {
        await page.getByLabel(filter.period, { exact: true }).selectOption({ label: filter.units.month });
        await page.getByLabel(filter.count).selectOption("26");
        await page.getByLabel(filter.trade).selectOption({ label: "Plumbing" });
        await pressButton(page, filter.button);
      }),
    ],
  },
];
