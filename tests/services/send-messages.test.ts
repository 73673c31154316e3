import { addMinutes, addSeconds } from "date-fns";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { acknowledgeEmergency } from "#app/services/acknowledge-emergency.server.ts";
import type { Db } from "#db/client.ts";
import { type EmergencyWorld, emergencyWorld, pathOf, reportFlood } from "#tests/support/emergencies.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { aLandlord } from "#tests/support/landlord.ts";

const messagesIn = ({ read, schema: { messages } }: Db) =>
  read.select().from(messages).where(eq(messages.kind, "emergency")).orderBy(asc(messages.number));
const later = ({ clock }: EmergencyWorld, minutes: number) => {
  clock.now = addMinutes(clock.now, minutes);
};

onBothEngines("an emergency in the outbox", (open) => {
  const reported = async () => {
    const world = await emergencyWorld(await open());
    await reportFlood(world.browser());
    return world;
  };

  test("is sent once, with what the person on duty needs and no more", async () => {
    const { db, receiver, send, clock } = await reported();
    expect(await send()).toBe("1 sent");
    expect(await send()).toBeUndefined();
    const [repair] = await db.read.select().from(db.schema.repairs);
    const [message] = await messagesIn(db);
    expect(message).toMatchObject({ status: "sent", tries: 1, sentAt: clock.now, fault: null });
    expect(receiver.received.map(({ body }) => body)).toEqual([
      {
        type: "emergency",
        id: message?.id,
        number: 1,
        reference: repair?.reference,
        reportedAt: "2026-11-23T09:00:00.000Z",
        makeSafeBy: "2026-11-24T09:00:00.000Z",
        address: "1 Mill Lane, FH1 1AA",
        problem: "Emergency, Water is pouring in and I cannot stop it",
        description: "It comes through the ceiling",
        name: "Ann Tenant",
        reachBy: "text",
        phone: "+447700900123",
        email: null,
        acknowledge: expect.stringMatching(/^https:\/\/repairs\.test\/acknowledge\/[\w-]{43}$/),
      },
    ]);
    expect(receiver.received[0]?.headers).toMatchObject({ "content-type": "application/json", "idempotency-key": message?.id });
  });

  test("is said again every ten minutes, under another id and link, and each link opens", async () => {
    const world = await reported();
    const { db, receiver, send, browser } = world;
    await send();
    later(world, 9);
    expect(await send()).toBeUndefined();
    later(world, 1);
    expect(await send()).toBe("1 sent");
    later(world, 10);
    expect(await send()).toBe("1 sent");
    expect(receiver.received.map(({ body }) => body.number)).toEqual([1, 2, 3]);
    expect(new Set(receiver.received.map(({ headers }) => headers["idempotency-key"])).size).toBe(3);
    for (const { body } of receiver.received) expect((await browser().get(pathOf(body.acknowledge))).status).toBe(200);
    expect((await messagesIn(db)).map(({ status }) => status)).toEqual(["sent", "sent", "sent", "waiting"]);
  });

  test("after hours in which no server ran is said once, not as often as was missed", async () => {
    const world = await reported();
    await world.send();
    later(world, 185);
    expect(await world.send()).toBe("1 sent");
    later(world, 4);
    expect(await world.send()).toBeUndefined();
    later(world, 1);
    expect(await world.send()).toBe("1 sent");
  });

  test("stops once it is acknowledged, also where a try was under way", async () => {
    const world = await reported();
    const { db, send, receiver, clock } = world;
    await send();
    const [repair] = await db.read.select().from(db.schema.repairs);
    expect(await acknowledgeEmergency(db, { repairId: repair?.id ?? "", by: "Pat Duty", now: clock.now })).toBe(true);
    later(world, 30);
    expect(await send()).toBeUndefined();
    expect(receiver.received).toHaveLength(1);
    expect((await messagesIn(db)).map(({ status }) => status)).toEqual(["sent", "stopped"]);
  });

  test("is not sent once its repair is closed", async () => {
    const { db, send, receiver } = await reported();
    await db.write((tx) => tx.update(db.schema.repairs).set({ status: "cancelled" }));
    expect(await send()).toBe("1 stopped");
    expect(receiver.received).toEqual([]);
  });

  test("that acknowledgement meets on its way is read again before it is sent", async () => {
    const { db, send, receiver, clock } = await reported();
    const { emergencies } = db.schema;
    await db.write((tx) => tx.update(emergencies).set({ acknowledgedAt: clock.now, acknowledgedBy: "Pat Duty" }));
    expect(await send()).toBe("1 stopped");
    expect(receiver.received).toEqual([]);
  });

  test.each([
    ["answers 500", { status: 500 }, "answered 500"],
    ["is slow", { afterMs: 60_000 }, "took too long", 300],
    ["is down", { cut: true }, "could not be reached"],
    ["sends elsewhere", { status: 302 }, "answered 302"],
  ])(
    "to a receiver that %s is put off under the same id and words, and sent once it recovers",
    async (_, answers, fault, patienceMs?: number) => {
      const world = await reported();
      const { db, receiver, send, lines } = world;
      receiver.answers = answers;
      expect(await send(patienceMs ? { patienceMs } : {})).toBe("1 put off");
      expect(await messagesIn(db)).toMatchObject([{ status: "waiting", tries: 1, fault, sentAt: null }]);
      expect(lines).toEqual([expect.stringMatching(new RegExp(`^Emergency [2-9A-Z-]{9} did not reach .*try 1.*: ${fault}$`))]);
      expect(lines.join()).not.toMatch(/hidden|Mill Lane|Ann/);
      expect(await send()).toBeUndefined();

      receiver.answers = {};
      world.clock.now = addSeconds(world.clock.now, 30);
      expect(await send()).toBe("1 sent");
      const tries = receiver.received;
      expect(new Set(tries.map(({ headers, body }) => JSON.stringify([headers["idempotency-key"], body]))).size).toBe(1);
      expect(await messagesIn(db)).toMatchObject([{ status: "sent", tries: 2 }, { status: "waiting" }]);
    },
  );

  test("is given up after four tries, for all to see, and still said anew after ten minutes", async () => {
    const world = await reported();
    const { db, receiver, send, lines } = world;
    receiver.answers = { status: 503 };
    const said: (string | undefined)[] = [];
    for (const seconds of [0, 30, 60, 120]) {
      world.clock.now = addSeconds(world.clock.now, seconds);
      said.push(await send());
    }
    expect(said).toEqual(["1 put off", "1 put off", "1 put off", "1 given up"]);
    expect(lines).toHaveLength(4);
    expect(await messagesIn(db)).toMatchObject([
      { status: "failed", tries: 4, fault: "answered 503", sentAt: null },
      { status: "waiting" },
    ]);
    receiver.answers = {};
    later(world, 6.5);
    expect(await send()).toBe("1 sent");
    expect(receiver.received.at(-1)?.body.number).toBe(2);
  });

  test("is sent once for each time it is due, by however many senders at once", async () => {
    const world = await reported();
    world.receiver.answers = { afterMs: 50 };
    for (let round = 1; round <= 3; round++) {
      await Promise.all([world.send(), world.send(), world.send()]);
      expect(world.receiver.received.map(({ body }) => body.number)).toEqual([1, 2, 3].slice(0, round));
      later(world, 10);
    }
  });

  test("whose sender died is taken over after a minute, under the same id", async () => {
    const world = await reported();
    const { db, receiver, send, clock } = world;
    const [message] = await messagesIn(db);
    await db.write((tx) => tx.update(db.schema.messages).set({ tries: 1, tryAt: addSeconds(clock.now, 60) }));
    expect(await send()).toBeUndefined();
    later(world, 1);
    expect(await send()).toBe("1 sent");
    expect(receiver.received[0]?.headers["idempotency-key"]).toBe(message?.id);
  });
});

onBothEngines("a landlord whose contact is the log", (open) => {
  test("reads there where to say that it was seen, and nothing of the person", async () => {
    const world = await emergencyWorld(await open(), { emergencyContact: { name: { en: "Duty" }, sendTo: "log" } });
    await reportFlood(world.browser());
    expect(await world.send()).toBe("1 sent");
    expect(world.lines).toEqual([expect.stringMatching(/^Emergency \S+: .* https:\/\/repairs\.test\/acknowledge\/[\w-]{43}$/)]);
  });

  test("and one who took the contact out of the settings sees that messages wait", async () => {
    const world = await emergencyWorld(await open());
    await reportFlood(world.browser());
    const { emergencyContact: _, ...landlord } = aLandlord();
    expect(await world.send({ landlord })).toBe("1 put off");
    expect(world.lines).toEqual([expect.stringContaining("no emergencyContact in the settings")]);
  });
});
