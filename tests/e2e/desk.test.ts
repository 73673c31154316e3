import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { en as words } from "#app/languages/en.ts";
import { staff } from "#app/languages/staff.ts";
import { letTimePass, stopOtherSlots } from "./calendar.ts";
import { checkAccessibility } from "./check-page.ts";
import { beginCall } from "./desk-walks.ts";
import { chooseTime, draftOf, goOnTo, heading, pressButton, reportUntil, STUCK_DRAWER } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { expect, test } from "./test.ts";

const { call, report, saved, around } = staff.desk;

/** "25 keystrokes beyond what is said in words": what the agent types of the caller's words is not counted, every other key is. */
const MOST_KEYS = 25;

/** A tenancy of a home, the latest there, of somebody with a number of their own. */
function addTenancy(file: string, { uprn, name, phone }: { uprn: string; name: string; phone: string }) {
  const database = new Database(file, { timeout: 5000 });
  const insert = (table: string, row: Record<string, string | number>) => {
    const columns = Object.keys(row);
    database.prepare(`insert or replace into ${table} (${columns}) values (${columns.map((each) => `@${each}`)})`).run(row);
  };
  const id = `test-${uprn}`;
  insert("tenancies", { id, reference: id.toUpperCase(), uprn, starts_on: "2026-11-01", version: 0 });
  insert("tenants", { id, tenancy_id: id, name, born_on: "1985-03-27", version: 0 });
  insert("tenant_contacts", { id, tenant_id: id, kind: "phone", value: phone });
  database.close();
}

/** The keyboard of an agent, which counts what is pressed and not what is said. */
function keysOf(page: Page) {
  let pressed = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      pressed++;
    }
  };
  return {
    press,
    /** What the caller says. */
    say: (words: string) => page.keyboard.type(words),
    /** Enter, which leads to another page. */
    enter: async () => {
      const loaded = page.waitForEvent("load");
      await press("Enter");
      await loaded;
    },
    count: () => pressed,
  };
}

test("the standard call by the keyboard alone takes 25 keys at most beyond what is said @state", async ({ page, database }, {
  project,
}) => {
  const uprn = project.name === "desktop" ? "999000000004" : "999000000005";
  addTenancy(database, { uprn, name: "Grace Tenant", phone: "+442079460771" });
  await enterAs(page, "agent");
  const keys = keysOf(page);
  await keys.say("020 7946 0771");
  await keys.enter();
  // Without a script the one home that is found stands on a page of its own, and waits for Enter.
  if (project.name !== "desktop") await keys.enter();
  await expect(page.getByLabel(call.check.options.name, { exact: true })).toBeFocused();
  await keys.press("Space", "Tab", "Space");
  await keys.enter();
  await expect(page.getByRole("button", { name: call.reportFor("Grace Tenant") })).toBeFocused();
  await checkAccessibility(page);
  await keys.enter();
  await expect(page.getByLabel(report.search.label)).toBeFocused();
  await keys.say("dripping tap");
  await keys.enter();
  await expect(page.getByRole("radio").first()).toBeFocused();
  await keys.enter();
  await expect(page.getByText(/^Held until/)).toBeVisible();
  await expect(page.getByLabel(report.confirmed.yes)).toBeFocused();
  await keys.press("Space");
  await keys.enter();
  await expect(heading(page)).toHaveText(saved.booked);
  await checkAccessibility(page);
  expect(keys.count()).toBeLessThanOrEqual(MOST_KEYS);
});

test("a wrong answer, a caller who hangs up, another agent, and a repair that is reported already, by the keyboard alone @state", async ({
  page,
  browser,
  baseURL,
  database,
}, { project }) => {
  const uprn = project.name === "desktop" ? "999000000035" : "999000000037";
  addTenancy(database, { uprn, name: "Hugo Tenant", phone: "+447700900772" });
  await enterAs(page, "agent");
  const keys = keysOf(page);
  await beginCall(page, { uprn });
  await keys.press("Space", "Tab", "Space", "Tab", "Tab");
  await keys.say("28 3 1985");
  await keys.enter();
  await expect(page.locator(".govuk-error-summary")).toContainText(call.check.wrong(2));
  await page.getByLabel(call.check.said.label).focus();
  await keys.say("27 March 1985");
  await keys.enter();
  await keys.enter();
  await keys.say("dripping tap");
  await keys.enter();
  await keys.enter();
  await expect(page.getByText(/^Held until/)).toBeVisible();

  const context = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: project.name === "desktop" });
  const other = await context.newPage();
  await enterAs(other, "officer");
  const theirs = keysOf(other);
  await beginCall(other, { uprn, typed: "07700 900772" });
  await theirs.press("Space", "Tab", "Space");
  await theirs.enter();
  await expect(other.getByRole("button", { name: /^Go on with the report that/ })).toBeFocused();
  await theirs.enter();
  await expect(other.getByText(/began this report and may be on it now/)).toBeVisible();
  await other.getByLabel(report.confirmed.yes).focus();
  await theirs.press("Space");
  await theirs.enter();
  await expect(heading(other)).toHaveText(saved.booked);
  const reference = await other.locator(".govuk-panel strong").innerText();
  // The first agent, who still has it on the screen, sees what it came to.
  await keys.press("Space");
  await keys.enter();
  await expect(heading(page)).toHaveText(saved.booked);
  await expect(page.locator(".govuk-panel")).toContainText(reference);

  await other.getByRole("link", { name: saved.another }).focus();
  await theirs.enter();
  await expect(other.getByRole("heading", { name: around.heading })).toBeVisible();
  await other.getByRole("button", { name: new RegExp(`^${around.same}.*${reference}`) }).focus();
  await theirs.enter();
  await expect(other.getByText(call.saved.chased)).toBeVisible();
  await context.close();
});

test("an agent and a tenant want the last time: who saves first has it, and the other is told and keeps every answer @state", async ({
  page: tenant,
  browser,
  baseURL,
  database,
}, { project }) => {
  await reportUntil(tenant, "slot", STUCK_DRAWER);
  await chooseTime(tenant, 0);
  await goOnTo(tenant, "check");
  stopOtherSlots(database, draftOf(tenant));
  letTimePass(database, draftOf(tenant), 11);

  const uprn = project.name === "desktop" ? "999000000041" : "999000000042";
  addTenancy(database, { uprn, name: "Ivy Tenant", phone: "+447700900773" });
  const agent = await browser.newPage({ ...(baseURL && { baseURL }), javaScriptEnabled: project.name === "desktop" });
  await enterAs(agent, "agent");
  await beginCall(agent, { uprn, typed: "07700 900773" });
  for (const name of Object.values(call.check.options)) await agent.getByLabel(name, { exact: true }).first().check();
  await pressButton(agent, call.check.button);
  await pressButton(agent, call.reportFor("Ivy Tenant"));
  await agent.getByLabel(report.search.label).fill("drawer stuck");
  await pressButton(agent, report.search.button);
  await pressButton(agent, report.matches.button);
  await agent.getByLabel(report.confirmed.yes).check();
  await pressButton(agent, report.save);
  await expect(heading(agent)).toHaveText(saved.booked);
  await agent.context().close();

  await pressButton(tenant, words.report.check.book);
  await expect(tenant.getByRole("alert")).toContainText(words.report.slot.gone);
  await chooseTime(tenant, 0);
  await expect(tenant.getByLabel(words.report.contact.name.label)).toHaveValue("Sam Taylor");
});
