import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { WeeklyVisits } from "#app/domain/working-pattern.ts";
import { generateSlots } from "#app/services/generate-slots.server.ts";
import { holdOffer } from "#app/services/hold-offer.server.ts";
import { type PatternWish, proposePattern, setPattern } from "#app/services/set-pattern.server.ts";
import type { Db } from "#db/client.ts";
import { addAppointment, addOperative, addSlots, NOW, RULES } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addDraft, addSlotWorld, addTap, allSlots } from "#tests/support/slot-world.ts";

const MONDAY = "2026-11-30";
const NEXT = "2026-12-07";
const week = (...visits: number[]): WeeklyVisits[] => visits.map((count, at) => ({ weekday: at + 1, window: "morning", visits: count }));

onBothEngines("a working pattern", (open) => {
  /** Ann works two visits on Monday mornings for two weeks; what is booked, held and added by hand is said by the test. */
  async function start() {
    const db = await open();
    const world = await addSlotWorld(db);
    const ann = await addOperative(db, { name: "Ann", patches: [world.patchId] });
    await db.write(async (tx) => {
      await tx.insert(db.schema.rules).values({ id: "w", kind: "windows", fromDate: "2000-01-01", value: RULES.windows });
      const pattern = { id: "p", operativeId: ann, weekday: 1, window: "morning", visits: 2, fromDate: "2026-01-05" };
      await tx.insert(db.schema.workingPatterns).values(pattern);
    });
    await generateSlots(db, { nation: "england", from: "2026-11-23", to: "2026-12-12", now: NOW });
    const wish = (weeks: WeeklyVisits[][], changes: Partial<PatternWish> = {}): PatternWish => ({
      ...{ pattern: { operativeId: ann, fromDate: MONDAY, untilDate: null, weeks }, version: 0, give: true, nation: "england" },
      ...{ rules: RULES, who: "officer", now: NOW, ...changes },
    });
    return { db, world, ann, wish };
  }
  const places = async (db: Db) =>
    (await allSlots(db)).map(({ date, place, open: isOpen }) => `${date} ${place}${isOpen ? "" : " closed"}`).sort();
  const slotOn = async (db: Db, date: string, place: number) =>
    (await allSlots(db)).find((slot) => slot.date === date && slot.place === place)?.id ?? "";

  test("that grows adds visits, that shrinks takes free ones away; extra slots and dates before it stay", async () => {
    const { db, ann, wish } = await start();
    const before = ["2026-11-23 1", "2026-11-23 2", `${MONDAY} 1`, `${MONDAY} 2`, `${NEXT} 1`, `${NEXT} 2`];
    expect(await places(db)).toEqual(before);
    expect(await proposePattern(db, wish([week(3)]))).toMatchObject({ added: 2, dropped: 0 });
    expect(await places(db)).toEqual(before);
    expect(await setPattern(db, wish([week(3)]))).toMatchObject({ added: 2, dropped: 0 });
    expect(await setPattern(db, wish([week(3)]))).toBeUndefined();
    await addSlots(db, { operativeId: ann, date: MONDAY, windows: ["afternoon"], extra: true });
    expect(await setPattern(db, wish([week(1), week(0, 1)], { version: 1 }))).toMatchObject({ added: 1, dropped: 5 });
    expect(await places(db)).toEqual(["2026-11-23 1", "2026-11-23 2", `${MONDAY} 1`, `${MONDAY} 1`, "2026-12-08 1"]);
    await generateSlots(db, { nation: "england", from: "2026-11-23", to: "2026-12-12", now: NOW });
    expect((await places(db)).length).toBe(5);
  });

  test("never frees or deletes what is taken: it goes to somebody else, or needs moving; holds end", async () => {
    const { db, world, wish } = await start();
    const bob = await addOperative(db, { name: "Bob", patches: [world.patchId] });
    await addSlots(db, { operativeId: bob, date: MONDAY });
    const promise = { date: MONDAY, window: "morning" };
    const first = await addAppointment(db, { repairId: await addTap(db, world), slotIds: [await slotOn(db, MONDAY, 1)], ...promise });
    const left = await addAppointment(db, {
      repairId: await addTap(db, world),
      slotIds: [await slotOn(db, NEXT, 2)],
      ...promise,
      date: NEXT,
    });
    const draftId = await addDraft(db, world);
    const offer = { date: NEXT, window: "morning" };
    const rules = { ...RULES, booking: { ...RULES.booking, holdShare: 100 } };
    await holdOffer(db, { draftId, offer, trade: "plumbing", patchId: world.patchId, visits: 1, rules, now: NOW });
    const effect = await setPattern(db, wish([week(0)]));
    expect(effect?.given.map(({ visit, operative }) => [visit.appointment.id, operative])).toEqual([[first, "Bob"]]);
    expect(effect?.left.map(({ appointment }) => appointment.id)).toEqual([left]);
    const slots = await db.read.select().from(db.schema.slots).where(eq(db.schema.slots.date, NEXT));
    expect(slots.map(({ appointmentId, open: isOpen, reason }) => [appointmentId, isOpen, reason])).toEqual([
      [left, false, "Not in the working pattern"],
    ]);
    expect((await allSlots(db)).filter((slot) => slot.draftId !== null)).toEqual([]);
    expect((await db.read.select().from(db.schema.events)).map(({ what }) => what).sort()).toEqual([
      ...["given to another operative", "needs moving", "pattern set"],
    ]);
  });

  test("set by two officers at once is set once", async () => {
    const { db, wish } = await start();
    const answers = await Promise.all([setPattern(db, wish([week(3)])), setPattern(db, wish([week(1)]))]);
    expect(answers.filter((answer) => answer !== undefined).length).toBe(1);
    expect(await places(db)).toHaveLength(answers[0] ? 8 : 4);
  });
});
