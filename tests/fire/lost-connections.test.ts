import { expect, test } from "vitest";
import { sendBookers } from "#tests/support/bookers.ts";
import { expectKept, expectWhole } from "#tests/support/booking-truth.ts";
import { THURSDAY } from "#tests/support/calendar.ts";
import { freshPostgres } from "#tests/support/engines.ts";
import { flakyProxy } from "#tests/support/flaky-proxy.ts";
import { newVisitor, slugOf, submit, type Visit, visit, walkTo } from "#tests/support/http-journey.ts";
import { runOn } from "#tests/support/postgres-cluster.ts";
import { ANSWERS } from "#tests/support/report-answers.ts";
import { untilReady } from "#tests/support/server-process.ts";
import { addFree, startSmallLandlord } from "#tests/support/small-landlord.ts";

const DATES = [THURSDAY, "2026-11-27", "2026-11-30", "2026-12-01", "2026-12-02"];
const KILL = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

/** A page of ours that says the service is away and whom to call, and nothing of why. */
function expectAway({ status, html }: Visit) {
  expect(status).toBe(503);
  expect(html).toContain("Sorry, the service is not available just now");
  expect(html).toContain("01632 960 100");
  expect(html).not.toMatch(/\n\s+at |Error:|postgres|terminat|ECONN|select |update /i);
}

async function until(isSo: () => boolean) {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test("PostgreSQL ends every connection five times under load: the process lives, says 503, and goes on booking", async () => {
  const databaseUrl = await freshPostgres();
  const landlord = await startSmallLandlord(async () => databaseUrl);
  const { db, server } = landlord;
  for (const date of DATES) await addFree(landlord, { count: 100, date });
  const bookers = await sendBookers(landlord, { atOnce: 20, offers: DATES.map((date) => `${date}.morning`) });
  for (let kills = 0; kills < 5; kills++) {
    const enough = bookers.answered() + 60;
    await until(() => bookers.answered() > enough && bookers.inFlight() > 5);
    await runOn(databaseUrl, KILL);
  }
  await untilReady(server.url);
  const before = bookers.acknowledged.size;
  await until(() => bookers.acknowledged.size > before + 10);
  await bookers.finish();

  expect(process.kill(server.pid, 0), "the process lives").toBe(true);
  expect(bookers.unanswered()).toBe(0);
  expect(bookers.errors.length).toBeGreaterThan(0);
  for (const error of bookers.errors) expectAway(error);
  expect(server.output(), "the log says what failed, and nothing of a person's").toContain("Failed query");
  expect(server.output()).not.toMatch(/params:|kitchen tap drips|Ada Person|07700/);
  await expectKept(db, bookers.acknowledged);
  await expectWhole(db);
});

test("PostgreSQL that stops is a 503 with the phone number, and a report goes on when it is back", async () => {
  const databaseUrl = await freshPostgres();
  const proxy = await flakyProxy(databaseUrl);
  const landlord = await startSmallLandlord(async () => databaseUrl, { env: { DATABASE_URL: proxy.url } });
  const { server } = landlord;
  await addFree(landlord, { count: 1, date: THURSDAY });
  const visitor = newVisitor(server.url);
  const picker = await walkTo(visitor, "slot");

  await proxy.shut();
  expectAway(await visit(visitor, picker.path));
  expectAway(await submit(visitor, picker, { offer: `${THURSDAY}.morning` }));
  expect((await visit(visitor, "/readyz")).status).toBe(503);
  expect((await visit(visitor, "/healthz")).status).toBe(200);

  await proxy.open();
  expect((await visit(visitor, "/readyz")).status).toBe(200);
  const contact = await submit(visitor, picker, { offer: `${THURSDAY}.morning` });
  const check = await submit(visitor, contact, ANSWERS.contact);
  expect(slugOf(await submit(visitor, check))).toBe("confirmation");
});
