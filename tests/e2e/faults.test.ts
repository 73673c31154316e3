import Database from "better-sqlite3";
import { en as words } from "#app/languages/en.ts";
import { startServer } from "#tests/support/browser-server.ts";
import { checkPage } from "./check-page.ts";
import { choose, goOn, heading, startReport } from "./report.ts";
import { expect, test } from "./test.ts";

const { unavailable, fault } = words.errorPages;

test("a fault of ours is a page with the phone number, and the report goes on when it is over @once", async ({ page }) => {
  const server = await startServer();
  const database = new Database(server.database);
  await startReport(page, server.url);

  database.exec("begin immediate");
  await goOn(page);
  await expect(heading(page)).toHaveText(unavailable.title);
  await checkPage(page);
  database.exec("rollback");

  database.exec("alter table drafts rename to drafts_away");
  await page.reload();
  await expect(heading(page)).toHaveText(fault.title);
  await checkPage(page);
  database.exec("alter table drafts_away rename to drafts");
  database.close();

  await page.reload();
  await choose(page, words.report.emergency.options.none);
  await expect(heading(page)).toHaveText(words.report.places.who.title);
  await server.stop();
});
