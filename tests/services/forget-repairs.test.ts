import { addDays } from "date-fns";
import { eq, getTableColumns, getTableName, type Table } from "drizzle-orm";
import { expect, test } from "vitest";
import { addRepairNote } from "#app/services/add-repair-note.server.ts";
import { forgetRepairs } from "#app/services/forget-repairs.server.ts";
import { holdDetails } from "#app/services/hold-details.server.ts";
import { openPhotoStore } from "#app/services/photo-store.server.ts";
import type { Db } from "#db/client.ts";
import { addAppointment, addRepair, NOW } from "#tests/support/calendar.ts";
import { freshFolder, type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { NOT_PERSONAL } from "#tests/support/not-personal.ts";
import { addContactOf, repairById } from "#tests/support/repairs.ts";
import { addSlotWorld, type SlotWorld } from "#tests/support/slot-world.ts";

const SIX_YEARS_AGO = new Date("2020-11-22T12:00:00Z");
const retention = { years: 6 };

async function keepWorld(open: OpenFresh) {
  const db = await open();
  const photos = openPhotoStore(freshFolder(), NOW);
  return { db, photos, slotWorld: await addSlotWorld(db), forget: (now = NOW) => forgetRepairs({ db, photos, retention, now }) };
}

/** A repair that was closed on the last day but one of the six years before now, unless told otherwise. */
const closed = (db: Db, { uprn, problemId }: SlotWorld, changes: Partial<Parameters<typeof addRepair>[1]> = {}) =>
  addRepair(db, { uprn, problemId, status: "done", closedAt: SIX_YEARS_AGO, raisedAt: SIX_YEARS_AGO, ...changes });

/** Every column of text there is, by table and name. */
function textColumns({ schema }: Db) {
  return Object.values(schema as unknown as Record<string, Table>).flatMap((table) =>
    Object.entries(getTableColumns(table))
      .filter(([, { columnType }]) => /Text|Custom|Json/.test(columnType))
      .map(([key, column]) => ({ table, key, name: `${getTableName(table)}.${key}`, isJson: /Json/.test(column.columnType) })),
  );
}

const MARK = "Ann Tenant +447700900982 ann@example.com It drips by the boiler";

/** Writes what is personal into every column that is not known to hold something else: a new column is taken for personal. */
async function writeEverywhere(db: Db) {
  const columns = textColumns(db).filter(({ table, name }) => !NOT_PERSONAL.has(name) && !NOT_PERSONAL.has(getTableName(table)));
  for (const { table, key, isJson } of columns)
    await db.write((tx) => tx.update(table as never).set({ [key]: isJson ? { said: MARK } : MARK } as never));
  return columns;
}

/** The columns in which any word of a person stands. */
async function found(db: Db): Promise<string[]> {
  const names = new Set<string>();
  for (const { table, key, name } of textColumns(db)) {
    const rows = (await db.read.select().from(table as never)) as Record<string, unknown>[];
    const says = rows.map((row) => JSON.stringify(row[key] ?? "")).join();
    if (/Ann Tenant|7700900982|ann@example|It drips/.test(says)) names.add(name);
  }
  return [...names];
}

/** One row at least in every table that says something about a person. */
async function addEverything({ db, photos, slotWorld }: Awaited<ReturnType<typeof keepWorld>>) {
  const { schema } = db;
  const id = await closed(db, slotWorld, { callTime: "morning", tenureSaid: "rent" });
  await addContactOf(db, id);
  const appointmentId = await addAppointment(db, { repairId: id, status: "done" });
  await addRepairNote(db, { repairId: id, words: MARK, who: "officer", submission: "one", now: NOW });
  const file = await photos.keep({ full: Buffer.from("full"), small: Buffer.from("small") });
  const [at, who] = [SIX_YEARS_AGO, { phone: "1", email: "1" }];
  const asked = { reference: "r", submission: "s", device: "d", language: "en", ...who };
  await db.write(async (tx) => {
    await tx.insert(schema.visitNeeds).values({ repairId: id, people: ["baby"], needs: [], notes: MARK });
    await tx.insert(schema.contactsBefore).values({ repairId: id, version: 0, values: { name: MARK } });
    await tx.insert(schema.visits).values({ appointmentId, outcome: "done", endedAt: at, note: MARK });
    await tx.insert(schema.emergencies).values({ repairId: id, acknowledgedBy: MARK });
    const size = { bytes: 9, width: 1, height: 1, position: 1, addedAt: at };
    await tx.insert(schema.photos).values({ id: "photo", repairId: id, file, ...size });
    await tx.insert(schema.followers).values({ id: "f", repairId: id, messagesBy: "text", followedAt: at, ...asked });
    await tx.insert(schema.requests).values({ id: "q", name: MARK, address: MARK, problem: MARK, askedAt: at, ...asked });
    const left = { begunAt: at, leftAt: at, addedAt: at, language: "en" };
    await tx.insert(schema.unfinishedReports).values({ id: "u", uprn: slotWorld.uprn, reason: "emergency", ...left });
    const message = { kind: "emergency", number: 1, status: "sent", sentAt: at, dueAt: at, tryAt: at, createdAt: at };
    await tx.insert(schema.messages).values({ id: "m", repairId: id, ...message });
    await tx.insert(schema.repairProofs).values({ id: "p", repairId: id, device: "d", tryKey: "k", codeUntil: at });
  });
  return { id, file };
}

onBothEngines("personal details", (open) => {
  test("are gone from every column, and from the photos, once their time is over; the trace, the figures and the repair stay", async () => {
    const world = await keepWorld(open);
    const { db, photos, forget } = world;
    const { id, file } = await addEverything(world);
    const events = await db.read.$count(db.schema.events);
    const planted = await writeEverywhere(db);
    for (const { table, name } of planted) expect(await db.read.$count(table as never), `a row of ${name}`).toBeGreaterThan(0);
    expect((await found(db)).sort()).toEqual(planted.map(({ name }) => name).sort());

    expect(await forget(new Date("2026-11-22T23:59:59Z")), "the last minute of the six years").toBeUndefined();
    expect(await forget()).toBe("1 repairs, 1 photos, 1 unsent reports and 1 requests");
    expect(await found(db)).toEqual([]);
    expect([await photos.read(file, "full"), await photos.read(file, "small")]).toEqual([undefined, undefined]);
    expect(await repairById(db, id)).toMatchObject({
      status: "done",
      closedAt: SIX_YEARS_AGO,
      forgottenAt: NOW,
      version: 1,
      callTime: null,
    });
    expect(await db.read.select().from(db.schema.visits)).toMatchObject([{ outcome: "done", note: null }]);
    expect(await db.read.$count(db.schema.followers)).toBe(1);
    const trace = await db.read.select().from(db.schema.events).orderBy(db.schema.events.id);
    expect(trace).toHaveLength(events + 1);
    expect(trace.find(({ what }) => what === "personal details deleted")).toMatchObject({ who: "system", repairId: id, before: null });
    expect(await addRepairNote(db, { repairId: id, words: MARK, who: "officer", submission: "two", now: NOW })).toBe(false);
    expect(await found(db)).toEqual([]);
    expect(await forget(addDays(NOW, 1))).toBeUndefined();
  });

  test("stay while the repair is open or not old enough, a visit is to come, a message waits, or somebody holds them for any reason", async () => {
    const { db, slotWorld, forget } = await keepWorld(open);
    const kept = {
      open: await closed(db, slotWorld, { status: "open", closedAt: null, priority: "emergency" }),
      late: await closed(db, slotWorld, { closedAt: new Date("2020-11-23T00:00:00Z") }),
      booked: await closed(db, slotWorld),
      waiting: await closed(db, slotWorld),
      complaint: await closed(db, slotWorld),
      claim: await closed(db, slotWorld),
    };
    const gone = await closed(db, slotWorld, { status: "cancelled" });
    for (const id of [...Object.values(kept), gone]) await addContactOf(db, id);
    await addAppointment(db, { repairId: kept.booked });
    const message = { kind: "emergency", number: 1, status: "waiting", dueAt: NOW, tryAt: NOW, createdAt: NOW };
    await db.write((tx) => tx.insert(db.schema.messages).values({ id: "m", repairId: kept.waiting, ...message }));
    const seen = async (id: string) => ({ repair: await repairById(db, id), version: 0, who: "officer", now: NOW });
    expect(await holdDetails(db, { ...(await seen(kept.complaint)), reasons: ["complaint", "other", "other"] })).toBe(true);
    expect(await holdDetails(db, { ...(await seen(kept.claim)), reasons: ["claim"] })).toBe(true);
    expect(await holdDetails(db, { ...(await seen(kept.claim)), reasons: [] }), "an older form").toBe(false);

    expect(await forget()).toMatch(/^1 repairs/);
    const contacts = await db.read.select().from(db.schema.contacts);
    expect(contacts.map(({ repairId }) => repairId).sort()).toEqual(Object.values(kept).sort());

    const [complaint, claim] = [await repairById(db, kept.complaint), await repairById(db, kept.claim)];
    await holdDetails(db, { ...(await seen(complaint.id)), version: complaint.version, reasons: ["other"] });
    expect(await forget()).toBeUndefined();
    await holdDetails(db, { ...(await seen(claim.id)), version: claim.version, reasons: [] });
    expect(await forget()).toMatch(/^1 repairs/);
    expect(await holdDetails(db, { ...(await seen(claim.id)), version: claim.version + 2, reasons: ["claim"] }), "too late").toBe(false);
    const said = await db.read.select().from(db.schema.events).where(eq(db.schema.events.repairId, complaint.id));
    expect(said.map(({ what, after }) => `${what} ${after?.hold}`).sort()).toEqual([
      "personal details held complaint",
      "personal details held other",
      "personal details released complaint",
    ]);
  });

  test("of many go a few at a time, by two servers at once, each once; a hold at the same moment keeps all of a repair or none", async () => {
    const { db, slotWorld, forget } = await keepWorld(open);
    const ids: string[] = [];
    for (let made = 0; made < 120; made++) {
      const id = await closed(db, slotWorld);
      await addContactOf(db, id);
      ids.push(id);
    }
    const last = await Promise.all(ids.slice(-30).map((id) => repairById(db, id)));
    const holding = last.map((repair) => holdDetails(db, { repair, version: 0, who: "officer", now: NOW, reasons: ["claim"] }));
    const [first, second, ...held] = await Promise.all([forget(), forget(), ...holding]);
    const counted = [first, second].map((said) => Number(/^\d+/.exec(said ?? "")?.[0] ?? 0));
    const keptIds = last.filter((_, at) => held[at]).map(({ id }) => id);
    expect(counted.reduce((sum, each) => sum + each, 0)).toBe(120 - keptIds.length);
    expect((await db.read.select().from(db.schema.contacts)).map(({ repairId }) => repairId).sort()).toEqual(keptIds.sort());
    expect(await db.read.$count(db.schema.events, eq(db.schema.events.what, "personal details deleted"))).toBe(120 - keptIds.length);
  });

  test("were gone, and the files of the photos were not, when it was cut short: the next run removes them", async () => {
    const { db, photos, slotWorld } = await keepWorld(open);
    const { schema } = db;
    const id = await closed(db, slotWorld);
    const file = await photos.keep({ full: Buffer.from("full"), small: Buffer.from("small") });
    const photo = { id: "photo", repairId: id, file, bytes: 9, width: 1, height: 1, position: 1, addedAt: NOW };
    await db.write((tx) => tx.insert(schema.photos).values(photo));
    const stopped = { ...photos, remove: () => Promise.reject(new Error("The disk is away")) };
    await expect(forgetRepairs({ db, photos: stopped, retention, now: NOW })).rejects.toThrow("The disk is away");
    expect(await repairById(db, id)).toMatchObject({ forgottenAt: NOW });
    expect(await photos.read(file, "full")).toBeDefined();

    expect(await forgetRepairs({ db, photos, retention, now: NOW })).toBe("0 repairs, 1 photos, 0 unsent reports and 0 requests");
    expect([await photos.read(file, "full"), await db.read.$count(schema.photos)]).toEqual([undefined, 0]);
  });
});
