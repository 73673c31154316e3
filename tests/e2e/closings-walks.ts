import { staff } from "#app/languages/staff.ts";
import { follow, press, pressButton } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { page, refused, type Walk } from "./states.ts";

const { absences, closing, toMove, operatives, operative, pattern, ringFences, pages } = staff;

/** Who is away, what that does, and what people work. */
export const CLOSINGS: Walk[] = [
  {
    name: "staff absences",
    states: [
      page("absences: the list", async (page) => {
        await enterAs(page, "officer");
        await page.getByRole("navigation").getByRole("link", { name: pages.absences }).click();
      }),
      page("absences: one to add", (page) => follow(page, absences.add)),
      refused("absences: one to add", (page) => pressButton(page, closing.look)),
      page("absences: what it does", async (page) => {
        await page.getByLabel("Samuel Osei").check();
        await page.getByLabel("Kelly Marsh").check();
        await page.getByLabel(absences.kinds.sick).check();
        await page.getByLabel(closing.from.label).fill("2026-11-30");
        await pressButton(page, closing.look);
      }),
      page("absences: what needs moving", (page) => pressButton(page, closing.proposal.applyKeep)),
      refused("absences: what needs moving", (page) => press(page, page.getByRole("button", { name: toMove.offers.button }).first())),
      page("absences: a closure to add", (page) => page.goto("/staff/absences/add/closure")),
    ],
  },
  {
    name: "staff operatives",
    states: [
      page("operatives: the list", async (page) => {
        await enterAs(page, "officer");
        await page.getByRole("navigation").getByRole("link", { name: pages.operatives }).click();
      }),
      page("ring-fences: what is kept", (page) => follow(page, ringFences.link)),
      refused("ring-fences: what is kept", (page) => pressButton(page, ringFences.button)),
      page("operatives: a new one", async (page) => {
        await page.goto("/staff/operatives");
        await follow(page, operatives.add);
      }),
      refused("operatives: a new one", (page) => pressButton(page, operative.save)),
      page("operatives: a working pattern", async (page) => {
        await page.goto("/staff/operatives");
        await follow(page, `${operatives.pattern} Samuel Osei`);
      }),
      refused("operatives: a working pattern", async (page) => {
        await page.getByLabel("Monday, Morning", { exact: true }).fill("many");
        await pressButton(page, pattern.look);
      }),
    ],
  },
];
