import { within } from "@testing-library/dom";
import { describe, expect, test } from "vitest";
import { en } from "#app/languages/en.ts";
import { openPhotoStore } from "#app/services/photo-store.server.ts";
import type { Db } from "#db/client.ts";
import { sqliteColumns } from "#db/columns/sqlite.ts";
import { schemaFor } from "#db/schema/schema.ts";
import { freshFolder, freshSqlite, opening } from "#tests/support/engines.ts";
import { aLandlord } from "#tests/support/landlord.ts";
import { Browser } from "#tests/support/pages.ts";
import { reportWorld } from "#tests/support/report-world.ts";

const PHONE = "01632 960 100";
const NOW = new Date("2026-11-23T09:00:00Z");

/** An installation whose database fails at every question, as it would when it is broken or away. */
function failing(error: Error): Db {
  const fail = () => {
    throw error;
  };
  return {
    engine: "sqlite",
    schema: schemaFor(sqliteColumns),
    read: new Proxy({}, { get: fail }),
    write: fail,
    close: async () => {},
  } as unknown as Db;
}

async function visit(error: Error, path = "/report") {
  const browser = new Browser({
    db: failing(error),
    landlord: aLandlord(),
    photos: openPhotoStore(freshFolder(), NOW),
    words: en,
    now: () => NOW,
  });
  return { browser, page: await browser.post(path) };
}

describe("a fault is a page that says so", () => {
  test("a fault of ours is 500 with the code that finds it in the log, and no word of what broke", async () => {
    const { browser, page } = await visit(new Error("no such column: secret_column"));
    expect(page.status).toBe(500);
    const body = within(page.document.body as HTMLElement);
    body.getByRole("heading", { level: 1, name: "Sorry, there is a problem with the service" });
    body.getByText("If you contact us about this problem, give this code: request");
    expect(body.getAllByText(PHONE).length).toBeGreaterThan(0);
    expect(page.html).not.toMatch(/secret_column|at .+\.ts/);
    expect(browser.faults).toHaveLength(1);
  });

  test.each([
    ["PostgreSQL shutting down", Object.assign(new Error("terminating connection"), { code: "57P01" })],
    ["a database nobody answers at", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
    ["SQLite's lock held too long", Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" })],
    ["a full disk", Object.assign(new Error("disk full"), { code: "SQLITE_FULL" })],
  ])("%s is 503 with the phone number: the same page may work in a minute", async (_, error) => {
    const { page } = await visit(error);
    expect(page.status).toBe(503);
    const body = within(page.document.body as HTMLElement);
    body.getByRole("heading", { level: 1, name: "Sorry, the service is not available just now" });
    expect(body.getAllByText(PHONE).length).toBeGreaterThan(0);
  });
});

describe("what is not there", () => {
  test.each(["/nowhere", "/report/unknown/emergency", "/report/unknown/slot", "/report/unknown/check", "/report/unknown/confirmation"])(
    "%s is 404 for whoever has no draft there",
    async (path) => {
      const { browser } = await reportWorld(await opening(freshSqlite)());
      const page = await browser().get(path);
      expect(page.status).toBe(404);
      within(page.document.body as HTMLElement).getByRole("heading", { level: 1, name: "Page not found" });
    },
  );

  test("another device's draft is 404 on every page, for reading and for writing", async () => {
    const { browser } = await reportWorld(await opening(freshSqlite)());
    const mine = await browser().post("/report");
    const other = browser();
    await other.post("/report");
    for (const step of ["emergency", "slot", "check", "confirmation", "resume"]) {
      const path = mine.path.replace("emergency", step);
      expect((await other.get(path)).status, `GET ${step}`).toBe(404);
      if (step !== "confirmation" && step !== "resume") expect((await other.post(path, { kind: "none" })).status, `POST ${step}`).toBe(404);
    }
  });
});
