import { addDays, addMinutes } from "date-fns";
import { expect, test } from "vitest";
import { addAppointment, addRepair, NOW, THURSDAY } from "#tests/support/calendar.ts";
import { atReport, call, chooseTap, deskWorld, identify, press, TENANT } from "#tests/support/desk-world.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, errors, heading, main } from "#tests/support/page.ts";
import type { Db } from "#db/client.ts";

const rows = async (db: Db) => {
  const { calls, identityChecks, callersForTenants, repairs, events, slots, messages, drafts } = db.schema;
  const of = <T extends typeof calls | typeof identityChecks>(table: T) => db.read.select().from(table);
  return {
    calls: await of(calls),
    checks: await db.read.select().from(identityChecks),
    callers: await db.read.select().from(callersForTenants),
    repairs: await db.read.select().from(repairs),
    events: await db.read.select().from(events),
    messages: await db.read.select().from(messages),
    drafts: await db.read.select().from(drafts),
    held: (await db.read.select().from(slots)).filter(({ draftId, expiresAt }) => draftId && expiresAt),
    taken: (await db.read.select().from(slots)).filter(({ appointmentId }) => appointmentId),
  };
};

onBothEngines("an agent with a caller", (open) => {
  test("books for somebody who is known, with a few presses, and everything says who did it", async () => {
    const { db, amy } = await deskWorld(open);
    const first = await call(amy, { phone: "07700 900 123" });
    expect((await call(amy)).path).toBe(first.path);
    expect(main(first)).toContain("Not identified yet");
    const known = await press(amy, first, "Check", { asked: ["name", "address"] });
    expect(main(known)).toContain("Identified");
    const page = await press(amy, known, `Report a new repair for ${TENANT.name}`);
    const found = await press(amy, page, "go", { q: "dripping kitchen tap" });
    const [first1] = body(found).getAllByRole<HTMLInputElement>("radio");
    expect(first1?.checked).toBe(true);
    const chosen = await press(amy, found, "go");
    expect(main(chosen)).toContain("Held until 9:10: Thursday 26 November, 8am to 1pm (morning)".replace("9:10", "09:10"));
    expect((await rows(db)).held).toHaveLength(1);
    const unread = await press(amy, chosen, "go");
    expect([unread.status, errors(unread)]).toEqual([422, ["Read the details back, then tick that they are right"]]);
    const saved = await press(amy, unread, "go", { confirmed: "yes" });
    expect(heading(saved)).toBe("Booked");
    expect(main(saved)).toContain("Thursday 26 November, 8am to 1pm (morning)");
    const now = await rows(db);
    expect(now.calls).toMatchObject([{ reason: "new", repairId: now.repairs[0]?.id, endedAt: null }]);
    expect(now.checks.map(({ asked, passed }) => ({ asked, passed }))).toEqual([
      { asked: ["phone"], passed: true },
      { asked: ["name", "address", "phone"], passed: true },
    ]);
    expect(now.repairs).toMatchObject([{ channel: "phone", proven: true, uprn: "100000001", tenureSaid: "rent" }]);
    expect(now.events.map(({ what, channel, who }) => [what, channel, who])).toEqual(
      ["reported", "booked"].map((what) => [what, "phone", now.calls[0]?.staffId]),
    );
    expect(now.messages.map(({ kind }) => kind)).toContain("reported-booked");
    expect(now.taken).toHaveLength(1);
  });
});
