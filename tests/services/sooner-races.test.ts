import { addMinutes } from "date-fns";
import { expect, test } from "vitest";
import { readSooner, stopSooner } from "#app/services/ask-sooner.server.ts";
import { changeSlots } from "#app/services/change-slots.server.ts";
import type { Db } from "#db/client.ts";
import { expectWhole } from "#tests/support/booking-truth.ts";
import { addSlots, NOW, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { repairById } from "#tests/support/repairs.ts";
import { addDraft, allSlots, hold } from "#tests/support/slot-world.ts";
import {
  accept,
  addPatchOf,
  addPerson,
  ask,
  cancel,
  decline,
  LATER,
  offer,
  offerOf,
  promiseOf,
  startSooner,
} from "#tests/support/sooner-world.ts";

/** After the hold has ended. */
const LATE = addMinutes(NOW, 121);

/** Somebody who is offered Thursday morning, which is free nowhere else in their patch, and somebody who waits behind them. */
async function offered(db: Db) {
  const patch = await addPatchOf(db);
  const [person, next] = [await addPerson(patch, { date: LATER }), await addPerson(patch, { date: LATER })];
  await ask(db, person);
  await ask(db, next, { now: addMinutes(NOW, 1) });
  const [slotId = ""] = await addSlots(db, { operativeId: patch.ann });
  await offer(db);
  return { ...patch, person, slotId, offerId: await offerOf(db, person) };
}

type Offered = Awaited<ReturnType<typeof offered>>;
type Rival = (of: Offered) => Promise<unknown>;

const stop = { change: "stop", reason: "Van", who: "staff", now: NOW } as const;

const RIVALS: [name: string, now: Date, rival: Rival][] = [
  ["an officer stops the slot", NOW, ({ db, slotId }) => changeSlots(db, { ids: [slotId], ...stop })],
  [
    "the public take what has lapsed",
    LATE,
    async ({ db, world }) => hold(db, { draftId: await addDraft(db, world), patchId: world.patchId, now: LATE }),
  ],
  ["the next is offered what has lapsed", LATE, ({ db }) => offer(db, LATE)],
  ["they decline", NOW, ({ db, person }) => decline(db, person)],
  ["they stop asking", NOW, ({ db, person }) => stopSooner(db, { repairId: person, now: NOW })],
  ["they accept twice", NOW, ({ db, person, offerId }) => accept(db, person, NOW, offerId)],
  ["the repair is cancelled", NOW, ({ db, person }) => cancel(db, person)],
];

/** What they are answered: after the rival, at the same time, or before. */
const ORDERS: ((take: () => Promise<string>, rival: () => Promise<unknown>) => Promise<string>)[] = [
  async (take, rival) => {
    await rival();
    return take();
  },
  async (take, rival) => (await Promise.all([take(), rival()]))[0],
  async (take, rival) => {
    const answer = await take();
    await rival();
    return answer;
  },
];

/** Accepted, the slot is theirs and so is the promise; else what they had stands. A repair that was cancelled has neither. */
async function expectTrue({ db, person, slotId }: Offered, answer: string): Promise<void> {
  const slot = (await allSlots(db)).find(({ id }) => id === slotId);
  const isCancelled = (await repairById(db, person)).status === "cancelled";
  const isTheirs = answer === "accepted" && !isCancelled;
  const had = isCancelled ? undefined : `${LATER} morning`;
  expect(await promiseOf(db, person)).toBe(isTheirs ? `${THURSDAY} morning` : had);
  expect(slot?.appointmentId !== null).toBe(isTheirs);
  expect((await readSooner(db, { repairId: person, now: LATE }))?.open).toBeUndefined();
  await expectWhole(db);
}

onBothEngines("a sooner visit is taken once and whole, or what they had stands", (open) => {
  test("whoever comes in between", async () => {
    const { db } = await startSooner(await open());
    for (const [name, now, rival] of RIVALS) {
      const answers: string[] = [];
      for (const inOrder of ORDERS) {
        const of = await offered(db);
        const answer = await inOrder(
          () => accept(db, of.person, now, of.offerId),
          () => rival(of),
        );
        answers.push(answer);
        await expectTrue(of, answer);
      }
      const [after, , before] = answers;
      expect([name, after, before]).toEqual([name, name === "they accept twice" ? "accepted" : "gone", "accepted"]);
    }
  });
});
