import { addDays, addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tidyDrafts } from "#app/services/tidy-drafts.server.ts";
import type { Db } from "#db/client.ts";
import { addRepair, NOW, THURSDAY } from "#tests/support/calendar.ts";
import { atReport, call, chooseTap, deskWorld, identify, press, TENANT } from "#tests/support/desk-world.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, errors, heading, main, table } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { CONTACT, MORNING, TAP, walk } from "#tests/support/walk.ts";

/** What a field has, by its id. */
const valueOf = ({ document }: Visited, id: string) => {
  const field = document.getElementById(id);
  return field instanceof (document.defaultView?.HTMLTextAreaElement ?? Object) ? field.textContent : field?.getAttribute("value");
};

const problemOf = async (db: Db) => {
  const [problem] = await db.read.select().from(db.schema.problems).limit(1);
  return { problemId: problem?.id ?? "" };
};

const rows = async (db: Db) => {
  const { calls, identityChecks, callersForTenants, repairs, events, slots, messages, drafts } = db.schema;
  const of = <T extends typeof calls | typeof identityChecks>(table: T) => db.read.select().from(table);
  return {
    calls: await of(calls),
    checks: await db.read.select().from(identityChecks),
    callers: await db.read.select().from(callersForTenants),
    repairs: await db.read.select().from(repairs),
    events: (await db.read.select().from(events)).filter(({ repairId }) => repairId),
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

  test("who is not who they say is shown nothing, is asked three times, and is called back", async () => {
    const { db, amy } = await deskWorld(open);
    await addRepair(db, { ...(await problemOf(db)), uprn: "100000001", reference: "7KQ4-9XMV", problem: "Secret shower" });
    const first = await call(amy);
    const facts = body(first).getByRole("combobox", { name: "And one more fact" });
    expect([...facts.querySelectorAll("option")].map(({ value }) => value)).toEqual(["birth", "tenancy", "phone", "email"]);
    const none = await press(amy, first, "Check", { asked: "name", caller: "family", fact: "constructor" });
    expect(errors(none)).toEqual(["Ask for the name and the address, and tick both", "Select which fact you asked for"]);
    expect(errors(await identify(amy, first, { said: "" }))).toEqual(["Enter what the caller says"]);
    for (const [said, left] of [
      ["28 3 1985", "2 tries are left"],
      ["T-00018", "One try is left"],
    ] as const) {
      const wrong = await identify(amy, first, { fact: said.startsWith("T") ? "tenancy" : "birth", said });
      expect([wrong.status, errors(wrong)[0]?.includes(left), wrong.html.includes(said), wrong.html.includes("Secret shower")]).toEqual([
        422,
        true,
        false,
        false,
      ]);
    }
    const stopped = await identify(amy, first, { fact: "phone", said: "07700 900 124" });
    expect(main(stopped)).toContain("Call back on a number on file: +447700900123");
    expect(body(stopped).queryByRole("button", { name: /Report a new repair|Check/ })).toBeNull();
    expect((await amy.post(first.path, { intent: "report" })).path).toBe(first.path);
    expect(main(await identify(amy, first))).toContain("Do not go on with this call");
    const { checks, drafts } = await rows(db);
    expect(checks.map(({ asked, passed }) => [asked[2], passed])).toEqual([
      ["birth", false],
      ["tenancy", false],
      ["phone", false],
    ]);
    expect(JSON.stringify(checks)).not.toMatch(/1985|00018|900/);
    expect(drafts).toEqual([]);
  });

  test("somebody who calls for a tenant, and a home that nobody is on file for: a report is taken and nothing of the file is shown", async () => {
    const { db, amy, clock } = await deskWorld(open);
    const first = await call(amy);
    expect(errors(await identify(amy, first, { caller: "carer", consent: "said" }))).toEqual(["Enter the full name of who is calling"]);
    const carer = await identify(amy, first, { caller: "carer", consent: "said", name: "Carl Carer", fact: "tenancy", said: "t 00017" });
    const forThem = await chooseTap(amy, await press(amy, carer, `Report a new repair for ${TENANT.name}`));
    expect(["person-name", "person-phone", "contact-name", "contact-phone"].map((id) => valueOf(forThem, id))).toEqual([
      TENANT.name,
      TENANT.phone,
      "Carl Carer",
      "",
    ]);
    const saved = await press(amy, forThem, "save", {
      confirmed: "yes",
      "contact-phone": "01632 960 001",
      "contact-confirmBy": "them-text",
    });
    expect(heading(saved)).toBe("Booked");

    const unsure = await identify(amy, await amy.post("/contact-centre/calls", { uprn: "100000002" }), {});
    expect(main(unsure)).toContain("say nothing of what is on file");
    const report = await press(amy, unsure, "Report a new repair");
    expect(report.html).not.toContain("Already reported?");
    const chosen = await chooseTap(amy, report);
    const missing = await press(amy, chosen, "save", { confirmed: "yes" });
    expect(errors(missing)).toContain("Select rent, own, or that you are not sure");
    const typed = {
      "tenure-tenure": "rent",
      "contact-name": "New Tenant",
      "contact-phone": "07700 900 555",
      "contact-confirmBy": "text",
      confirmed: "yes",
    };
    expect(heading(await press(amy, missing, "save", typed))).toBe("Booked");
    const { repairs, checks, callers, messages } = await rows(db);
    expect(repairs.map(({ uprn, proven }) => [uprn, proven])).toEqual([
      ["100000001", true],
      ["100000002", false],
    ]);
    expect(checks.map(({ caller, consent, passed, asked }) => [caller, consent, passed, asked.length])).toEqual([
      ["carer", "said", true, 3],
      ["tenant", null, false, 2],
    ]);
    expect(callers).toMatchObject([{ name: "Carl Carer", relationship: "carer" }]);
    expect(messages.filter(({ kind }) => kind === "reported-booked")).toHaveLength(2);

    // The tenant has not agreed: the same as nobody known.
    clock.now = addMinutes(NOW, 2);
    const refused = await identify(amy, await call(amy), { caller: "family", consent: "none", name: "Fay Family" });
    expect([main(refused).includes("say nothing of what is on file"), refused.html.includes("7KQ4")]).toEqual([true, false]);
    expect(valueOf(await press(amy, refused, "Report a new repair"), "contact-name")).toBe("Fay Family");
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
    expect(valueOf(stale, "describe-description")).toBe("Amy's words");
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

  test("an emergency is taken down before any check; gas and fire are told what to do; where nobody goes alone an officer arranges it", async () => {
    const { db, amy } = await deskWorld(open);
    const first = await call(amy);
    expect(errors(await press(amy, first, "Record an emergency now"))).toEqual(["Select what is happening"]);
    const gas = await press(amy, first, "Record an emergency now", { kind: "gas" });
    expect([main(gas).includes("open windows"), body(gas).queryByRole("button", { name: "Save and confirm" })]).toEqual([true, null]);
    const flood = await press(amy, first, "Record an emergency now", { kind: "flood" });
    expect(flood.html).not.toContain(TENANT.name);
    const empty = await press(amy, flood, "save");
    expect([empty.status, errors(empty)[0]]).toEqual([422, "Enter a description of the problem"]);
    const typed = {
      "describe-description": "Through the ceiling",
      "contact-name": "Neighbour",
      "contact-phone": "07700 900 555",
      "contact-confirmBy": "phone",
    };
    expect(heading(await press(amy, empty, "save", typed))).toBe("Sent to whoever is on duty");
    expect((await rows(db)).repairs).toMatchObject([{ waitsFor: "emergency", channel: "phone", proven: false }]);

    await db.write((tx) => tx.update(db.schema.homes).set({ notAloneWhy: "Threats" }).where(eq(db.schema.homes.uprn, "100000001")));
    const alone = await chooseTap(amy, await press(amy, await identify(amy, first), `Report a new repair for ${TENANT.name}`));
    expect([main(alone).includes("Nobody visits this home alone"), alone.html.includes("Threats")]).toEqual([true, false]);
    const saved = await press(amy, alone, "save", { confirmed: "yes", "call-back-when": "any" });
    expect([heading(saved), main(saved).includes("we will call you to arrange it")]).toEqual(["Report taken", true]);
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
