import { ACCOUNT } from "./account-walks.ts";
import { ALONE } from "./alone-walks.ts";
import { CALLS } from "./calls-walks.ts";
import { checkErrors, checkPage } from "./check-page.ts";
import { CLOSINGS } from "./closings-walks.ts";
import { DAY } from "./day-walks.ts";
import { FIGURES } from "./figures-walks.ts";
import { FOLLOW } from "./follow-walks.ts";
import { JOURNEYS } from "./journey-walks.ts";
import { MESSAGES } from "./messages-walks.ts";
import { OTHERS } from "./other-walks.ts";
import { REPAIRS } from "./repairs-walks.ts";
import { SHIFT } from "./shift-walks.ts";
import { SLOTS } from "./slots-walks.ts";
import { STAFF } from "./staff-walks.ts";
import { expect, test } from "./test.ts";

const OFFICE = [...STAFF, ...ACCOUNT, ...SLOTS, ...CLOSINGS, ...DAY, ...SHIFT, ...REPAIRS, ...FIGURES, ...ALONE, ...MESSAGES, ...CALLS];

for (const { name, office = "open", states } of [...JOURNEYS, ...OTHERS, ...FOLLOW, ...OFFICE]) {
  test.describe("every page is usable by everybody", () => {
    test.use({ office });

    test(`${name} @state`, async ({ page }, { project }) => {
      for (const { name, reach, isError } of states) {
        await test.step(name, async () => {
          await reach(page);
          if (process.env.SCREENSHOTS)
            await page.screenshot({ path: `${process.env.SCREENSHOTS}/${project.name}/${name.replace(/\W+/g, "-")}.png`, fullPage: true });
          await checkPage(page);
          if (isError) await checkErrors(page);
          else await expect(page).not.toHaveTitle(/^Error/);
        });
      }
    });
  });
}
