import { addDays, addMinutes } from "date-fns";
import { eq, isNull } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { readSooner, stopSooner } from "#app/services/ask-sooner.server.ts";
import { changeSlots } from "#app/services/change-slots.server.ts";
import { moveAppointment } from "#app/services/move-appointment.server.ts";
import { readLinkedRepair } from "#app/services/read-own-repair.server.ts";
import { openDb } from "#db/client.ts";
import { expectWhole } from "#tests/support/booking-truth.ts";
import { addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
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
  messages,
  offer,
  offers,
  promiseOf,
  startSooner,
  trace,
} from "#tests/support/sooner-world.ts";

onBothEngines("a sooner visit", (open, freshUrl) => {
  test("goes to the first; declined to the second; lapsed to the third, who takes it, and leaves theirs to the next", async () => {
    const started = await startSooner(await open());
    const { db, world } = started;
    const [first, second, third] = [
      await addPerson(started, { date: LATER }),
      await addPerson(started, { date: "2026-12-03" }),
      await addPerson(started, { date: "2026-12-02" }),
    ];
    const leaves = await addPerson(started, { date: THURSDAY });
    for (const [at, repairId] of [first, second, third].entries()) expect(await ask(db, repairId, { now: addMinutes(NOW, at) })).toBe(true);
    expect(await offer(db)).toBeUndefined();

    expect(await cancel(db, leaves)).toBe(true);
    expect(await offer(db)).toBe("1 offered");
    expect(await offer(db)).toBeUndefined();
    expect(await offers(db, first, second, third)).toEqual([THURSDAY, undefined, undefined]);
    expect((await hold(db, { draftId: await addDraft(db, world), patchId: world.patchId })).ok).toBe(false);
    expect(await messages(db)).toMatchObject([{ kind: "sooner", repairId: first, number: 1, status: "waiting", dueAt: NOW }]);

    await decline(db, first);
    expect(await offer(db)).toBe("1 offered");
    expect(await offers(db, first, second, third)).toEqual([undefined, THURSDAY, undefined]);
    expect(await offer(db, addMinutes(NOW, 120))).toBeUndefined();
    const late = addMinutes(NOW, 121);
    expect(await offer(db, late)).toBe("1 offered, 1 lapsed");
    expect(await offers(db, first, second, third)).toEqual([undefined, undefined, THURSDAY]);

    expect(await accept(db, third, late)).toBe("accepted");
    expect(await promiseOf(db, third)).toBe(`${THURSDAY} morning`);
    expect(await offer(db, late)).toBe("1 offered");
    expect(await offers(db, first, second)).toEqual(["2026-12-02", undefined]);
    const said = (await messages(db)).map(({ repairId, status }) => [repairId, status].join(" "));
    expect(said.sort()).toEqual([`${first} stopped`, `${first} waiting`, `${second} stopped`, `${third} stopped`].sort());
    expect(await trace(db, third)).toEqual([
      "appointment moved (system)",
      "sooner visit accepted (tenant)",
      "sooner visit asked for (tenant)",
      "sooner visit offered (system)",
    ]);
    expect((await expectWhole(db)).booked).toBe(3);
    // What their tenant has not said of themselves is no move of theirs.
    expect((await readLinkedRepair(db, { repairId: third, now: NOW }))?.moved).toBe(0);
  });

  test("is offered in turn, and each time to one: two servers at once", async () => {
    const url = await freshUrl();
    const [db, other] = [openDb(url), openDb(url)];
    onTestFinished(async () => {
      await db.close();
      await other.close();
    });
    const started = await startSooner(db);
    const hazard = { hazard: "damp-and-mould", dueOn: "2026-11-28" };
    const people = {
      plain: await addPerson(started, { date: LATER }),
      plainLater: await addPerson(started, { date: LATER }),
      byLaw: await addPerson(started, { date: LATER, ...hazard }),
      none: await addPerson(started),
      noneByLaw: await addPerson(started, { ...hazard, waitsFor: "officer" }),
      afternoons: await addPerson(started),
      urgent: await addPerson(started, { date: LATER }),
      elsewhere: await addPerson(await addPatchOf(db)),
    };
    for (const [at, repairId] of Object.values(people).entries())
      await ask(db, repairId, {
        now: addMinutes(NOW, at),
        ...(repairId === people.afternoons && { windows: ["afternoon"] }),
        ...(repairId === people.urgent && { noticeHours: 72 }),
      });
    expect(await ask(db, await addPerson(started, { waitsFor: "identity" }))).toBe(false);
    for (const date of ["2026-11-24", "2026-11-25", THURSDAY, "2026-11-27", "2026-11-30"])
      await addSlots(db, {
        operativeId: started.ann,
        date,
        ...(date === "2026-11-25" && { keptFor: "urgent", keptUntil: addDays(NOW, 1) }),
      });

    await Promise.all([offer(db), offer(other), offer(db), offer(other)]);
    expect(await offers(db, ...[people.noneByLaw, people.none, people.byLaw, people.plain, people.plainLater, people.urgent])).toEqual([
      "2026-11-24",
      THURSDAY,
      "2026-11-27",
      "2026-11-30",
      undefined,
      undefined,
    ]);
    expect(await offers(db, people.afternoons, people.elsewhere)).toEqual([undefined, undefined]);
    const { soonerOffers, slots } = db.schema;
    const held = (await allSlots(db)).flatMap(({ draftId }) => draftId ?? []);
    const made = await db.read.select().from(soonerOffers).where(isNull(soonerOffers.outcome));
    expect(made.map(({ draftId }) => draftId).sort()).toEqual(held.sort());
    expect((await messages(db)).length).toBe(4);
    const kinds = await db.read
      .selectDistinct({ kind: db.schema.drafts.kind })
      .from(slots)
      .innerJoin(db.schema.drafts, eq(db.schema.drafts.id, slots.draftId));
    expect(kinds).toEqual([{ kind: "offer" }]);

    expect(await accept(db, people.none)).toBe("accepted");
    expect(await promiseOf(db, people.none)).toBe(`${THURSDAY} morning`);
    expect(await repairById(db, people.none)).toMatchObject({ waitsFor: null, status: "open" });
    expect(await trace(db, people.none)).toContain("booked (tenant)");
  });

  test("is no longer wished for once the visit is moved or cancelled, and what is stopped goes to nobody", async () => {
    const started = await startSooner(await open());
    const { db, ann } = started;
    const [mover, other] = [await addPerson(started, { date: LATER }), await addPerson(started, { date: LATER })];
    await ask(db, mover);
    await ask(db, other, { now: addMinutes(NOW, 1) });
    const [slotId = ""] = await addSlots(db, { operativeId: ann });
    await addSlots(db, { operativeId: ann, date: "2026-12-07", windows: ["morning"] });
    await offer(db);
    const appointmentId = (await readLinkedRepair(db, { repairId: mover, now: NOW }))?.current?.id ?? "";
    const to = { date: "2026-12-07", window: "morning" };
    await moveAppointment(db, { appointmentId, offer: to, rules: RULES, who: "tenant", channel: "online", now: NOW });
    expect(await accept(db, mover)).toBe("gone");
    expect(await offer(db)).toBe("1 offered, 1 ended");
    expect(await offers(db, mover, other)).toEqual([undefined, THURSDAY]);

    await changeSlots(db, { ids: [slotId], change: "stop", reason: "Van", who: "staff", now: NOW });
    expect(await offer(db)).toBe("1 gone");
    expect(await offers(db, other)).toEqual([undefined]);
    await changeSlots(db, { ids: [slotId], change: "reopen", reason: null, who: "staff", now: NOW });
    expect(await offer(db)).toBe("1 offered");

    // Asked again it changes what suits, and the turn stays.
    await ask(db, other, { now: addMinutes(NOW, 50), windows: ["afternoon"], noticeHours: 24 });
    expect((await readSooner(db, { repairId: other, now: NOW }))?.wish).toMatchObject({
      windows: ["afternoon"],
      noticeHours: 24,
      askedAt: addMinutes(NOW, 1),
    });
    await stopSooner(db, { repairId: other, now: NOW });
    expect((await expectWhole(db)).held).toBe(0);

    // Three offers that nobody answers keep times from others: there is no fourth.
    await ask(db, other);
    for (const date of ["2026-11-24", "2026-11-25", "2026-11-27"]) await addSlots(db, { operativeId: ann, date });
    for (const minutes of [0, 121, 242]) expect(await offer(db, addMinutes(NOW, minutes))).toMatch(/^1 offered/);
    expect(await offer(db, addMinutes(NOW, 363))).toBe("1 lapsed");
    expect(await readSooner(db, { repairId: other, now: NOW })).toBeUndefined();
    const told = await db.read.select().from(db.schema.messages).where(eq(db.schema.messages.kind, "sooner-ended"));
    expect(told).toMatchObject([{ repairId: other, channel: "text", status: "waiting" }]);
    expect(await trace(db, other)).toContain("sooner visit not waited for any more (system)");
  });
});
