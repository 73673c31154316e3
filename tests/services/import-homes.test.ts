import { writeFileSync } from "node:fs";
import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { importHomes } from "#app/services/import-homes.server.ts";
import type { Db } from "#db/client.ts";
import { freshFolder, onBothEngines } from "#tests/support/engines.ts";
import { homeRows, homesFile } from "#tests/support/homes-file.ts";

const now = new Date("2027-03-01T23:30:00Z");
const HEADING = "uprn,line1,line2,line3,town,postcode,patch,block,tenure,easting,northing";
const good = (uprn: number, line1: string) => `${uprn},${line1},,,Fernhill,LN1 1AA,North,,secure,,`;
const many = Array.from({ length: 200 }, (_, at) => good(1000 + at, `${at + 1} High Street`));

onBothEngines("importing homes", (open) => {
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
  const homes = () => db.read.select().from(db.schema.homes).orderBy(asc(db.schema.homes.postcode), asc(db.schema.homes.sortKey));
  const homeOf = async (uprn: string) => (await db.read.select().from(db.schema.homes).where(eq(db.schema.homes.uprn, uprn)))[0];
  const staged = () => db.read.$count(db.schema.stagedHomes);
  async function everything() {
    const { homes, patches, blocks, stagedHomes } = db.schema;
    return [
      await db.read.select().from(homes).orderBy(asc(homes.uprn)),
      await db.read.select().from(patches).orderBy(asc(patches.name)),
      await db.read.select().from(blocks).orderBy(asc(blocks.name)),
      await db.read.select().from(stagedHomes),
    ];
  }

  async function openRepair(uprn: string, reference: string, status = "open") {
    const { catalogues, problems, repairs } = db.schema;
    const problem = { id: "p", catalogueId: "c", position: 0, location: "Kitchen", problem: "Tap", outcome: "book", visits: 1 };
    const raised = { problemId: "p", location: "Kitchen", problem: "Tap", priority: "routine", dueOn: "2027-04-01" };
    await db.write(async (tx) => {
      await tx
        .insert(catalogues)
        .values({ id: "c", version: 1, language: "en", source: "t", fingerprint: "t", addedAt: now })
        .onConflictDoNothing();
      await tx
        .insert(problems)
        .values({ ...problem, audience: ["tenant"], presence: true, entry: false })
        .onConflictDoNothing();
      await tx.insert(repairs).values({
        ...raised,
        id: reference,
        reference,
        submission: reference,
        uprn,
        language: "en",
        channel: "phone",
        raisedAt: now,
        status,
      });
    });
  }

  it("brings in homes with their patches and blocks, in the order people look for them", async () => {
    const lines = [
      `0000100,10 High Street,,,Fernhill,ln11aa,North,,Secure,497500.4,371000`,
      `101,2 High Street,,,Fernhill,LN1 1AA,North,,shared ownership,,`,
      `102,Flat 10,12a High Street,,Fernhill,LN1 1AA,South,Elm Court,leaseholder,,`,
      `103,"Flat 3, 12a High Street",,,Fernhill,LN1 1AA,South,Elm Court,communal,,`,
    ];
    const result = await importLines(lines);
    expect(result).toEqual({ rows: 4, added: 4, changed: 0, ended: 0, endedWithRepairs: [], rejected: 0, rejectFile: undefined });
    const { patches, blocks } = db.schema;
    const [north, south] = await db.read.select().from(patches).orderBy(asc(patches.name));
    const [court] = await db.read.select().from(blocks);
    expect([north?.name, south?.name, court]).toEqual(["North", "South", { id: court?.id, name: "Elm Court", patchId: south?.id }]);
    expect((await homes()).map(({ line1, line2, patchId, blockId }) => [line1, line2, patchId, blockId])).toEqual([
      ["2 High Street", null, north?.id, null],
      ["10 High Street", null, north?.id, null],
      ["Flat 3, 12a High Street", null, south?.id, court?.id],
      ["Flat 10", "12a High Street", south?.id, court?.id],
    ]);
    expect(await homeOf("100")).toMatchObject({
      postcode: "LN11AA",
      tenure: "secure",
      easting: 497500,
      northing: 371000,
      endedOn: null,
      version: 0,
    });
    expect(await staged()).toBe(0);
  });

  it("changes nothing when it runs again", async () => {
    const file = homesFile(folder, homeRows(2500));
    await importHomes(db, { file, now });
    const before = await everything();
    expect(await importHomes(db, { file, full: true, now })).toMatchObject({ rows: 2500, added: 0, changed: 0, ended: 0 });
    expect(await everything()).toEqual(before);
  });

  it("changes only what differs, and moves a block with its homes", async () => {
    await importLines([...many, "1,1 Mill Lane,,,,LN1 1AB,North,Mill,secure,,"]);
    const result = await importLines([...many.slice(1), good(1000, "1a High Street"), "1,1 Mill Lane,,,,LN1 1AB,South,Mill,assured,5,6"]);
    expect(result).toMatchObject({ added: 0, changed: 2 });
    expect((await homes()).filter(({ version }) => version > 0).map(({ uprn, version }) => [uprn, version])).toEqual([
      ["1000", 1],
      ["1", 1],
    ]);
    const moved = await homeOf("1");
    const [block] = await db.read.select().from(db.schema.blocks);
    expect(moved).toMatchObject({ tenure: "assured", easting: 5, northing: 6, patchId: block?.patchId });
    expect(moved?.patchId).not.toBe((await homeOf("1001"))?.patchId);
  });

  it("leaves what the file has no column for, and takes away what it leaves empty", async () => {
    await importLines(["1,1 Mill Lane,Village,,Fernhill,LN1 1AB,North,Mill,secure,5,6"]);
    const kept = await homeOf("1");
    await importHomes(db, { file: write(["Tenure,POSTCODE,Address line 1,UPRN", "flexible,LN1 1AB,1 Mill Lane,1"]), now });
    const { patchId, blockId, easting, northing } = kept ?? {};
    expect(await homeOf("1")).toMatchObject({ tenure: "flexible", patchId, blockId, easting, northing, line2: null });
    await importLines(["1,1 Mill Lane,,,,LN1 1AB,,,flexible,,"]);
    expect(await homeOf("1")).toMatchObject({ patchId: null, blockId: null, easting: null, northing: null });
  });

  it("ends the homes a full file does not list, names those with open repairs, and lets them go on when they are back", async () => {
    await importLines([...many, good(1, "Rose Cottage"), good(2, "Ivy Cottage"), good(3, "Fern Cottage")]);
    await openRepair("1", "AAAA-AAAA");
    await openRepair("1", "BBBB-BBBB");
    await openRepair("2", "CCCC-CCCC", "done");
    const result = await importLines([...many, good(3, "Fern Cottage")], true);
    expect(result).toMatchObject({ added: 0, changed: 0, ended: 2 });
    expect(result.endedWithRepairs).toMatchObject([
      { uprn: "1", address: { line1: "Rose Cottage" }, references: ["AAAA-AAAA", "BBBB-BBBB"] },
    ]);
    expect(await homeOf("1")).toMatchObject({ endedOn: "2027-03-01", version: 1 });
    expect(await homeOf("3")).toMatchObject({ endedOn: null, version: 0 });
    expect(await importLines([good(1, "Rose Cottage")])).toMatchObject({ changed: 1, ended: 0 });
    expect(await homeOf("1")).toMatchObject({ endedOn: null, version: 2 });
  });

  it("ends nothing without --full, and no home twice", async () => {
    await importLines([...many, good(1, "Rose Cottage")]);
    expect(await importLines(many)).toMatchObject({ ended: 0 });
    await importLines(many, true);
    expect(await importLines(many, true)).toMatchObject({ ended: 0 });
    expect(await homeOf("1")).toMatchObject({ version: 1 });
  });

  it("reads a byte order mark, any line ends, quoted commas and empty lines", async () => {
    const text = `\uFEFF${HEADING}\n1,"The ""Old"" Mill, Mill Lane",,,,LN1 1AB,,,secure,,\n\n,,,,,,,,,,\n2,Ysgol Pêl-droed,,,,LN1 1AB,,,secure,,`;
    expect(await importHomes(db, { file: write(text), now })).toMatchObject({ rows: 2, added: 2, rejected: 0 });
    expect((await homes()).map(({ line1 }) => line1).sort()).toEqual(['The "Old" Mill, Mill Lane', "Ysgol Pêl-droed"]);
  });

  it("clears away what a crashed import left", async () => {
    const { stagedHomes } = db.schema;
    const left = { line1: "9 Elm Road", postcode: "LN11AA", sortKey: "elm road 000009", tenure: "secure" };
    await db.write(async (tx) => {
      await tx.insert(stagedHomes).values({ importId: "crashed", line: 2, uprn: "1000", ...left });
      await tx.insert(db.schema.homes).values({ uprn: "77", ...left, endedOn: "0001-01-01" }); // written, never in force
    });
    await importLines(many);
    expect([await staged(), await homeOf("77"), (await homes()).length]).toEqual([0, undefined, 200]);
  });

  it("fails, and changes nothing, when another import starts before it is in force", async () => {
    const first = homesFile(folder, homeRows(4000), "first.csv");
    const started = { second: undefined as Promise<unknown> | undefined };
    const report = ({ stage }: { stage: string }) => {
      if (stage === "reading") started.second ??= importLines(many);
    };
    await expect(importHomes(db, { file: first, now, report })).rejects.toThrow("another import was started meanwhile");
    await started.second;
    expect((await homes()).length).toBeLessThanOrEqual(200);
    expect(await importLines(many)).toMatchObject({ rows: 200 });
    expect((await homes()).map(({ endedOn }) => endedOn)).toEqual(many.map(() => null));
  });

  it("tells how far it is", async () => {
    const stages: string[] = [];
    const file = homesFile(folder, homeRows(2500));
    await importHomes(db, { file, now, report: ({ stage, done, total }) => stages.push(`${stage} ${done <= total}`) });
    expect(new Set(stages)).toEqual(new Set(["reading true", "applying true", "tidying true"]));
    expect(stages.filter((stage) => stage === "reading true").length).toBeGreaterThan(2);
  });
});
