import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { submitReport } from "#app/services/submit-report.server.ts";
import type { Db } from "#db/client.ts";
import { addCatalogue, addDrafts, addHome, addRepair, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";

const ANSWERS = {
  describe: { description: "Broken" },
  household: { people: [] },
  help: { needs: [], language: "", notes: "" },
  contact: { name: "Ann", phone: "07700 900123", email: "", confirmBy: "text" },
};

onBothEngines("the open repairs of a home that nobody has shown to be real", (open) => {
  async function start(problem: Parameters<typeof addCatalogue>[1] = {}) {
    const db = await open();
    const { catalogueId, problemId } = await addCatalogue(db, problem);
    return { db, catalogueId, problemId, uprn: await addHome(db) };
  }
  type World = Awaited<ReturnType<typeof start>>;

  /** Sends a draft each, all at once. What each is told. */
  async function send({ db, catalogueId, uprn }: World, count: number) {
    const drafts = await addDrafts(db, count, { catalogueId });
    const [home] = await db.read.select().from(db.schema.homes).where(eq(db.schema.homes.uprn, uprn));
    const [problem] = await db.read.select().from(db.schema.problems);
    if (!home || !problem) throw new Error("The world is not whole");
    const report = { device: "device", language: "en", answers: ANSWERS, home, problem, rules: RULES, now: NOW };
    const due = { dueOn: THURSDAY, dueAt: null };
    const answers = await Promise.all(
      drafts.map((draftId) => submitReport(db, { ...report, draftId, due, outcome: { call: "contact-us" } })),
    );
    return answers.map((answer) => (answer.ok ? "sent" : answer.reason)).toSorted();
  }
  const repairsOf = (db: Db) => db.read.$count(db.schema.repairs);

  test("are three at most, however many are sent at the very same moment", async () => {
    const world = await start();
    expect(await send(world, 12)).toEqual([...Array(9).fill("please-call"), ...Array(3).fill("sent")]);
    expect(await repairsOf(world.db)).toBe(3);
    expect(await send(world, 1)).toEqual(["please-call"]);
  });

  test("leave other homes alone", async () => {
    const world = await start();
    await send(world, 3);
    expect(await send({ ...world, uprn: await addHome(world.db) }, 1)).toEqual(["sent"]);
  });

  test.each([
    ["done", { status: "done" }],
    ["cancelled", { status: "cancelled" }],
    ["shown to be real", { proven: true }],
  ])("do not count what is %s", async (_, repair) => {
    const world = await start();
    for (let made = 0; made < 5; made++) await addRepair(world.db, { ...world, ...repair });
    expect(await send(world, 1)).toEqual(["sent"]);
  });

  test("never keep an emergency out", async () => {
    const world = await start({ priority: "emergency" });
    expect(await send(world, 5)).toEqual(Array(5).fill("sent"));
  });
});
