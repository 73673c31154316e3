import type { Page } from "@playwright/test";
import { staff } from "#app/languages/staff.ts";
import demo from "#db/seed/demo/staff.json" with { type: "json" };
import { codeAt } from "#tests/support/staff.ts";
import { follow, press, pressButton } from "./report.ts";
import { page, refused, type Walk } from "./states.ts";

const { calendar, slot } = staff;
const { signIn, code, welcome, sessions, accounts, account, pages } = staff;

/** Signs in with an account of the demo. */
export async function enterAs(page: Page, name: "agent" | "officer" | "manager" | "administrator", password = demo.password) {
  await page.goto("/staff/sign-in");
  await page.getByLabel(signIn.email.label).fill(`${name}@fernhill.example`);
  await page.getByLabel(signIn.password.label).fill(password);
  await pressButton(page, signIn.button);
}

export const slotOf = (page: Page, state: string) => page.locator(`.app-slot--${state}`).first();

const secretOf = (page: Page) => page.locator("input[name=secret]").inputValue();

async function giveCode(page: Page) {
  await page.getByRole("textbox", { name: code.code.label }).fill(codeAt(await secretOf(page), new Date()));
  await pressButton(page, code.button);
}

async function addAccount(page: Page) {
  await page.getByLabel(accounts.add.name.label).fill("Bo Person");
  await page.getByLabel(accounts.add.email.label).fill(`bo${Math.random()}@example.com`);
  await page.getByLabel(staff.roles.agent).check();
  await pressButton(page, accounts.add.button);
}

async function openLink(page: Page) {
  await page.goto("/staff/accounts");
  await addAccount(page);
  await page.goto(await page.locator(".govuk-notification-banner .app-key").innerText());
}

/** Signing in, and accounts. The manager ends with a second factor: other walks sign in as somebody else. */
export const STAFF: Walk[] = [
  {
    name: "staff sign in",
    states: [
      page("staff: sign in", (page) => page.goto("/staff")),
      refused("staff: sign in", (page) => pressButton(page, signIn.button)),
      refused("staff: a wrong password", (page) => enterAs(page, "manager", "not it")),
      page("staff: the start page", (page) => enterAs(page, "manager")),
      page("staff: where one is signed in", (page) => follow(page, pages.sessions)),
      page("staff: a second factor", (page) => page.goto("/staff/code?next=/staff/sessions")),
      refused("staff: a second factor", (page) => pressButton(page, code.button)),
      page("staff: a second factor that is right", giveCode),
      page("staff: signed out everywhere", (page) => pressButton(page, sessions.endAll)),
    ],
  },
  {
    name: "staff calendar",
    states: [
      page("calendar: this week", async (page) => {
        await enterAs(page, "officer");
        await page.getByRole("navigation").getByRole("link", { name: pages.calendar }).click();
      }),
      page("calendar: another week, one trade", async (page) => {
        await page.getByLabel(calendar.filter.trade).selectOption({ label: "Plumbing" });
        await page.getByLabel(calendar.filter.from).fill("2026-12-09");
        await pressButton(page, calendar.filter.button);
      }),
      page("calendar: a free slot", (page) => press(page, slotOf(page, "free"))),
      refused("calendar: a free slot", (page) => pressButton(page, slot.changes.stop)),
      page("calendar: a stopped slot", async (page) => {
        await page.getByLabel(slot.reason.label).fill("Training");
        await pressButton(page, slot.changes.stop);
      }),
      page("calendar: a visit", async (page) => {
        await page.goto("/staff/calendar");
        await press(page, slotOf(page, "booked"));
      }),
      page("calendar: a visit whose operative is off sick", async (page) => {
        await page.getByLabel(slot.reason.label).fill("Off sick");
        await pressButton(page, slot.changes.withdraw);
      }),
      page("calendar: needs moving", (page) => follow(page, slot.back)),
    ],
  },
  {
    name: "staff accounts",
    states: [
      page("staff: not for this role", async (page) => {
        await enterAs(page, "agent");
        await page.goto("/staff/accounts");
      }),
      page("staff: accounts", async (page) => {
        await page.context().clearCookies();
        await enterAs(page, "administrator");
        await follow(page, pages.accounts);
      }),
      refused("staff: a new account", (page) => pressButton(page, accounts.add.button)),
      page("staff: a new account with its link", addAccount),
      page("staff: one account", (page) => follow(page, `${accounts.change} Bo Person`)),
      page("staff: a new link", (page) => pressButton(page, account.welcome.button)),
      page("staff: choose a password", openLink),
      refused("staff: choose a password", (page) => pressButton(page, welcome.button)),
    ],
  },
];
