import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, inject, onTestFinished } from "vitest";
import { getCurrentTest } from "vitest/suite";
import { type Db, openDb } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { runOn } from "./postgres-cluster.ts";
import { TEMPLATE } from "./vitest-setup-postgres.ts";

/** Opens a fresh, migrated, empty database, closed and removed after the test (or the file, when opened in beforeAll). */
export type OpenFresh = () => Promise<Db>;

/** The same as a URL, for a test that starts a process of its own on it. */
export type FreshUrl = () => Promise<string>;

/** Runs the same tests on SQLite and on PostgreSQL. */
export function onBothEngines(name: string, define: (open: OpenFresh, freshUrl: FreshUrl) => void) {
  for (const [engine, freshUrl] of [["SQLite", freshSqlite] as const, ["PostgreSQL", freshPostgres] as const])
    describe(`${name} on ${engine}`, () => define(opening(freshUrl), freshUrl));
}

/** An opener of fresh databases of one engine. */
export function opening(freshUrl: FreshUrl): OpenFresh {
  return async () => {
    const db = openDb(await freshUrl());
    atEnd(() => db.close());
    return db;
  };
}

/** After the test; when no test is running (beforeAll), after the file. Last come, first done. */
export function atEnd(step: () => Promise<void> | void) {
  if (getCurrentTest()) onTestFinished(step);
  else afterAllSteps.unshift(step);
}

const afterAllSteps: (() => Promise<void> | void)[] = [];
afterAll(async () => {
  for (const step of afterAllSteps.splice(0)) await step();
});

/** A temporary folder of the test's own. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "repairs-test-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let template: Promise<string> | undefined;

async function makeTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "repairs-template-"));
  afterAllSteps.push(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "template.sqlite");
  await migrate(file, new Date());
  return file;
}

/** A copy of a migrated SQLite file. */
export async function freshSqlite(): Promise<string> {
  template ??= makeTemplate();
  const file = join(freshFolder(), "test.sqlite");
  copyFileSync(await template, file);
  return file;
}

/** A copy of a migrated PostgreSQL database, or an empty one with `from` "template1". */
export async function freshPostgres(from = TEMPLATE): Promise<string> {
  const cluster = await clusterUrl();
  const name = `test_${randomBytes(8).toString("hex")}`;
  await runOn(cluster, `create database ${name} template ${from} strategy file_copy`);
  atEnd(() => runOn(cluster, `drop database ${name} with (force)`));
  return cluster.replace(/\/postgres$/, `/${name}`);
}

async function clusterUrl(): Promise<string> {
  const answer = await fetch(inject("postgresStarter"));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
