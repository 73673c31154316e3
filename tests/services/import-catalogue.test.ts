import { writeFileSync } from "node:fs";
import { asc } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { effectiveOutcome } from "#app/domain/catalogue.ts";
import { importCatalogue } from "#app/services/import-catalogue.server.ts";
import type { Db } from "#db/client.ts";
import { currentCatalogue, problemById, problemsOf } from "#db/queries/catalogue.ts";
import { freshFolder, onBothEngines } from "#tests/support/engines.ts";

const now = new Date("2027-03-01T10:00:00Z");
/** Five columns, as a council keeps them: two and three levels, the same wording in two rooms, rows without a code. */
const TREE = [
  "Location,Problem,Detail,Code,Outcome",
  'Scullery,"Pump, or its handle",Drips,W100,book',
  'Scullery,"Pump, or its handle",Stuck,,book',
  "Scullery,Warped shelf,,W200,book",
  "Scullery,Stove,,,contact-us",
  'Scullery,"Walls, excluding damp",Loose tile,W300,book',
  "Parlour,Warped shelf,,W200,book",
  "Parlour,Warped shelf,Fallen down,W201,book",
  "Parlour,Damp or mould,From a leak,,emergency",
  "Parlour,Damp or mould,From something else,W400,book",
  "Parlour,Bell rope,,,not-eligible",
  "parlour,Warped  shelf,,W999,book",
];

onBothEngines("importing a catalogue", (open) => {
  let db: Db;
  let folder: string;
  beforeEach(async () => {
    db = await open();
    folder = freshFolder();
  });

  function importText(text: string, language = "en") {
    const file = `${folder}/tree.csv`;
    writeFileSync(file, text);
    return importCatalogue(db, { file, source: "tree.csv", language, now });
  }
  const importLines = (lines: string[], language?: string) => importText(`\uFEFF${lines.join("\r\n")}\r\n`, language);
  const versions = () => db.read.select().from(db.schema.catalogues).orderBy(asc(db.schema.catalogues.version));
  async function current() {
    const catalogue = await currentCatalogue(db.read, db.schema);
    return catalogue ? await problemsOf(db.read, db.schema, catalogue.id) : [];
  }

  it("takes a council's tree as it is, in its order", async () => {
    expect(await importLines(TREE)).toMatchObject({ version: 1, isNew: true, problems: 10 });
    expect(await versions()).toMatchObject([{ version: 1, language: "en", source: "tree.csv", addedAt: now }]);
    const leaves = await current();
    expect(leaves.map(({ position, location, problem, detail }) => [position, location, problem, detail])).toEqual([
      [0, "Scullery", "Pump, or its handle", "Drips"],
      [1, "Scullery", "Pump, or its handle", "Stuck"],
      [2, "Scullery", "Warped shelf", null],
      [3, "Scullery", "Stove", null],
      [4, "Scullery", "Walls, excluding damp", "Loose tile"],
      [5, "Parlour", "Warped shelf", null],
      [6, "Parlour", "Warped shelf", "Fallen down"],
      [7, "Parlour", "Damp or mould", "From a leak"],
      [8, "Parlour", "Damp or mould", "From something else"],
      [9, "Parlour", "Bell rope", null],
    ]);
    expect(leaves.map(({ hazard }) => hazard)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      "damp-and-mould",
      "damp-and-mould",
      null,
    ]);
    expect(leaves[0]).toMatchObject({ code: "W100", priority: "routine", visits: 1, audience: ["tenant"], presence: true, entry: false });
  });

  it("leads people to a call where a bookable row has no trade yet", async () => {
    await importLines(TREE);
    const leaves = await current();
    expect(leaves.map(({ outcome }) => outcome).filter((outcome) => outcome === "book")).toHaveLength(7);
    expect(new Set(leaves.map(effectiveOutcome))).toEqual(new Set(["contact-us", "emergency", "not-eligible"]));
  });

  it("says row by row what a person must still decide", async () => {
    const { decisions } = await importLines(TREE);
    const about = (part: string) => decisions.filter(({ message }) => message.includes(part)).map(({ line, path }) => `${line} ${path}`);
    expect(about("no code")).toEqual(["3 Scullery > Pump, or its handle > Stuck"]);
    expect(about("no trade")).toHaveLength(8);
    expect(about("others have details")).toEqual(["7 Parlour > Warped shelf", "12 parlour > Warped shelf"]);
    expect(about("already, on line 7")).toEqual(["12 parlour > Warped shelf"]);
    expect(decisions.map(({ line }) => line)).toEqual(decisions.map(({ line }) => line).toSorted((a, b) => a - b));
  });

  it("checks trades and priorities against the landlord's own", async () => {
    const { trades, rules } = db.schema;
    const target = { amount: 5, unit: "working-days" };
    await db.write(async (tx) => {
      await tx.insert(trades).values({ id: "plumbing", name: "Plumbing" });
      await tx
        .insert(rules)
        .values({ id: "r", kind: "priorities", fromDate: "2000-01-01", value: [{ code: "soon", name: { en: "Soon" }, target }] });
    });
    const heading = `${TREE[0]},Trade,Priority,Search_Words`;
    const rows = ["Hall,Pipe,,1,book,Plumbing,Soon,burst pipe", "Hall,Bell,,2,book,ringing,soon,", "Hall,Gong,,3,book,plumbing,routine,"];
    const { decisions } = await importLines([heading, ...rows]);
    expect(decisions).toEqual([
      { line: 3, path: "Hall > Bell", message: expect.stringContaining('The trade "ringing"') },
      { line: 4, path: "Hall > Gong", message: expect.stringContaining('The priority "routine"') },
    ]);
    expect((await current()).map(({ trade, priority, searchWords }) => [trade, priority, searchWords])).toEqual([
      ["plumbing", "soon", "burst pipe"],
      ["ringing", "soon", null],
      ["plumbing", null, null],
    ]);
  });

  it("changes nothing when the same rows come again", async () => {
    await importLines(TREE);
    const before = await current();
    expect(await importText(TREE.join("\n"))).toMatchObject({ version: 1, isNew: false, problems: 10 });
    expect([await versions(), await current()]).toMatchObject([{ length: 1 }, before]);
  });

  it("makes other rows a new version, and keeps the words that repairs point to", async () => {
    await importLines(TREE);
    const [old] = await current();
    expect(await importLines([TREE[0] ?? "", "Attic,Trunk,,9,book"])).toMatchObject({ version: 2, isNew: true });
    expect((await current()).map(({ location }) => location)).toEqual(["Attic"]);
    expect(await problemById(db.read, db.schema, old?.id ?? "")).toEqual(old);
    expect(await problemById(db.read, db.schema, "none")).toBeUndefined();
    expect(await importLines(TREE)).toMatchObject({ version: 3, isNew: true });
  });

  it("keeps a catalogue for each language, and shows another where one is missing", async () => {
    await importLines(TREE);
    await importLines([TREE[0] ?? "", "Atig,Cist,,9,book"], "cy");
    const found = async (language?: string) => (await currentCatalogue(db.read, db.schema, language))?.version;
    expect([await found(), await found("en"), await found("cy"), await found("fr")]).toEqual([1, 1, 2, 2]);
  });

  it("gives two imports at once a version each", async () => {
    const other = `${folder}/other.csv`;
    writeFileSync(other, `${TREE[0]}\nAttic,Trunk,,9,book\n`);
    const results = await Promise.all([importLines(TREE), importCatalogue(db, { file: other, source: "other", language: "en", now })]);
    expect(results.map(({ version }) => version).sort()).toEqual([1, 2]);
  });

  describe("changes nothing, and names line and column,", () => {
    const [heading = "", first = ""] = TREE;
    it.each<[string, string, RegExp]>([
      ["of a missing heading", "location,problem,detail,code\nA,B,,1", /line 1: the heading "outcome" is missing/],
      ["of an unknown heading", `${heading},colour\n${first},red`, /line 1: the heading "colour" is not known/],
      ["of an unknown outcome", `${heading}\n${first}\nA,B,,1,later`, /^line 3, outcome: "later" is not one of book/],
      ["of an empty problem", `${heading}\nA,,,1,book\n${first}`, /^line 2, problem: is empty/],
      ["of a row with a column too many", `${heading}\nA,B,,1,book,more\n${first}`, /^line 2: it has not as many columns/],
      ["of a last row cut short", `${heading}\n${first}\nA,B`, /^line 3: the last row has 2 of 5 columns/],
      ["of a quotation mark never closed", `${heading}\n${first}\nA,"B,,1,book\n`, /^line 3: a quotation mark is never closed/],
      ["of a heading alone", `${heading}\n`, /a heading and no rows/],
    ])("because %s", async (_, text, reason) => {
      await importLines(TREE);
      const before = [await versions(), await current()];
      await expect(importText(text)).rejects.toThrow(reason);
      expect([await versions(), await current()]).toEqual(before);
    });
  });
});
