import { addHours, addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { changeSlots } from "#app/services/change-slots.server.ts";
import { dispatchEmergency } from "#app/services/dispatch-emergency.server.ts";
import { addOperative, addRepair, addSlots, NOW, RULES } from "#tests/support/calendar.ts";
import { emergencyWorld, reportFlood } from "#tests/support/emergencies.ts";
import { type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { body, errors } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const PAGE = "/staff/emergencies";
const TODAY = "2026-11-23";

const headings = (page: Visited) =>
  body(page)
    .queryAllByRole("heading", { level: 3 })
    .map(({ textContent }) => textContent);
const row = ({ document }: Visited, name: string) =>
  [...document.querySelectorAll("dt")].find(({ textContent }) => textContent === name)?.nextElementSibling?.textContent;
const choices = ({ document }: Visited) => [...document.querySelectorAll("option")].map(({ textContent }) => textContent);

/** A flood at 1 Mill Lane, and who works today: Ann has a visit free this afternoon, Bea none; Cal does not work. */
async function floodWorld(open: OpenFresh) {
  const world = await emergencyWorld(await open());
  const { db, browser } = world;
  await reportFlood(browser());
  const [ann, bea] = [await addOperative(db, { name: "Ann" }), await addOperative(db, { name: "Bea", trades: ["carpentry"] })];
  await addOperative(db, { name: "Cal" });
  const annSlots = await addSlots(db, { operativeId: ann, date: TODAY, windows: ["afternoon"] });
  const beaSlots = await addSlots(db, { operativeId: bea, date: TODAY, windows: ["morning"], draftId: null });
  const [flood] = await db.read.select().from(db.schema.repairs);
  const repairId = flood?.id ?? "";
  const officer = browser();
  await signInAs(officer, await addStaffMember(db));
  /** Later, with a session that has not ended meanwhile. */
  const at = async (now: Date) => {
    world.clock.now = now;
    await signInAs(officer, "ada@example.com");
  };
  const posts = (typed: Record<string, string>) => officer.post(PAGE, { repair: repairId, ...typed });
  const emergency = async () => (await db.read.select().from(db.schema.emergencies))[0];
  const visits = async () => await db.read.select().from(db.schema.slots).where(eq(db.schema.slots.date, TODAY));
  return { ...world, officer, at, ann, bea, annSlots, beaSlots, repairId, posts, emergency, visits };
}

onBothEngines("an emergency that is not safe", (open) => {
  test("is shown with the time left, is seen, given to somebody who works today, given again, and said to be safe", async () => {
    const { db, officer, at, clock, ann, bea, annSlots, posts, emergency, visits, send, receiver } = await floodWorld(open);
    await at(addMinutes(NOW, 40));
    const page = await officer.get(PAGE);
    expect(headings(page)).toEqual([expect.stringMatching(/^\S{9} 23 hours 20 minutes left$/)]);
    body(page).getByText("The times left are as of 9:40am.");
    body(page).getByText("1 Mill Lane, FH1 1AA");
    expect(body(page).getByRole("link", { name: "+447700900123" }).getAttribute("href")).toBe("tel:+447700900123");
    expect([row(page, "Acknowledged"), row(page, "Given to")]).toEqual(["By nobody yet", "Nobody yet"]);

    const seen = await posts({ change: "acknowledge" });
    expect(row(seen, "Acknowledged")).toBe("By Ada Person, 9:40am on Monday 23 November");
    expect(body(seen).queryByRole("button", { name: "I have seen this" })).toBeNull();
    await send();
    expect(receiver.received).toEqual([]);

    const nobody = await posts({ change: "give", seen: "" });
    expect([nobody.status, errors(nobody)]).toEqual([422, ["Choose an operative"]]);
    expect(choices(nobody)).toEqual(["Choose an operative", "Ann: has a free visit", "Bea: has a free visit"]);
    const away = await posts({ change: "give", seen: "", operative: "nobody" });
    expect([away.status, errors(away)]).toEqual([422, ["This operative does not work today any more. Choose another one"]]);

    const given = await posts({ change: "give", seen: "", operative: ann });
    expect(row(given, "Given to")).toBe("Ann, 9:40am on Monday 23 November");
    await posts({ change: "give", seen: "", operative: ann });
    expect((await visits()).map(({ id, extra, part }) => [id, extra, part])).toEqual(expect.arrayContaining([[annSlots[0], false, 1]]));
    expect(await db.read.select().from(db.schema.appointments)).toMatchObject([
      { purpose: "safety work", date: TODAY, window: "afternoon", windowName: "Afternoon", status: "booked" },
    ]);

    const stale = await posts({ change: "give", seen: "", operative: bea });
    expect([stale.status, errors(stale)]).toEqual([
      422,
      ["Somebody else has given this emergency to an operative meanwhile. Look who has it now"],
    ]);
    await at(addHours(NOW, 5));
    const again = await posts({ change: "give", seen: annSlots[0] ?? "", operative: bea });
    expect(row(again, "Given to")).toBe("Bea, 2pm on Monday 23 November");
    expect(choices(again)).toContain("Bea: fully booked, this comes on top");
    expect((await visits()).filter(({ appointmentId }) => appointmentId !== null)).toMatchObject([
      { operativeId: bea, window: "morning", place: 2, extra: true, open: true, part: 1 },
    ]);

    const [extra] = (await visits()).filter((slot) => slot.extra);
    await at(addHours(NOW, 6));
    await posts({ change: "give", seen: extra?.id ?? "", operative: ann });
    expect((await visits()).find(({ id }) => id === extra?.id)).toMatchObject({ open: false, withdrawn: true, appointmentId: null });
    expect(row(await officer.get(PAGE), "Given to")).toBe("Ann, 3pm on Monday 23 November");

    await at(addHours(NOW, 25));
    expect(headings(await officer.get(PAGE))).toEqual([expect.stringContaining("1 hour late")]);
    const safe = await posts({ change: "safe" });
    body(safe).getByText("There is no emergency that waits.");
    await posts({ change: "safe" });
    expect(await emergency()).toMatchObject({ madeSafeAt: clock.now, dispatchedAt: addHours(NOW, 6) });
    const late = await posts({ change: "give", seen: "", operative: ann });
    expect([late.status, errors(late)]).toEqual([422, ["This emergency is safe already, or its repair is closed"]]);
    for (const change of ["", "constructor", "x\0".repeat(1000)]) expect((await posts({ change })).status).toBe(422);
    const events = (await db.read.select().from(db.schema.events)).map(({ what }) => what);
    expect(events.filter((what) => !/account|password|reported|signed in/.test(what))).toEqual([
      ...[
        "acknowledged",
        "emergency given to an operative",
        "emergency given to an operative",
        "emergency given to an operative",
        "made safe",
      ],
    ]);
  });

  test("goes to whoever may do its trade, the one late first at the top; who is off sick after all is said", async () => {
    const { db, officer, ann, annSlots, repairId, posts } = await floodWorld(open);
    const { problems, emergencies, contacts, trades, accreditations } = db.schema;
    const [problem] = await db.read.select().from(problems).limit(1);
    const gas = await addRepair(db, {
      ...{ uprn: "100000002", problemId: problem?.id ?? "", reference: "GAS4-LATE", trade: "gas", problem: "Boiler" },
      ...{ priority: "emergency", dueOn: TODAY, dueAt: addHours(NOW, -2) },
    });
    await db.write(async (tx) => {
      await tx.insert(emergencies).values({ repairId: gas });
      await tx.insert(contacts).values({ repairId: gas, name: "Sam", confirmBy: "text", description: "Hisses" });
      await tx.insert(trades).values({ id: "gas", name: "Gas", accreditation: "gas" });
    });
    const [dot, eve] = [await addOperative(db, { name: "Dot", trades: ["gas"] }), await addOperative(db, { name: "Eve", trades: ["gas"] })];
    for (const operativeId of [dot, eve]) await addSlots(db, { operativeId, date: TODAY });
    await db.write(async (tx) => {
      await tx.insert(accreditations).values({ operativeId: dot, kind: "gas", endsOn: TODAY });
      await tx.insert(accreditations).values({ operativeId: eve, kind: "gas", endsOn: "2026-11-22" });
    });
    const page = await officer.get(PAGE);
    expect(headings(page)).toEqual(["GAS4-LATE 2 hours late", expect.stringContaining("1 day left")]);
    expect(choices(page)).toEqual([
      ...["Choose an operative", "Dot: has a free visit"],
      ...["Choose an operative", "Ann: has a free visit", "Bea: has a free visit", "Dot: has a free visit", "Eve: has a free visit"],
    ]);
    expect((await posts({ repair: gas, change: "give", seen: "", operative: eve })).status).toBe(422);

    await posts({ change: "give", seen: "", operative: ann });
    await changeSlots(db, { ids: annSlots, change: "withdraw", reason: "sick", who: "officer", now: NOW });
    expect((await officer.get(PAGE)).html).toContain("Ann, who is not at work after all");
    await posts({ repair: repairId, change: "give", seen: annSlots[0] ?? "", operative: dot });
    expect((await officer.get(PAGE)).html).toContain("Dot, 9am");

    await db.write((tx) => tx.update(db.schema.appointments).set({ status: "done" }));
    expect((await officer.get("/staff/day")).html).toContain("Nobody now. Somebody was sent 9am on Monday 23 November");
    const back = await posts({ page: "/staff/day", change: "give", seen: "", operative: dot });
    expect([back.path, body(back).getAllByText("Dot, 9am on Monday 23 November")]).toEqual(["/staff/day", [expect.anything()]]);
  });

  test("is given once, however many officers give it at once, and so is each slot", async () => {
    const { db, ann, bea, repairId, visits } = await floodWorld(open);
    const give = (operativeId: string) =>
      dispatchEmergency(db, { repairId, operativeId, seen: "", rules: RULES, who: "officer", by: "Ada", now: NOW });
    const answers = await Promise.all([ann, bea, ann, bea, bea].map(give));
    const kept = (await visits()).filter(({ appointmentId }) => appointmentId !== null);
    expect(kept).toHaveLength(1);
    expect(await db.read.$count(db.schema.appointments)).toBe(1);
    expect(answers.map(({ ok }, at) => ok === ([ann, bea, ann, bea, bea][at] === kept[0]?.operativeId))).toEqual(Array(5).fill(true));
  });
});
