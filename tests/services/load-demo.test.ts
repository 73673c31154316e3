import { describe, expect, test } from "vitest";
import { readHome } from "#app/domain/home.ts";
import { addDays, instantAt, localDate } from "#app/domain/local-date.ts";
import { waysToServe } from "#app/domain/offers.ts";
import { compareText, grouped } from "#app/domain/ordering.ts";
import { readPhone } from "#app/domain/phone.ts";
import { formatPostcode } from "#app/domain/postcode.ts";
import { readReference } from "#app/domain/reference.ts";
import { windowHours } from "#app/domain/rules.ts";
import { dueBy } from "#app/domain/target.ts";
import { DEMO_EXAMPLE, DEMO_STEPS } from "#app/services/demo/steps.server.ts";
import { demoRows } from "#app/services/load-demo.server.ts";
import { readLandlord } from "#app/services/read-landlord.server.ts";
import holidays from "#db/seed/bank-holidays.json";
import trades from "#db/seed/trades.json";
import { PROBLEMS } from "#tests/support/demo-catalogue.ts";

const { rules } = readLandlord();
const bankHolidays = new Set(holidays["england-and-wales"].map(({ date }) => date));
const rowsFrom = (today: string) => demoRows({ today, rules, bankHolidays, problems: PROBLEMS });
const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
const sorted = (list: Iterable<string>) => [...list].sort();

describe("the demo landlord", () => {
  const { patches, blocks, homes, contractors, operatives, operativeTrades, operativePatches } = rowsFrom("2026-11-23");

  test("has 2,000 homes in 4 patches and 60 blocks, and 30 operatives of whom 6 are a contractor's", () => {
    expect({ homes: homes.length, patches: patches.length, blocks: blocks.length, operatives: operatives.length }).toEqual({
      homes: 2000,
      patches: 4,
      blocks: 60,
      operatives: 30,
    });
    const outside = contractors.filter(({ inHouse }) => !inHouse).map(({ id }) => id);
    expect(outside).toHaveLength(1);
    expect(operatives.filter(({ contractorId }) => outside.includes(contractorId))).toHaveLength(6);
    expect(new Set(operatives.map(({ name }) => name)).size).toBe(30);
  });

  test("has homes that an import would take just so, no two alike", () => {
    for (const { patchId, blockId, ...home } of homes) {
      const cells = { ...home, line2: home.line2 ?? "", line3: home.line3 ?? "", town: home.town ?? "", easting: "", northing: "" };
      expect(readHome(cells)).toMatchObject({ home: { uprn: home.uprn, postcode: home.postcode, sortKey: home.sortKey } });
    }
    const addresses = homes.map(({ line1, line2, town, postcode }) => `${line1}, ${line2}, ${town}, ${postcode}`);
    expect(new Set(addresses).size).toBe(2000);
    expect(new Set(homes.map(({ uprn }) => uprn)).size).toBe(2000);
    expect(addresses).toContain("Flat 3, 12a Alder Court, Alder Road, Fernhill, FH11AD");
  });

  test("has flats in every block, homes in every patch and most kinds of tenure", () => {
    expect(sorted(new Set(homes.flatMap(({ blockId }) => blockId ?? [])))).toEqual(sorted(blocks.map(({ id }) => id)));
    for (const { id } of patches) expect(homes.filter(({ patchId }) => patchId === id).length).toBeGreaterThan(400);
    expect(sorted(new Set(homes.map(({ tenure }) => tenure)))).toEqual(
      sorted(["secure", "introductory", "flexible", "assured", "licence", "shared-ownership", "leaseholder", "temporary"]),
    );
  });

  test("can send every trade to every patch, by people with one to three trades and one or two patches", () => {
    const reach = operativeTrades.flatMap(({ tradeId, operativeId }) =>
      operativePatches.filter((patch) => patch.operativeId === operativeId).map(({ patchId }) => `${tradeId} in ${patchId}`),
    );
    expect(sorted(new Set(reach))).toEqual(sorted(trades.flatMap((trade) => patches.map(({ id }) => `${trade.id} in ${id}`))));
    for (const { id } of operatives) {
      expect([1, 2, 3]).toContain(operativeTrades.filter(({ operativeId }) => operativeId === id).length);
      expect([1, 2]).toContain(operativePatches.filter(({ operativeId }) => operativeId === id).length);
    }
  });

  test("lets nearly every home to invented people, each with a number for drama of their own", () => {
    const { tenancies, tenants, tenantContacts } = rowsFrom("2026-11-23");
    expect(tenancies.length).toBeGreaterThan(1900);
    expect(tenants.length).toBeGreaterThan(tenancies.length);
    const phones = tenantContacts.filter(({ kind }) => kind === "phone").map(({ value }) => value);
    expect(new Set(phones).size).toBe(tenants.length);
    for (const phone of phones) expect(phone).toMatch(/^\+44(7700900|1632960|1134960|1144960)\d{3}$/);
    for (const { value } of tenantContacts.filter(({ kind }) => kind === "email")) expect(value).toMatch(/@example\.com$/);
  });

  test("names an address to try: a tenant's, at a postcode with several homes", () => {
    const there = homes.filter(({ postcode }) => formatPostcode(postcode) === DEMO_EXAMPLE.postcode);
    expect(there).toHaveLength(DEMO_EXAMPLE.homes);
    const home = there.find(({ line1, town }) => `${line1}, ${town}` === DEMO_EXAMPLE.address);
    expect(home?.tenure).toBe("secure");
    expect(DEMO_STEPS.join()).toContain(`${DEMO_EXAMPLE.address}: its postcode is ${DEMO_EXAMPLE.postcode}`);
  });

  test("is the same for the same date, and has the same homes but other bookings on another", () => {
    const first = rowsFrom("2026-11-24");
    expect(rowsFrom("2026-11-24")).toEqual(first);
    expect(first.homes).toEqual(homes);
    expect(first.repairs).not.toEqual(rowsFrom("2026-11-25").repairs);
  });
});

describe.each(["2026-11-23", "2026-12-22", "2027-03-26", "2027-10-29", "2028-02-27"])("the demo's calendar from %s", (today) => {
  const rows = rowsFrom(today);
  const repairs = byId(rows.repairs);

  test("has slots in twelve weeks to come, none on a bank holiday, all within the hours of their window", () => {
    expect(rows.slots.filter(({ date }) => bankHolidays.has(date))).toEqual([]);
    const dates = sorted(new Set(rows.slots.map(({ date }) => date)));
    expect(dates.at(-1)?.localeCompare(addDays(today, 80))).toBe(1);
    for (const { window: code, date, starts, ends } of rows.slots) {
      const window = rules.windows.find((one) => one.code === code);
      expect(window && windowHours(window, date)).toEqual({ from: starts, to: ends });
    }
  });

  test("is fuller in the next days than in two months, and never full", () => {
    const share = (from: number, to: number) => {
      const slots = rows.slots.filter(({ date }) => date >= addDays(today, from) && date < addDays(today, to));
      return slots.filter(({ appointmentId }) => appointmentId).length / slots.length;
    };
    expect(share(0, 7)).toBeGreaterThan(0.5);
    expect(share(0, 7)).toBeLessThanOrEqual(0.8);
    expect(share(7, 14)).toBeGreaterThan(share(21, 28));
    expect(share(56, 84)).toBeLessThan(0.1);
  });

  test("has a free plumber in every patch within fourteen days", () => {
    for (const { id } of rows.patches) {
      const there = new Set(rows.operativePatches.filter(({ patchId }) => patchId === id).map(({ operativeId }) => operativeId));
      const plumbers = rows.operativeTrades.filter(({ tradeId, operativeId }) => tradeId === "plumbing" && there.has(operativeId));
      const free = rows.slots.filter(
        ({ operativeId, date, appointmentId }) =>
          !appointmentId && date > today && date <= addDays(today, 14) && plumbers.some((plumber) => plumber.operativeId === operativeId),
      );
      expect(free.length).toBeGreaterThan(0);
    }
  });

  test("has hundreds of appointments, done before today and booked from today on, two visits among them", () => {
    expect(rows.appointments.length).toBeGreaterThan(500);
    expect(rows.appointments.filter(({ slotsNeeded }) => slotsNeeded === 2).length).toBeGreaterThan(20);
    for (const { date, status } of rows.appointments) expect(status).toBe(date < today ? "done" : "booked");
  });

  test("says of every visit that is past how it went; only done closes the repair, and some need another visit", () => {
    const outcomes = new Map(rows.visits.map((visit) => [visit.appointmentId, visit]));
    const appointments = grouped(rows.appointments, ({ repairId }) => repairId);
    expect(sorted(outcomes.keys())).toEqual(sorted(rows.appointments.flatMap(({ id, status }) => (status === "done" ? [id] : []))));
    expect(sorted(new Set(rows.visits.map(({ outcome }) => outcome ?? "")))).toEqual(["could-not", "done", "more-work", "no-access"]);
    for (const [repairId, own] of appointments) {
      const { status, closedAt, waitsFor } = repairs.get(repairId) ?? {};
      const last = outcomes.get(own.toSorted((a, b) => compareText(a.date, b.date)).at(-1)?.id ?? "");
      const open = ["open", null, last ? "officer" : null];
      expect([status, closedAt, waitsFor]).toEqual(last?.outcome === "done" ? ["done", last.endedAt, null] : open);
    }
    expect([...appointments.values()].some(({ length }) => length > 1)).toBe(true);
  });

  test("has most repairs done in target", () => {
    const done = rows.repairs.filter(({ status }) => status === "done");
    const inTarget = done.filter(({ closedAt, dueOn }) => closedAt && localDate(closedAt) <= dueOn);
    expect(inTarget.length / done.length).toBeGreaterThan(0.8);
  });

  test("gives every appointment the slots it promises, of one operative who can do it there", () => {
    const homes = new Map(rows.homes.map((home) => [home.uprn, home]));
    const taken = rows.slots.filter(({ appointmentId }) => appointmentId);
    for (const { id, repairId, date, window, starts, ends, slotsNeeded = 0 } of rows.appointments) {
      const slots = taken.filter(({ appointmentId }) => appointmentId === id).sort((a, b) => (a.part ?? 0) - (b.part ?? 0));
      const [operativeId] = new Set(slots.map((slot) => slot.operativeId));
      expect(slots.map((slot) => [slot.operativeId, slot.date, slot.part])).toEqual(
        Array.from({ length: slotsNeeded }, (_, at) => [operativeId, date, at + 1]),
      );
      const ways = waysToServe(rules.windows, { date, window }, slotsNeeded);
      expect(ways.map((way) => way.join())).toContain(slots.map((slot) => slot.window).join());
      const promised = rules.windows.find(({ code }) => code === window);
      expect(promised && windowHours(promised, date)).toEqual({ from: starts, to: ends });
      const repair = repairs.get(repairId);
      expect(rows.operativeTrades).toContainEqual({ tradeId: repair?.trade, operativeId });
      expect(rows.operativePatches).toContainEqual({ operativeId, patchId: homes.get(repair?.uprn ?? "")?.patchId });
    }
  });

  test("has repairs that were reported before today, with the promise of their priority and references of their own", () => {
    const appointments = new Map(rows.appointments.map((appointment) => [appointment.repairId, appointment]));
    for (const { id, reference, raisedAt, priority: code, dueOn } of rows.repairs) {
      expect(raisedAt.getTime()).toBeLessThan(instantAt(today, "00:00").getTime());
      expect(raisedAt.getTime()).toBeLessThan(instantAt(appointments.get(id)?.date ?? "", "00:00").getTime());
      const priority = rules.priorities.find((one) => one.code === code);
      expect(priority && dueBy(priority.target, raisedAt, bankHolidays).dueOn).toBe(dueOn);
      expect(readReference(reference)).toBe(reference);
    }
    expect(new Set(rows.repairs.map(({ reference }) => reference)).size).toBe(rows.repairs.length);
  });

  test("has people whom no call, text or email reaches", () => {
    expect(rows.contacts).toHaveLength(rows.repairs.length);
    for (const { name, phone, email, confirmBy } of rows.contacts) {
      expect(readPhone(phone ?? "")?.number).toMatch(/^\+447700900\d{3}$/);
      expect(email ?? "nobody@example.com").toMatch(/^[a-z.]+@example\.com$/);
      expect(name).toMatch(/^\S+ \S+$/);
      if (confirmBy === "email") expect(email).not.toBeNull();
    }
  });
});
