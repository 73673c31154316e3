import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import { addressLine } from "#app/domain/address.ts";
import { readHomeSearch } from "#app/domain/home-search.ts";
import { type Db, openDb } from "#db/client.ts";
import { searchHomes } from "#db/queries/search-homes.ts";
import { atEnd, onBothEngines } from "#tests/support/engines.ts";
import { LARGE_LANDLORD, largeLandlord, uprnOf } from "#tests/support/large-landlord.ts";
import { runOn } from "#tests/support/postgres-cluster.ts";

const TODAY = "2026-11-23";

/** The homes that something typed leads to: how many, and the first with who lives there. */
async function find(db: Db, typed: string): Promise<[number, string, string | null] | [0]> {
  const search = readHomeSearch(typed);
  const homes = search ? (await searchHomes(db, search, TODAY)).homes : [];
  return homes[0] ? [homes.length, addressLine(homes[0]), homes[0].names] : [0];
}

async function fill(url: string, engine: Db["engine"]) {
  if (engine === "postgres") {
    for (const statement of largeLandlord(engine)) await runOn(url, statement);
    return;
  }
  const file = new Sqlite(url);
  for (const pragma of ["synchronous = OFF", "foreign_keys = OFF"]) file.pragma(pragma);
  for (const statement of largeLandlord(engine)) file.exec(statement);
  file.close();
}

onBothEngines("homes of 200,000 with 150,000 tenancies", (_, freshUrl) => {
  it("are found by whatever is said of them, in any order and format, with typing errors in streets and names", async () => {
    const url = await freshUrl();
    const db = openDb(url);
    atEnd(() => db.close());
    await fill(url, db.engine);
    expect(await db.read.$count(db.schema.homes)).toBe(LARGE_LANDLORD.homes);
    const flat: [number, string, string] = [1, "Flat 3, 7 Alder Street, Fernhill, FH1 0AP", "Adam Adeyemi"];
    const house: [number, string, string] = [1, "18 Lime Street, Fernhill, FH2 2AP", "Fatima Baker"];
    const people = await db.read.select().from(db.schema.tenants).limit(1).offset(140_000);
    const { name = "" } = people[0] ?? {};
    const cases: [string, [number, string, string | null]][] = [
      ["7 alder st flat 3 fh1 0ap", flat],
      ["FH10AP, Flat 3", flat],
      ["flat3 7 ALDER STR fh1", flat],
      ["aldre street flat 3 7 fh1", flat],
      ["apt 3 adeyemi alder 7 fh1", flat],
      [uprnOf(2), flat],
      ["ten-2/01", flat],
      ["0700 0000 002", flat],
      ["+44 7000-000-002", flat],
      ["Tenant2@Example.COM ", flat],
      ["18 lime st fh22ap", house],
      ["baker lime street 18 fh2", house],
      ["bakre fatmia lime street", house],
      ["fatima baker lime stret", house],
      [
        name,
        [
          expect.any(Number) as unknown as number,
          expect.any(String) as unknown as string,
          expect.stringContaining(name) as unknown as string,
        ],
      ],
    ];
    for (const [typed, expected] of cases) expect(await find(db, typed), typed).toEqual(expected);
    expect((await find(db, "fh1 0ap"))[0]).toBe(40);
    expect((await find(db, "flat"))[0]).toBe(51);
    for (const typed of ["zzzz", "999 alder street", "07700 900982", "𞤀𞤁 ada", "' OR 1=1 --x", '"*^NEAR('])
      expect(await find(db, typed), typed).toEqual([0]);
  }, 300_000);
});
