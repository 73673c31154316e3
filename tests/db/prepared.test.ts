import { and, eq, lt, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { Db, Query } from "#db/client.ts";
import { allGiven, given, run } from "#db/prepared.ts";
import { onBothEngines } from "#tests/support/engines.ts";

const ADDED = new Date("2027-03-28T01:00:00.123Z");
const MANY = { id: "p1", catalogueId: "c1", location: "Kitchen", problem: "Tap", outcome: "book", visits: 1, position: 1 };

onBothEngines("values", (open) => {
  let db: Db;
  beforeEach(async () => {
    db = await open();
    await db.write((tx) =>
      tx.insert(db.schema.catalogues).values({ id: "c1", version: 1, language: "en", source: "s", fingerprint: "f", addedAt: ADDED }),
    );
  });

  test("instants, flags and json come back as they went in", async () => {
    const { catalogues, problems, events } = db.schema;
    const before = { "quote'": 'say "hi"', none: null, many: 3 };
    await db.write(async (tx) => {
      await tx.insert(problems).values({ ...MANY, audience: ["tenant", "shared-area"], presence: true, entry: false });
      await tx.insert(events).values({ id: "e1", at: ADDED, who: "system", channel: "office", what: "x", changeId: "x", before });
    });
    expect(await db.read.select().from(catalogues)).toMatchObject([{ addedAt: ADDED }]);
    expect(await db.read.select().from(problems)).toMatchObject([
      { audience: ["tenant", "shared-area"], presence: true, entry: false, detail: null },
    ]);
    expect(await db.read.select().from(events)).toMatchObject([{ before, after: null, repairId: null }]);
  });

  test("a prepared insert encodes instants, flags, json and nothing, again and again", async () => {
    const { problems } = db.schema;
    const add = (tx: Query, values: typeof problems.$inferInsert) =>
      run(tx, "add a problem", (query) => query.insert(problems).values(allGiven(problems)).returning(), {
        detail: null,
        code: null,
        trade: null,
        priority: null,
        hazard: null,
        searchWords: null,
        ...values,
      });
    const first = { ...MANY, audience: ["tenant"], presence: true, entry: false };
    const second = { ...MANY, id: "p2", position: 2, audience: [], presence: false, entry: true, detail: "Drips" };
    await db.write(async (tx) => {
      expect(await add(tx, first)).toMatchObject([first]);
      expect(await add(tx, second)).toMatchObject([second]);
    });
    await db.write(async (tx) => {
      expect(await add(tx, { ...first, id: "p3", position: 3 })).toHaveLength(1);
    });
    expect(await db.read.select().from(problems).orderBy(problems.position)).toMatchObject([first, second, { id: "p3" }]);
  });

  test("a prepared query compares instants and flags, on the reading side and in a change", async () => {
    const { catalogues, problems } = db.schema;
    await db.write((tx) => tx.insert(problems).values({ ...MANY, audience: ["tenant"], presence: true, entry: false }));
    const find = (query: Query, before: Date, presence: boolean) =>
      run(
        query,
        "problems of older catalogues",
        (q) =>
          q
            .select({ id: problems.id, addedAt: catalogues.addedAt })
            .from(problems)
            .innerJoin(catalogues, eq(catalogues.id, problems.catalogueId))
            .where(
              and(lt(catalogues.addedAt, given(catalogues.addedAt, "before")), eq(problems.presence, given(problems.presence, "presence"))),
            ),
        { before, presence },
      );
    const later = new Date(ADDED.getTime() + 1);
    for (const query of [db.read, db.read]) {
      expect(await find(query, later, true)).toEqual([{ id: "p1", addedAt: ADDED }]);
      expect(await find(query, ADDED, true)).toEqual([]);
      expect(await find(query, later, false)).toEqual([]);
    }
    expect(await db.write((tx) => find(tx, later, true))).toHaveLength(1);
  });

  test("a prepared query that joins tables has an object of each, null where a joined one has no row", async () => {
    const { catalogues: catalogue, problems: problem, blocks } = db.schema;
    await db.write((tx) => tx.insert(problem).values({ ...MANY, audience: ["tenant"], presence: true, entry: false }));
    const build = (q: Query) => {
      const { detail, presence } = problem;
      const both = { id: problem.id, block: blocks.name };
      return q
        .select({ catalogue, some: { detail, presence }, none: { id: blocks.id, name: blocks.name }, both, one: blocks.name })
        .from(catalogue)
        .leftJoin(problem, eq(problem.catalogueId, catalogue.id))
        .leftJoin(blocks, eq(blocks.name, problem.location));
    };
    const rows = await run<object[]>(db.read, "what joins", build, {});
    expect(rows).toEqual([
      {
        catalogue: (await db.read.select().from(catalogue))[0],
        some: { detail: null, presence: true },
        none: null,
        both: { id: "p1", block: null },
        one: null,
      },
    ]);
  });

  test("text sorts by its bytes, and empties can be put last, whatever the cluster's language", async () => {
    const { blocks } = db.schema;
    const names = ["élan", "Zoo", "apple", "Apple", "10", "2", "_x"];
    await db.write((tx) => tx.insert(blocks).values(names.map((name) => ({ id: name, name }))));
    const sorted = await db.read.select({ name: blocks.name }).from(blocks).orderBy(blocks.name);
    expect(sorted.map(({ name }) => name)).toEqual(["10", "2", "Apple", "Zoo", "_x", "apple", "élan"]);
  });

  test("a raw instant is mapped where it says so", async () => {
    const { catalogues } = db.schema;
    const [row] = await db.read.select({ last: sql<Date>`max(${catalogues.addedAt})`.mapWith(catalogues.addedAt) }).from(catalogues);
    expect(row?.last).toEqual(ADDED);
  });
});
