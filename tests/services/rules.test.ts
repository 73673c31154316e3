import { beforeEach, expect, test } from "vitest";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { RuleKind, Rules } from "#app/domain/rules.ts";
import { readLandlord } from "#app/services/read-landlord.server.ts";
import { readBankHolidays, readRules } from "#app/services/read-rules.server.ts";
import type { Db } from "#db/client.ts";
import { findWindows } from "#db/queries/rules.ts";
import { onBothEngines } from "#tests/support/engines.ts";

const seed: Rules = readLandlord().rules;

async function addRule(db: Db, kind: RuleKind, fromDate: LocalDate, value: unknown) {
  await db.write(async (tx) => {
    await tx.insert(db.schema.rules).values({ id: `${kind}-${fromDate}`, kind, fromDate, value });
  });
}

onBothEngines("the rules in force", (open) => {
  let db: Db;
  beforeEach(async () => {
    db = await open();
    for (const kind of ["windows", "priorities", "booking"] as const) await addRule(db, kind, "2000-01-01", seed[kind]);
  });

  test("are the landlord's, as they were seeded", async () => {
    expect(await readRules(db, "2026-11-23")).toEqual(seed);
  });

  test("change on the date a later rule begins, and leave earlier dates and other kinds alone", async () => {
    await addRule(db, "booking", "2027-04-01", { ...seed.booking, leadDays: 3 });
    await addRule(db, "booking", "2027-06-01", { ...seed.booking, leadDays: 5 });
    const leadDays = async (date: LocalDate) => (await readRules(db, date)).booking.leadDays;
    expect(await leadDays("2027-03-31")).toBe(1);
    expect(await leadDays("2027-04-01")).toBe(3);
    expect(await leadDays("2027-05-31")).toBe(3);
    expect(await leadDays("2030-01-01")).toBe(5);
    expect((await readRules(db, "2027-04-01")).windows).toEqual(seed.windows);
  });

  test("of windows follow each date of a range", async () => {
    const late = seed.windows.filter(({ code }) => code === "morning");
    await addRule(db, "windows", "2027-04-01", late);
    const on = await findWindows(db, "2027-03-30", "2027-04-03");
    expect(on("2027-03-31")).toEqual(seed.windows);
    expect(on("2027-04-01")).toEqual(late);
    expect(on("2027-04-02")).toEqual(late);
  });

  test("are missed by name before they begin", async () => {
    await expect(readRules(db, "1999-12-31")).rejects.toThrow("There is no rule for windows yet");
  });

  test("are refused by name, date and field when a stored one is wrong", async () => {
    await addRule(db, "booking", "2027-04-01", { ...seed.booking, leadDays: -1 });
    await expect(readRules(db, "2027-04-01")).rejects.toThrow(/^The rule for booking from 2027-04-01 is wrong: leadDays: /);
  });

  test("count the bank holidays of their own nation", async () => {
    await db.write(async (tx) => {
      await tx.insert(db.schema.bankHolidays).values([
        { nation: "england", date: "2026-12-25", name: "Christmas Day" },
        { nation: "england", date: "2026-12-28", name: "Boxing Day" },
        { nation: "scotland", date: "2026-11-30", name: "St Andrew’s Day" },
      ]);
    });
    expect(await readBankHolidays(db, "england")).toEqual(new Set(["2026-12-25", "2026-12-28"]));
    expect(await readBankHolidays(db, "wales")).toEqual(new Set());
  });
});
