import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { importHomes } from "#app/services/import-homes.server.ts";
import type { Db } from "#db/client.ts";
import { freshFolder, onBothEngines } from "#tests/support/engines.ts";

const now = new Date("2027-03-01T23:30:00Z");
const HEADING = "uprn,line1,line2,line3,town,postcode,patch,block,tenure,easting,northing";
const good = (uprn: number, line1: string) => `${uprn},${line1},,,Fernhill,LN1 1AA,North,,secure,,`;
/** Enough good rows that a few bad ones are not too many. */
const many = Array.from({ length: 200 }, (_, at) => good(1000 + at, `${at + 1} High Street`));

onBothEngines("bad rows and bad files of homes", (open) => {
  let db: Db;
  let folder: string;
  beforeEach(async () => {
    db = await open();
    folder = freshFolder();
  });

  function write(lines: string[] | Buffer | string, name = "homes.csv"): string {
    const file = `${folder}/${name}`;
    writeFileSync(file, Array.isArray(lines) ? `${lines.join("\r\n")}\r\n` : lines);
    return file;
  }
  const importLines = (lines: string[], full = false) => importHomes(db, { file: write([HEADING, ...lines]), full, now });
  const homeOf = async (uprn: string) => (await db.read.select().from(db.schema.homes).where(eq(db.schema.homes.uprn, uprn)))[0];
  async function everything() {
    const { homes, patches, blocks, stagedHomes } = db.schema;
    return [
      await db.read.select().from(homes).orderBy(asc(homes.uprn)),
      await db.read.select().from(patches).orderBy(asc(patches.name)),
      await db.read.select().from(blocks).orderBy(asc(blocks.name)),
      await db.read.select().from(stagedHomes),
    ];
  }

  it("puts bad rows into a reject file with line and reason, and loads the rest", async () => {
    const bad = [
      `1,=cmd|'/c calc'!A1,,,,NOWHERE,North,,secure,,`,
      "x,1 Mill Lane,,,,LN1 1AB,North,,secure,,",
      "2,2 Mill Lane,,,,LN1 1AB,North,secure,,",
    ];
    const result = await importLines([...many, bad[0] ?? "", bad[1] ?? "", bad[2] ?? "", good(1000, "Another home"), good(3, "Last")]);
    expect(result).toMatchObject({ rows: 205, added: 201, rejected: 4, rejectFile: `${folder}/homes.csv.rejects.csv` });
    const rejects = readFileSync(`${folder}/homes.csv.rejects.csv`, "utf8");
    const [heading, ...rows] = parse(rejects, { relax_column_count: true }) as string[][];
    expect(heading).toEqual(["reject line", "reject reason", ...HEADING.split(",")]);
    expect(rows.map((cells) => cells.slice(0, 4))).toEqual([
      ["202", "postcode is not a postcode", "1", "'=cmd|'/c calc'!A1"],
      ["203", "uprn must be 1 to 12 digits", "x", "1 Mill Lane"],
      ["204", "it has not as many columns as the heading", "2", "2 Mill Lane"],
      ["205", "another row above has the same uprn", "1000", "Another home"],
    ]);
    expect(await homeOf("1000")).toMatchObject({ line1: "1 High Street" });
  });

  it("takes a reject file back once it is put right, and removes the one of the run before", async () => {
    await importLines([...many, "1,1 Mill Lane,,,,NOWHERE,North,,secure,,"]);
    const rejects = `${folder}/homes.csv.rejects.csv`;
    const fixed = write(readFileSync(rejects, "utf8").replace("NOWHERE", "LN1 1AB"), "fixed.csv");
    expect(await importHomes(db, { file: fixed, now })).toMatchObject({ added: 1, rejected: 0 });
    await importLines(many);
    expect(existsSync(rejects)).toBe(false);
  });

  it("does not end a home whose row is bad", async () => {
    await importLines([...many, good(1, "Rose Cottage")]);
    expect(await importLines([...many, good(1, "Rose Cottage").replace("LN1 1AA", "?")], true)).toMatchObject({ ended: 0, rejected: 1 });
    expect(await homeOf("1")).toMatchObject({ endedOn: null, version: 0 });
  });

  describe("changes nothing, and says why,", () => {
    const whole = [HEADING, ...many];
    const tooMany = many.map((line, at) => (at < 5 ? line.replace("LN1 1AA", "?") : line));
    it.each<[string, string[] | Buffer | string, RegExp]>([
      ["of a missing heading", ["uprn,line1,tenure", "1,1 Mill Lane,secure"], /line 1: the heading "postcode" is missing/],
      ["of an unknown heading", ["uprn,line1,postcode,tenur", "1,a,LN1 1AA,secure"], /line 1: the heading "tenur" is not known/],
      ["of a heading twice", ["uprn,line1,postcode,tenure,UPRN", "1,a,LN1 1AA,secure,1"], /the heading "uprn" is there twice/],
      ["of a last row cut short", `${whole.join("\n")}\n9,Rose Cot`, /line 202: the last row has 2 of 11 columns/],
      [
        "of a quotation mark never closed",
        `${whole.join("\n")}\n9,"Rose Cottage,,,,LN1 1AA,,,secure,,\n`,
        /line \d+: a quotation mark is never closed/,
      ],
      [
        "of a quotation mark out of place",
        `${whole.join("\n")}\n9,5" pipe,,,,LN1 1AA,,,secure,,\n`,
        /line 202: a quotation mark is in the wrong place/,
      ],
      ["of more than 2% bad rows", [HEADING, ...tooMany], /5 of 200 rows are bad, more than 2%/],
      ["of bytes that are not UTF-8", Buffer.from(`${whole.join("\n")}\n9,Caf\xe9,,,,LN1 1AA,,,secure,,\n`, "latin1"), /not UTF-8/],
      ["of an empty file", "", /the file is empty/],
      ["of a heading alone", [HEADING], /a heading and no rows/],
    ])("because %s", async (_, lines, reason) => {
      await importLines([...many, good(1, "Rose Cottage")]);
      const before = await everything();
      await expect(importHomes(db, { file: write(lines), full: true, now })).rejects.toThrow(reason);
      expect(await everything()).toEqual(before);
    });

    it("because there is no such file", async () => {
      await expect(importHomes(db, { file: `${folder}/none.csv`, now })).rejects.toThrow("none.csv cannot be read: there is no such file");
    });
  });

  it("takes exactly 2% bad rows", async () => {
    const lines = many.map((line, at) => (at < 4 ? line.replace("LN1 1AA", "?") : line));
    expect(await importLines(lines)).toMatchObject({ added: 196, rejected: 4 });
  });
});
