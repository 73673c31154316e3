import type { Page } from "@playwright/test";
import { ACCOUNT } from "./account-walks.ts";
import { ALONE } from "./alone-walks.ts";
import { CALLS } from "./calls-walks.ts";
import { checkErrors, checkPage, checkShown } from "./check-page.ts";
import { CLOSINGS } from "./closings-walks.ts";
import { CONTACT_CENTRE } from "./contact-centre-walks.ts";
import { DAY } from "./day-walks.ts";
import { DESK } from "./desk-walks.ts";
import { FIGURES } from "./figures-walks.ts";
import { FOLLOW } from "./follow-walks.ts";
import { HOUSEHOLD } from "./household-walks.ts";
import { JOURNEYS } from "./journey-walks.ts";
import { KEPT } from "./keep-walks.ts";
import { MESSAGES } from "./messages-walks.ts";
import { OTHERS } from "./other-walks.ts";
import { REPAIRS } from "./repairs-walks.ts";
import { SHIFT } from "./shift-walks.ts";
import { SLOTS } from "./slots-walks.ts";
import { STAFF } from "./staff-walks.ts";
import { expect, test } from "./test.ts";

/** What people see who report a repair or follow it, and what those see who work here. */
const TENANTS = [...JOURNEYS, ...OTHERS, ...FOLLOW];
const STAFF_PAGES = [STAFF, ACCOUNT, SLOTS, CLOSINGS, DAY, SHIFT, REPAIRS, FIGURES, ALONE, MESSAGES, KEPT, HOUSEHOLD];
const PHONE = [CONTACT_CENTRE, DESK, CALLS];

/** `SCREENSHOTS=folder` keeps what each page looks like. */
async function draw(page: Page, name: string) {
  const { SCREENSHOTS } = process.env;
  if (SCREENSHOTS) await page.screenshot({ path: `${SCREENSHOTS}/${name.replace(/[^\w/ ]+| (?=[^/]*$)/g, "-")}.png`, fullPage: true });
}

for (const { name, office = "open", states } of [...TENANTS, ...STAFF_PAGES.flat(), ...PHONE.flat()]) {
  test.describe("every page is usable by everybody", () => {
    test.use({ office });

    test(`${name} @state`, async ({ page }, { project }) => {
      const check = project.use.javaScriptEnabled === false ? checkPage : checkShown;
      for (const { name, reach, isError } of states) {
        await test.step(name, async () => {
          await reach(page);
          await draw(page, `${project.name}/${name}`);
          await check(page);
          if (isError) await checkErrors(page);
          else await expect(page).not.toHaveTitle(/^Error/);
        });
      }
    });
  });
}
