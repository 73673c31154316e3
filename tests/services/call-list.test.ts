import { addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { TASK_KINDS, taskId } from "#app/domain/call-task.ts";
import { readCallList } from "#app/services/read-call-list.server.ts";
import { giveBackTask, recordTry, takeCallTask } from "#app/services/work-call-list.server.ts";
import { newId } from "#db/ids.ts";
import { addMessages } from "#db/queries/messages.ts";
import { addAppointment, addOperative, addRepair, addSlots, NOW } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addContactOf, repairById } from "#tests/support/repairs.ts";
import { addSlotWorld } from "#tests/support/slot-world.ts";

onBothEngines("the call list", (open) => {
  /** One to be reached for each reason: two repairs, a visit nobody can come to, two messages and a request. */
  async function start() {
    const db = await open();
    const world = await addSlotWorld(db);
    const repair = (values: object = {}) => addRepair(db, { ...world, ...values });
    const call = await repair({ waitsFor: "call", dueOn: "2026-12-01" });
    const mould = await repair({ waitsFor: "officer", hazard: "damp-and-mould" });
    for (const waitsFor of ["cancel", "worse", "emergency"]) await repair({ waitsFor });
    const operativeId = await addOperative(db, { patches: [world.patchId] });
    const visited = await repair({ waitsFor: null });
    const moving = await addAppointment(db, { repairId: visited, slotIds: await addSlots(db, { operativeId, open: false }) });
    const [tell, failed] = [newId(NOW), newId(NOW)];
    const message = { repairId: visited, appointmentId: moving, number: 1, dueAt: NOW, now: NOW };
    await db.write(async (tx) => {
      await addMessages(tx, db.schema, [
        { id: tell, kind: "moved", channel: "call", rank: 2, event: "a", ...message },
        { id: failed, kind: "moved", channel: "text", rank: 1, event: "b", ...message },
      ]);
      await tx.update(db.schema.messages).set({ status: "failed" }).where(eq(db.schema.messages.id, failed));
      const said = { name: "Bo", phone: "+447700900111", address: "The Mill", problem: "Tap" };
      const request = { id: "request-1", reference: "RRRR-RRRR", submission: "r", device: "d", language: "en", askedAt: NOW };
      await tx.insert(db.schema.requests).values({ ...request, ...said });
    });
    await addContactOf(db, mould);
    const ids = {
      ...{ call: taskId("call", call), unbooked: taskId("unbooked", mould), moving: taskId("moving", moving) },
      ...{ tell: taskId("tell", tell), failed: taskId("failed", failed), request: taskId("request", "request-1") },
    };
    const list = (now = NOW) => readCallList(db, { kinds: TASK_KINDS, most: 50, now });
    return { db, ids, mould, tell, list };
  }
  const TRY = { channel: "phone", method: "phone", next: "hours" } as const;

  test("has whoever must be reached and nobody else, the hazard first; reached, told or heard they leave it, and a repair stays until it is served", async () => {
    const { db, ids, list, mould } = await start();
    const first = await list();
    expect(first.counts).toEqual({ call: 1, request: 1, tell: 1, moving: 1, unbooked: 1, failed: 1 });
    expect(first.tasks.map(({ id }) => id).sort()).toEqual(Object.values(ids).sort());
    expect(first.tasks[0]).toMatchObject({ id: ids.unbooked, isUrgent: true });
    let sent = 0;
    const attempt = async (id: string, outcome: "reached" | "no-answer", method: "phone" | "letter" = "phone", now = NOW) => {
      expect(await takeCallTask(db, { id, who: "ann", now })).toBe(true);
      const trying = { ...TRY, id, who: "ann", method, outcome, submission: String(sent++), now };
      return [await recordTry(db, trying), await recordTry(db, trying)];
    };
    expect(await attempt(ids.unbooked, "no-answer")).toEqual([true, false]);
    expect((await list()).tasks.at(-1)).toMatchObject({ id: ids.unbooked, nextTryAt: addMinutes(NOW, 120), taken: undefined });
    await attempt(ids.unbooked, "reached", "letter", addMinutes(NOW, 130));
    for (const id of [ids.tell, ids.request, ids.failed]) await attempt(id, "reached");
    const after = await list(addMinutes(NOW, 300));
    expect(after.counts).toEqual({ call: 1, request: 0, tell: 0, moving: 1, unbooked: 1, failed: 0 });
    const { callTries, messages, events } = db.schema;
    const tries = (await db.read.select().from(callTries)).filter(({ repairId }) => repairId === mould);
    expect(tries.map(({ method, outcome, who }) => `${who} ${method} ${outcome}`).sort()).toEqual([
      "ann letter reached",
      "ann phone no-answer",
    ]);
    const statuses = (await db.read.select().from(messages)).map(({ status, channel }) => `${channel} ${status}`);
    expect(statuses.sort()).toEqual(["call sent", "text stopped"]);
    const traced = (await db.read.select().from(events)).filter(({ what }) => what === "tried to reach");
    expect(traced.map(({ after }) => after?.reached).sort()).toEqual(["no-answer", "reached", "reached", "reached", "reached"]);
    expect(await repairById(db, mould)).toMatchObject({ status: "open" });
  });

  test("gives each to one agent at a time, whoever presses when; what is left for 30 minutes is another's, and late words of the first are refused", async () => {
    const { db, ids, list } = await start();
    const agents = Array.from({ length: 8 }, (_, at) => `agent-${at}`);
    const wins = await Promise.all(agents.map((who) => takeCallTask(db, { id: ids.call, who, now: NOW })));
    expect(wins.filter(Boolean)).toHaveLength(1);
    const winner = agents[wins.indexOf(true)] ?? "";
    expect((await list()).tasks.find(({ id }) => id === ids.call)?.taken?.who).toBe(winner);
    expect(await takeCallTask(db, { id: ids.call, who: winner, now: addMinutes(NOW, 29) })).toBe(true);
    const lapsed = addMinutes(NOW, 59);
    expect((await list(lapsed)).tasks.find(({ id }) => id === ids.call)?.taken).toBeUndefined();
    const others = agents.filter((who) => who !== winner);
    const later = await Promise.all(others.map((who) => takeCallTask(db, { id: ids.call, who, now: lapsed })));
    expect(later.filter(Boolean)).toHaveLength(1);
    const late = { ...TRY, id: ids.call, who: winner, outcome: "no-answer" as const, submission: "late", now: lapsed };
    expect(await recordTry(db, late)).toBe(false);
    expect(await giveBackTask(db, { id: ids.call, who: winner })).toBe(false);
    expect(await db.read.$count(db.schema.callTries)).toBe(0);
    const second = others[later.indexOf(true)] ?? "";
    expect(await giveBackTask(db, { id: ids.call, who: second })).toBe(true);
    for (const id of ["", "call", "constructor-1", "\0"]) expect(await takeCallTask(db, { id, who: winner, now: NOW })).toBe(false);
  });
});
