import { addDays, addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tidyDrafts } from "#app/services/tidy-drafts.server.ts";
import { addRepair, NOW, THURSDAY } from "#tests/support/calendar.ts";
import { atReport, call, chooseTap, deskWorld, identify, press, problemOf, rows, TENANT, typedIn } from "#tests/support/desk-world.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, errors, heading, main, table } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { CONTACT, MORNING, TAP, walk } from "#tests/support/walk.ts";

onBothEngines("an agent with a caller", (open) => {
  test("books for somebody who is known, with a few presses, and everything says who did it", async () => {
    const { db, amy } = await deskWorld(open);
    const first = await call(amy, { typed: "07700 900 123" });
    expect((await call(amy)).path).toBe(first.path);
    expect(main(first)).toContain("Not identified yet");
    const known = await press(amy, first, "Check", { asked: ["name", "address"] });
    expect(main(known)).toContain("Identified");
    const page = await press(amy, known, `Report a new repair for ${TENANT.name}`);
    const found = await press(amy, page, "go", { q: "dripping kitchen tap" });
    const [first1] = body(found).getAllByRole<HTMLInputElement>("radio");
    expect(first1?.checked).toBe(true);
    const chosen = await press(amy, found, "go");
    expect(main(chosen)).toContain("Held until 09:10: Thursday 26 November, 8am to 1pm (morning)");
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

  test("who hangs up is on the list with the time that is held, and whoever takes their next call goes on with it", async () => {
    const world = await deskWorld(open);
    const { db, amy, ben, clock } = world;
    const left = await chooseTap(amy, await atReport(amy));
    await press(amy, left, "go", { "describe-description": "Drips since Sunday", "contact-email": "not an address" });
    const list = await ben.get("/contact-centre/drafts");
    expect(table(list, "Reports not saved")).toEqual([["1 Mill Lane, FH1 1AA", "Amy", "9am on Monday 23 November", "until 09:10"]]);
    clock.now = addMinutes(NOW, 12);
    expect(table(await ben.get("/contact-centre/drafts"), "Reports not saved")[0]?.[3]).toBe("None");
    const again = await identify(ben, await call(ben));
    const taken = await press(ben, again, /^Go on with the report that Amy began/);
    expect(main(taken)).toContain("Amy began this report");
    expect(body(taken).getByRole<HTMLTextAreaElement>("textbox", { name: /coming know/ }).value).toBe("Drips since Sunday");
    const wrong = await press(ben, taken, "save", { confirmed: "yes" });
    expect([wrong.status, errors(wrong)[0]]).toEqual([422, "Enter an email address in the correct format, like name@example.com"]);
    expect(heading(await press(ben, wrong, "save", { confirmed: "yes", "contact-email": "" }))).toBe("Booked");
    expect(main(await amy.get("/contact-centre/drafts"))).toContain("Every report that was begun has been saved");
    // What Amy still has on her screen leads to what it came to.
    expect(heading(await press(amy, left, "save", { confirmed: "yes" }))).toBe("Booked");
    const { repairs, calls, events } = await rows(db);
    expect([repairs.length, calls.map(({ reason }) => reason)]).toEqual([1, [null, "new"]]);
    expect(new Set(events.map(({ who }) => who))).toEqual(new Set([calls[1]?.staffId]));

    await chooseTap(amy, await atReport(amy));
    const tidy = (now: Date) => tidyDrafts({ db, photos: world.photos, nation: "england", now });
    expect(await tidy(addDays(NOW, 8))).toContain("1 deleted");
    expect((await rows(db)).held).toEqual([]);
  });

  test("what is reported already is offered before a new report, the same trade first, and the call is counted in once", async () => {
    const { db, amy } = await deskWorld(open);
    const problem = await problemOf(db);
    const at = { ...problem, uprn: "100000001" };
    const tap = await addRepair(db, { ...at, reference: "7KQ4-9XMV" });
    await addRepair(db, { ...at, reference: "2222-2222", trade: "carpentry", problem: "Door", raisedAt: addMinutes(NOW, -1) });
    await addRepair(db, { ...at, reference: "3333-3333", status: "done", closedAt: addDays(NOW, -31) });
    await addRepair(db, {
      ...at,
      reference: "4444-4444",
      trade: "glazing",
      status: "done",
      closedAt: addDays(NOW, -29),
      raisedAt: addDays(NOW, -40),
    });
    const references = (page: Visited) =>
      [...page.document.querySelectorAll(".app-desk__reported a")].map(({ textContent }) => textContent?.slice(-9));
    const first = await call(amy);
    expect(first.html).not.toContain("7KQ4-9XMV");
    expect((await amy.post(first.path, { intent: "count", same: tap })).path).toBe(first.path);
    const known = await identify(amy, first);
    expect(references(known)).toEqual(["7KQ4-9XMV", "2222-2222", "4444-4444"]);
    const report = await chooseTap(amy, await press(amy, known, `Report a new repair for ${TENANT.name}`));
    expect(references(report)).toEqual(["7KQ4-9XMV", "2222-2222", "4444-4444"]);
    const worse = /worse.*7KQ4-9XMV/;
    expect(main(await press(amy, report, worse))).toContain("This call is counted with the repair");
    await press(amy, known, worse);
    const { calls, events, repairs } = await rows(db);
    expect(calls).toMatchObject([{ reason: "chase", repairId: tap }]);
    expect(events).toMatchObject([{ what: "chased", channel: "phone", who: calls[0]?.staffId, repairId: tap, after: { worse: "yes" } }]);
    expect(repairs.find(({ id }) => id === tap)).toMatchObject({ waitsFor: "worse", status: "open" });
  });

  test("two agents on one report: who saved first is named, nothing typed is lost, and it becomes one repair", async () => {
    const { db, amy, ben } = await deskWorld(open);
    const page = await chooseTap(amy, await atReport(amy));
    const same = await ben.get(page.path);
    expect(main(same)).toContain("Amy began this report");
    await press(ben, same, "take", { "slot-offer": `${THURSDAY}.afternoon`, "describe-description": "Ben's words" });
    const stale = await press(amy, page, "save", { confirmed: "yes", "describe-description": "Amy's words" });
    expect([stale.status, errors(stale)[0]]).toEqual([422, expect.stringContaining("Ben has changed this report")]);
    expect(typedIn(stale, "describe-description")).toBe("Amy's words");
    expect(main(stale)).toContain("Held until 09:10: Thursday 26 November, 12pm to 5pm");
    const both = await Promise.all([press(amy, stale, "save", { confirmed: "yes" }), press(amy, stale, "save", { confirmed: "yes" })]);
    expect(both.some((each) => heading(each) === "Booked")).toBe(true);
    const { repairs, taken } = await rows(db);
    expect([repairs.length, taken.map(({ window }) => window)]).toEqual([1, ["afternoon"]]);
  });

  test("an agent and a tenant who want the last slot at once: one has it, and the other is told", async () => {
    const { db, amy, browser } = await deskWorld(open);
    const { slots } = db.schema;
    const [last, ...others] = await db.read.select().from(slots);
    for (const { id } of others) await db.write((tx) => tx.update(slots).set({ open: false }).where(eq(slots.id, id)));
    expect(last?.window).toBe("morning");
    const tenant = browser();
    const check = await walk(tenant, [...TAP, MORNING, CONTACT]);
    const page = await chooseTap(amy, await atReport(amy));
    const [byAgent, byTenant] = await Promise.all([press(amy, page, "save", { confirmed: "yes" }), tenant.post(check.path)]);
    const { taken, repairs } = await rows(db);
    expect([taken.length, repairs.length]).toEqual([1, 1]);
    const isAgents = repairs[0]?.channel === "phone";
    expect([heading(byAgent), byTenant.path.includes("/confirmation")]).toEqual(
      isAgents ? ["Booked", false] : ["Take a report: 1 Mill Lane", true],
    );
    if (!isAgents) expect(main(byAgent)).toContain("No time is free");
  });

  test("whatever is posted, nothing breaks, and no tenant's own report is an agent's to open", async () => {
    const { amy, browser } = await deskWorld(open);
    const own = await walk(browser(), TAP);
    expect((await amy.get(own.path.replace("/report/", "/contact-centre/report/").replace("/slot", ""))).status).toBe(404);
    const first = await call(amy);
    const page = await press(amy, await identify(amy, first), `Report a new repair for ${TENANT.name}`);
    const odd = ["constructor", "\0", "x".repeat(100_000), "\u{1F6BF}", "__proto__"];
    for (const path of ["/contact-centre/calls", first.path, page.path]) {
      for (const each of odd) {
        const names = [
          "intent",
          "uprn",
          "phone",
          "kind",
          "asked",
          "fact",
          "said",
          "caller",
          "name",
          "consent",
          "draft",
          "tenant",
          "version",
          "q",
          "problem",
        ];
        const more = ["slot-offer", "later", "same", "worse", "confirmed", "describe-description", "contact-name"];
        const answer = await amy.post(path, Object.fromEntries([...names, ...more].map((name) => [name, [each, each]])));
        expect(answer.status, path).toBeLessThan(500);
        for (const intent of ["check", "emergency", "report", "resume", "count", "go", "find", "choose", "take", "save"])
          expect(
            (await amy.post(path, { intent, version: "1", uprn: each, q: each, problem: each, fact: each, draft: each })).status,
          ).toBeLessThan(500);
      }
    }
    expect((await amy.post("/contact-centre/calls", { uprn: "999" })).status).toBe(404);
  });
});
