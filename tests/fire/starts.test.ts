import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDb } from "#db/client.ts";
import { expectWhole } from "#tests/support/booking-truth.ts";
import { NOW, THURSDAY } from "#tests/support/calendar.ts";
import { atEnd, freshFolder, onBothEngines } from "#tests/support/engines.ts";
import {
  documentOf,
  formBody,
  newVisitor,
  ownForm,
  send,
  slugOf,
  submit,
  type Visitor,
  visit,
  walkTo,
} from "#tests/support/http-journey.ts";
import { ANSWERS } from "#tests/support/report-answers.ts";
import { refusedStart, type Settings, startServer } from "#tests/support/server-process.ts";
import { addFree, landlordFile, startSmallLandlord } from "#tests/support/small-landlord.ts";

const portOf = (url: string) => Number(new URL(url).port);

/** Books Thursday morning, or the first time there is. */
async function bookFirst(visitor: Visitor) {
  const picker = await walkTo(visitor, "slot");
  const [first] = documentOf(picker).querySelectorAll<HTMLInputElement>("main input[name=offer]");
  const contact = await submit(visitor, picker, { offer: first?.value ?? "" });
  const end = await submit(visitor, await submit(visitor, contact, ANSWERS.contact));
  expect(slugOf(end)).toBe("confirmation");
  return end;
}

const mainOf = (page: { html: string }) => documentOf(page).querySelector("main")?.textContent;

onBothEngines("A server that is stopped and started again", (_, freshUrl) => {
  test("still has every booking, and every report that was begun", async () => {
    const landlord = await startSmallLandlord(freshUrl);
    await addFree(landlord, { count: 2, date: THURSDAY });
    const [booked, begun] = [newVisitor(landlord.server.url), newVisitor(landlord.server.url)];
    const confirmation = await bookFirst(booked);
    const describe = await walkTo(begun, "describe");
    await submit(begun, describe, { description: "Half told" });

    expect(await landlord.server.stop()).toBe(0);
    const again = await startServer({ ...landlord.settings, port: portOf(landlord.server.url) });

    expect(mainOf(await visit(booked, confirmation.path))).toBe(mainOf(confirmation));
    const home = await visit(begun, "/");
    const resume = documentOf(home).querySelector("main a[href*=resume]")?.getAttribute("href") ?? "";
    const resumed = await visit(begun, resume);
    expect(slugOf(resumed)).toBe("photos");
    expect((await visit(begun, describe.path)).html).toContain("Half told");
    expect(await expectWhole(landlord.db)).toEqual({ booked: 1, taken: 1, held: 0 });
    expect(again.output()).not.toMatch(/"level":(50|60)/);
  });

  test("loads the demo the first time only, and books in it", async () => {
    const settings: Settings = { databaseUrl: await freshUrl(), dataDir: freshFolder(), env: {} };
    const first = await startServer(settings);
    const db = openDb(settings.databaseUrl ?? "");
    atEnd(() => db.close());
    const tables = [db.schema.homes, db.schema.operatives, db.schema.slots, db.schema.catalogues];
    const counts = async () => Promise.all(tables.map((table) => db.read.$count(table)));
    const loaded = await counts();
    expect(loaded[0]).toBeGreaterThan(1900);
    expect(first.output()).toContain("This is a demo landlord");
    const confirmation = await bookFirst(newVisitor(first.url));
    expect(mainOf(confirmation)).toContain("Repair booked");
    await first.stop();

    const second = await startServer({ ...settings, port: portOf(first.url) });
    expect(await counts()).toEqual(loaded);
    await second.stop();

    const refused = await refusedStart({ ...settings, env: { LANDLORD_CONFIG: landlordFile() } });
    expect(refused.code).toBe(1);
    expect(refused.said.trim().split("\n").at(-1)).toMatch(/^This database holds the demo/);
    expect(refused.said).not.toMatch(/\n\s+at /);
  });

  test("is a real landlord's from the first start: no homes, no operatives, no demo", async () => {
    const { db, server } = await startSmallLandlord(freshUrl);
    expect(server.output()).not.toContain("demo");
    expect(await db.read.$count(db.schema.homes)).toBe(1);
    expect(await db.read.$count(db.schema.operatives)).toBe(0);
    expect(await db.read.$count(db.schema.slots)).toBe(0);
  });

  test("refuses the demo in a landlord's database", async () => {
    const { settings, server } = await startSmallLandlord(freshUrl);
    await server.stop();
    const { code, said } = await refusedStart({ ...settings, env: {} });
    expect(code).toBe(1);
    expect(said.trim()).toBe("LANDLORD_CONFIG is missing: this database is a landlord's, and the demo cannot use it");
  });

  test("finishes the requests that are under way when it is told to stop, and ends well", async () => {
    const landlord = await startSmallLandlord(freshUrl);
    await addFree(landlord, { count: 20, date: THURSDAY });
    const visitors = Array.from({ length: 10 }, () => newVisitor(landlord.server.url));
    const checks = [];
    for (const visitor of visitors) {
      const contact = await walkTo(visitor, "contact", { slot: { offer: `${THURSDAY}.morning` } });
      checks.push({ visitor, path: (await submit(visitor, contact, ANSWERS.contact)).path });
    }
    const sent = checks.map(async ({ visitor, path }) => {
      const { status } = await send(visitor, path, { method: "POST", body: formBody({}), headers: ownForm(visitor) });
      return status;
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const ended = landlord.server.stop("SIGTERM");
    const answers = await Promise.all(sent);
    expect(await ended).toBe(0);
    expect(answers).toEqual(answers.map(() => 303));
    expect((await expectWhole(landlord.db)).booked).toBe(visitors.length);
  });
});

test("A port in use, and a setting that is wrong, are one line each", async () => {
  const env = { LANDLORD_CONFIG: landlordFile() };
  const server = await startServer({ env });
  const port = portOf(server.url);
  const inUse = await refusedStart({ env, port });
  expect(inUse.code).toBe(1);
  // The log's own lines come by another pipe, before it or after it.
  const said = inUse.said.split("\n").filter((line) => line !== "" && !line.startsWith("{"));
  expect(said).toEqual([expect.stringMatching(new RegExp(`${port}`))]);
  expect(inUse.said).not.toMatch(/\n\s+at /);

  const dataDir = freshFolder();
  const wrong = { LANDLORD_CONFIG: landlordFile({ phone: "call us" }) };
  const refused = await refusedStart({ dataDir, env: wrong });
  expect(refused).toEqual({ code: 1, said: `${wrong.LANDLORD_CONFIG}: phone: must be a phone number, digits and spaces\n` });
  expect(existsSync(join(dataDir, "repairs.db"))).toBe(false);
  for (const [name, value] of [
    ["PORT", "99999"],
    ["PUBLIC_URL", "repairs.example.gov.uk"],
    ["TRUST_PROXY", "yes"],
    ["TEST_CLOCK", NOW.toISOString()],
    ["SESSION_SECRET", "short"],
  ] as const) {
    const { code, said } = await refusedStart({ env: { [name]: value } });
    expect({ code, lines: said.trim().split("\n").length }, said).toEqual({ code: 1, lines: 1 });
    expect(said).toMatch(new RegExp(`^${name}: `));
  }
});
