import type { Page } from "@playwright/test";
import { staff } from "#app/languages/staff.ts";
import { follow, pressButton, reportUntil } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { page, refused, type Walk } from "./states.ts";

const { home, record, restrict } = staff;

/** No other test's: what is kept of it would be in their way. */
const ADDRESS = { address: "22 Alder Road, Fernhill" };

/** The page of a home where something was just reported. */
async function openHome(page: Page) {
  await enterAs(page, "administrator");
  await reportUntil(page, "confirmation", ADDRESS);
  await page.goto(`/staff/repairs/${await page.locator(".govuk-panel strong").innerText()}`);
  await follow(page, home.link);
}

async function addNeed(page: Page) {
  await page.getByLabel(record.words.need.label).fill("Allow five minutes to reach the door");
  await page.getByLabel(record.code.need.label, { exact: true }).selectOption("psr-19");
  await page.getByLabel(record.about.label).fill("Her mother");
  await page.getByLabel(home.sources.tenant).check();
  await page.getByLabel(record.agreed.options.yes).check();
  await page.getByLabel(record.until.need.label).fill(nextYear());
  await pressButton(page, record.save.add);
}

const nextYear = () => `${new Date().getFullYear() + 1}-11-01`;

/** A home, what is kept of it, and who may open it. */
export const HOUSEHOLD: Walk[] = [
  {
    name: "staff homes",
    states: [
      page("home: of which nothing is kept", openHome),
      page("home: a need", (page) => follow(page, home.kinds.need.add)),
      refused("home: a need", (page) => pressButton(page, record.save.add)),
      page("home: with a need", addNeed),
      refused("home: a warning", async (page) => {
        await follow(page, home.kinds.warning.add);
        await pressButton(page, record.save.add);
      }),
      page("home: with the mark", async (page) => {
        await page.getByLabel(home.notAlone).check();
        await page.getByLabel(record.words.warning.label).fill("Threats in the doorway.");
        await page.getByLabel(record.until.warning.label).fill(nextYear());
        await pressButton(page, record.save.add);
      }),
      page("home: is this still right", (page) => follow(page, /Allow five minutes/)),
      page("home: to restrict", async (page) => {
        await follow(page, home.back);
        await follow(page, home.restrict);
      }),
      refused("home: to restrict", (page) => pressButton(page, restrict.button)),
      page("home: restricted to others", async (page) => {
        await page.getByLabel(staff.roles.manager).check();
        await page.getByLabel(restrict.reason.label).fill("A witness");
        await page.getByLabel(restrict.review.label).fill(nextYear());
        await pressButton(page, restrict.button);
      }),
      page("home: refused", (page) => page.goto(page.url().replace(/\/restrict.*/, ""))),
      page("look-ups", (page) => page.goto("/staff/look-ups")),
    ],
  },
];
