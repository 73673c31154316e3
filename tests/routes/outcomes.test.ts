import { expect, test } from "vitest";
import { en } from "#app/languages/en.ts";
import { openReport } from "#app/services/open-report.server.ts";
import { submitReport } from "#app/services/submit-report.server.ts";
import { NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, heading } from "#tests/support/page.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { answerAll, CONTACT, type Given, MORNING, PASSED, TAP, TO_WHERE, walk } from "#tests/support/walk.ts";

const outside = (problem: string): Given[] => [...TO_WHERE, "Outside", problem, { description: "It is broken" }, ...PASSED];
const REPORT = {
  answers: {
    describe: { description: "Broken" },
    household: { people: [] },
    help: { needs: [], language: "", notes: "" },
    contact: { name: "Ann", phone: "07700 900123", email: "", confirmBy: "text" },
  },
  language: "en",
  rules: RULES,
  due: { dueOn: THURSDAY, dueAt: null },
  now: NOW,
};

onBothEngines("a report that ends without a calendar", (open) => {
  test("is planned by staff where nobody need be in: no picker, no call, the target is said", async () => {
    const { db, browser } = await reportWorld(await open());
    const device = browser();
    const planned = await walk(device, outside("Fence"));
    expect(heading(planned)).toBe("We will plan this work");
    body(planned).getByText("Nobody needs to be in, so there is no appointment to choose.");
    body(planned).getByText("Our target is to do it by Monday 21 December.");
    const check = await answerAll(device, planned, [{}, CONTACT]);
    body(check).getByText("By Monday 21 December. Nobody needs to be in");
    expect(body(check).queryByText("When can we call you?")).toBeNull();
    expect((await device.get(check.path.replace("check", "slot"))).path).toBe(check.path);
    const sent = await device.post(check.path);
    expect(heading(sent)).toMatch(/^Report received/);
    body(sent).getByText("Our staff plan this work. Nobody needs to be in when we come.");
    body(sent).getByText("Our target for this work is Monday 21 December.");
    const [repair] = await db.read.select().from(db.schema.repairs);
    expect(repair).toMatchObject({ waitsFor: "plan", callTime: null, dueOn: "2026-12-21" });
  });

  test("waits for staff to check who asks, where the work gives a way into the home", async () => {
    const { db, browser } = await reportWorld(await open());
    const device = browser();
    const call = await walk(device, outside("Garage lock"));
    expect(heading(call)).toBe("We need to check who you are");
    body(call).getByText(/could let someone into the home, so we do not book it online/);
    const check = await answerAll(device, call, ["Mornings", CONTACT]);
    const sent = await device.post(check.path);
    body(sent).getByText("We will call you to check that you live there, and then arrange the work. You asked us to call: mornings.");
    body(sent).getByText(/We never ask for passwords, bank details or door codes on that call/);
    const [repair] = await db.read.select().from(db.schema.repairs);
    expect(repair).toMatchObject({ waitsFor: "identity", callTime: "morning" });
    expect(await db.read.$count(db.schema.appointments)).toBe(0);
  });

  test("cannot be turned into a booking: not by a form made by hand, nor with a time held for another problem", async () => {
    const { db, browser } = await reportWorld(await open());
    const device = browser();
    const tap = await walk(device, [...TAP, MORNING]);
    const path = (step: string) => tap.path.replace("contact", step);
    await answerAll(device, await device.get(path("where?change")), ["Outside", "Garage lock"]);
    const call = await device.post(path("slot"), { offer: `${THURSDAY}.morning` });
    expect(heading(call)).toBe("We need to check who you are");
    const check = await answerAll(device, call, ["Mornings", CONTACT]);
    await device.post(check.path, { offer: `${THURSDAY}.morning` });
    const [repair] = await db.read.select().from(db.schema.repairs);
    expect(repair).toMatchObject({ problem: "Garage lock", waitsFor: "identity" });
    expect(await db.read.$count(db.schema.appointments)).toBe(0);
    expect((await db.read.select().from(db.schema.slots)).filter(({ draftId }) => draftId)).toEqual([]);
  });

  test.each(["Fence", "Garage lock"])("is refused as a booking by the service itself: %s", async (wording) => {
    const { db, browser } = await reportWorld(await open());
    await walk(browser(), [...TAP, MORNING]);
    const [draft] = await db.read.select().from(db.schema.drafts);
    const [home] = await db.read.select().from(db.schema.homes);
    const problem = (await db.read.select().from(db.schema.problems)).find((each) => each.problem === wording);
    if (!draft || !home || !problem) throw new Error("The world is not whole");
    const { id: draftId, device } = draft;
    const offer = { date: THURSDAY, window: "morning" };
    const answer = await submitReport(db, { ...REPORT, draftId, device, home, problem, outcome: { offer } });
    expect(answer).toEqual({ ok: false, reason: "not-bookable" });
    expect(await db.read.$count(db.schema.repairs)).toBe(0);
    expect((await openReport(db, { draftId, device, words: en, nation: "england", takesEmergencies: true, now: NOW }))?.hold).toMatchObject(
      offer,
    );
  });

  test("has a way on where nobody in the home can do what is usually the tenant's own job", async () => {
    const { db, browser } = await reportWorld(await open());
    const device = browser();
    const ownJob = await walk(device, [...TO_WHERE, "Kitchen", "Light bulb"]);
    body(ownJob).getByText(/Tenants usually do this job themselves/);
    body(ownJob).getByText(/If age, illness or disability means that nobody in the home can do it, ask us for help/);
    body(ownJob).getByRole("button", { name: "Nobody here can do it" });
    const call = await answerAll(device, ownJob, [{ goOn: "yes" }, { description: "The bulb is out" }, ...PASSED]);
    expect(heading(call)).toBe("We need to talk to you about this");
    await device.post((await answerAll(device, call, ["Mornings", CONTACT])).path);
    const [repair] = await db.read.select().from(db.schema.repairs);
    expect(repair).toMatchObject({ problem: "Light bulb", waitsFor: "call", callTime: "morning" });
  });
});
