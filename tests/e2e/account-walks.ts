import type { Page } from "@playwright/test";
import { staff } from "#app/languages/staff.ts";
import demo from "#db/seed/demo/staff.json" with { type: "json" };
import { follow, press, pressButton } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { page, refused, type Walk } from "./states.ts";

const { ownPassword, authenticator, sendAgain, pages, repair, welcome } = staff;

/** Writes a note and posts it when the session is over. */
async function writeTooLong(page: Page) {
  await page.goto("/staff/repairs");
  await press(page, page.locator("a.app-reference").first());
  await page.getByLabel(repair.note.label).fill(`She works nights.\n${"Call".repeat(40)} after 2pm`);
  await page.context().clearCookies();
  await pressButton(page, repair.note.button);
}

/** Signs in on another tab, as the page says. */
async function signInBeside(page: Page) {
  const other = await page.context().newPage();
  await enterAs(other, "agent");
  await other.close();
  await pressButton(page, sendAgain.goOn);
}

/** One's own account, and coming back to what was typed. The password stays the demo's: other walks sign in with it. */
export const ACCOUNT: Walk[] = [
  {
    name: "staff own account",
    states: [
      page("account: another password", async (page) => {
        await enterAs(page, "agent");
        await press(page, page.getByRole("navigation").getByRole("link", { name: pages.sessions }));
        await follow(page, ownPassword.title);
      }),
      refused("account: another password", (page) => pressButton(page, ownPassword.button)),
      page("account: a password that is changed", async (page) => {
        await page.getByLabel(ownPassword.present.label).fill(demo.password);
        await page.getByLabel(welcome.password.label).fill(demo.password);
        await pressButton(page, ownPassword.button);
      }),
      page("account: codes on another phone", (page) => follow(page, authenticator.title)),
      refused("account: codes on another phone", (page) => pressButton(page, authenticator.button)),
      page("account: signed out while writing", writeTooLong),
      page("account: send what was written", signInBeside),
      page("account: what was written is there", (page) => pressButton(page, sendAgain.send)),
    ],
  },
];
