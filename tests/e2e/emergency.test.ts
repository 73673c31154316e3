import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { en as words } from "#app/languages/en.ts";
import { acknowledgementLink } from "#app/services/acknowledgement-link.server.ts";
import { checkErrors, checkPage } from "./check-page.ts";
import { choose, follow, goOnTo, heading, pressButton, startReport } from "./report.ts";
import { expect, test } from "./test.ts";

/** The link that the person on duty was sent last: the service's log has it, which tests do not read. */
function lastLink(database: string, origin: string): string {
  const db = new Database(database, { readonly: true, timeout: 5000 });
  const last = db.prepare("select id from messages where token_hash is not null order by id desc limit 1").pluck().get();
  db.close();
  const secret = readFileSync(join(dirname(database), "session-secret"), "utf8").trim();
  return acknowledgementLink(String(last), { secret, origin }).url;
}

test("an emergency is received, then seen by whoever is on duty @state", async ({ page, baseURL, database }) => {
  await startReport(page);
  await choose(page, words.report.emergency.options.flood);
  await pressButton(page, words.report.cannotCall.goOn);
  await goOnTo(page, "check");
  await pressButton(page, words.report.cannotCall.send);
  await expect(heading(page)).toHaveText("We have received this");

  const duty = await page.context().newPage();
  await expect.poll(async () => (await duty.goto(lastLink(database, baseURL ?? "")))?.status()).toBe(200);
  await checkPage(duty);
  await pressButton(duty, words.acknowledgement.button);
  await checkPage(duty);
  await checkErrors(duty);
  await duty.getByLabel(words.acknowledgement.name.label).fill("Pat Duty");
  await pressButton(duty, words.acknowledgement.button);
  await expect(duty.getByRole("main")).toContainText("Seen by Pat Duty at");
  await checkPage(duty);
  await duty.close();

  await follow(page, words.report.emergencySent.again);
  await expect(heading(page)).toHaveText(/^Seen at \d\d:\d\d$/);
  await checkPage(page);
});
