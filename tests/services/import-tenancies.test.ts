import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeEach, expect, it } from "vitest";
import { importHomes } from "#app/services/import-homes.server.ts";
import { importTenancies } from "#app/services/import-tenancies.server.ts";
import type { Db } from "#db/client.ts";
import { freshFolder, onBothEngines } from "#tests/support/engines.ts";
import { homeRows, homesFile } from "#tests/support/homes-file.ts";

const now = new Date("2027-03-01T10:00:00Z");
const HEADING = "tenancy reference,uprn,name,other names,date of birth,phones,emails,start,end";
const uprn = (at: number) => String(100_000_000_000 + at * 13);
const many = Array.from({ length: 200 }, (_, at) => `T-${1000 + at},${uprn(at)},Tenant ${at},,,,,2020-01-01,`);
const joint = [
  `t-1,${uprn(0)},Ada Okafor,Ada Bello; Addy,04/07/1981,07700 900982 / 020 7946 0001,Ada@Example.com,01/04/2019,`,
  `T-1,${uprn(0)},Ben Okafor,,,,,2019-04-01,`,
];

onBothEngines("importing tenancies", (open) => {
  let db: Db;
  let folder: string;
  beforeEach(async () => {
    db = await open();
    folder = freshFolder();
    await importHomes(db, { file: homesFile(folder, homeRows(200)), now });
  });

  function write(lines: string[]): string {
    const file = `${folder}/tenancies.csv`;
    writeFileSync(file, `${lines.join("\r\n")}\r\n`);
    return file;
  }
  const importLines = (lines: string[], more: { full?: boolean; heading?: string } = {}) =>
    importTenancies(db, { file: write([more.heading ?? HEADING, ...lines]), full: more.full ?? false, now });

  /** A tenancy as people know it: where, when, and who with what contacts. */
  async function tenancy(reference: string) {
    const { tenancies, tenants, tenantContacts } = db.schema;
    const found = (await db.read.select().from(tenancies)).find((each) => each.reference === reference);
    const people = (await db.read.select().from(tenants)).filter(({ tenancyId }) => tenancyId === found?.id);
    const contacts = await db.read.select().from(tenantContacts);
    const of = (id: string) =>
      contacts
        .filter(({ tenantId }) => tenantId === id)
        .map(({ kind, value }) => `${kind} ${value}`)
        .sort();
    return (
      found && {
        ...found,
        people: people.map(({ id, name, ...rest }) => ({ name, ...rest, contacts: of(id) })).sort((a, b) => (a.name < b.name ? -1 : 1)),
      }
    );
  }
  const names = async (reference: string) => (await tenancy(reference))?.people.map(({ name }) => name);
  async function everything() {
    const { tenancies, tenants, tenantContacts, stagedTenancies } = db.schema;
    const rows = [tenancies, tenants, tenantContacts, stagedTenancies].map((table) => db.read.select().from(table as typeof tenancies));
    return (await Promise.all(rows)).map((all) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  }

  it("adds tenancies with their people, however dates and phone numbers are written; the same file again changes nothing", async () => {
    const result = await importLines([...many, ...joint, `T-2,${uprn(1)},Cy Past,,,,,2010-01-01,2012-05-06`]);
    expect(result).toMatchObject({ rows: 203, added: 202, changed: 0, ended: 0, rejected: 0 });
    expect(await tenancy("T-1")).toMatchObject({
      ...{ uprn: uprn(0), startsOn: "2019-04-01", endsOn: null },
      people: [
        {
          ...{ name: "Ada Okafor", otherNames: "Ada Bello; Addy", bornOn: "1981-07-04" },
          contacts: ["email ada@example.com", "phone +442079460001", "phone +447700900982"],
        },
        { name: "Ben Okafor", otherNames: null, bornOn: null, contacts: [] },
      ],
    });
    expect(await tenancy("T-2")).toMatchObject({ endsOn: "2012-05-06" });
    const before = await everything();
    const again = await importLines([...many, ...joint, `T-2,${uprn(1)},Cy Past,,,,,2010-01-01,2012-05-06`]);
    expect(again).toMatchObject({ rows: 203, added: 0, changed: 0, ended: 0 });
    expect(await everything()).toEqual(before);
  });

  it("follows who moves, leaves, joins and is reached otherwise, and leaves what the file has no heading for", async () => {
    await importLines([...many, ...joint, `T-3,${uprn(2)},Di Stay,,,07700 900111,,2020-01-01,`]);
    const changed = await importLines([
      `T-1,${uprn(5)},Ada Okafor,,1981-07-04,07700 900982;07700 900983,,2019-04-01,2027-06-30`,
      `T-1,${uprn(5)},Cleo Okafor,,,,,2019-04-01,2027-06-30`,
    ]);
    expect(changed).toMatchObject({ added: 0, changed: 1 });
    expect(await tenancy("T-1")).toMatchObject({
      ...{ uprn: uprn(5), endsOn: "2027-06-30", version: 1 },
      people: [
        { name: "Ada Okafor", otherNames: null, contacts: ["phone +447700900982", "phone +447700900983"], version: 1 },
        { name: "Cleo Okafor", contacts: [] },
      ],
    });
    await importLines([`T-1,${uprn(5)},Ada Okafor,2019-04-01`], { heading: "Tenancy reference,UPRN,Name,Start" });
    expect(await tenancy("T-1")).toMatchObject({
      endsOn: null,
      people: [{ name: "Ada Okafor", bornOn: "1981-07-04", contacts: { length: 2 } }],
    });
    expect(await tenancy("T-3")).toMatchObject({ version: 0, people: [{ contacts: ["phone +447700900111"] }] });
  });

  it("ends the tenancies a full file does not list, lets them go on when they are back, and keeps those whose row is bad", async () => {
    await importLines([...many, ...joint, `T-3,${uprn(2)},Di Stay,,,,,2020-01-01,`]);
    const bad = joint[1]?.replace("2019-04-01", "soon") ?? "";
    expect(await importLines([...many, joint[0] ?? "", bad], { full: true })).toMatchObject({ changed: 0, ended: 1, rejected: 1 });
    expect(await tenancy("T-3")).toMatchObject({ endsOn: "2027-03-01", version: 1 });
    expect(await names("T-1")).toEqual(["Ada Okafor", "Ben Okafor"]);
    expect(await importLines([...many, ...joint], { full: true })).toMatchObject({ ended: 0 });
    expect(await importLines([`T-3,${uprn(2)},Di Stay,,,,,2020-01-01,`])).toMatchObject({ changed: 1 });
    expect(await tenancy("T-3")).toMatchObject({ endsOn: null, version: 2 });
  });

  it("puts bad rows into a reject file with line and reason", async () => {
    const more = Array.from({ length: 300 }, (_, at) => `U-${at},${uprn(at % 200)},Other ${at},,,,,2020-01-01,`);
    const result = await importLines([
      ...many,
      ...more,
      "T-9,999,Nobody Here,,,,,2020-01-01,",
      `T-1000,${uprn(0)},Tenant 0,,,,,2020-01-01,`,
      `T-1000,${uprn(1)},Second Tenant,,,,,2020-01-01,`,
      `T-8,${uprn(1)},Bad Phone,,,12,,2020-01-01,`,
      `T-7,${uprn(1)},Bad Mail,,,,"a""b@c.example",2020-01-01,`,
      `T-6,${uprn(1)},Bad Date,,31/02/1990,,,2020-01-01,`,
      `T-5,${uprn(1)},Bad End,,,,,2020-01-01,2019-01-01`,
      `T-4,${uprn(1)},,,,,,2020-01-01,`,
    ]);
    expect(result).toMatchObject({ rows: 508, added: 500, rejected: 8 });
    const [, ...rows] = parse(readFileSync(`${folder}/tenancies.csv.rejects.csv`, "utf8"), { relax_column_count: true }) as string[][];
    expect(rows.map(([line, reason]) => `${line} ${reason}`)).toEqual([
      "502 no home has this uprn",
      "503 another row above has the same tenancy reference and name",
      "504 a row above has the same tenancy reference and another uprn, start or end",
      "505 phones has something that is no phone number",
      "506 emails has something that is no email address",
      "507 date of birth must be a date like 2019-04-01 or 01/04/2019",
      "508 end is before start",
      "509 name is empty",
    ]);
    expect(await names("T-1000")).toEqual(["Tenant 0"]);
  });

  it("changes nothing for a wrong heading, a file cut short or too many bad rows, and clears away what a crashed import left", async () => {
    await importLines([...many, ...joint]);
    const before = await everything();
    const other = many.map((line) => line.replace("Tenant", "Person"));
    await expect(importLines([`T-1,${uprn(0)},A`], { heading: "tenancy reference,uprn,name" })).rejects.toThrow('"start" is missing');
    await expect(importLines([...other, "T-1,1"], { full: true })).rejects.toThrow("cut short");
    await expect(
      importLines(
        other.map((line, at) => (at < 5 ? line.replace("2020", "") : line)),
        { full: true },
      ),
    ).rejects.toThrow("more than 2%");
    expect(await everything()).toEqual(before);
    const { tenancies, tenants, tenantContacts } = db.schema;
    await db.write(async (tx) => {
      await tx.insert(tenancies).values({ id: "left", reference: "LEFT", uprn: uprn(0), startsOn: "2020-01-01", endsOn: "0001-01-01" });
      await tx.insert(tenants).values({ id: "left", tenancyId: "left", name: "Left" });
      await tx.insert(tenantContacts).values({ id: "left", tenantId: "left", kind: "phone", value: "+447700900000" });
    });
    await importLines(many);
    expect(await everything()).toEqual(before);
  });
});
