import { addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { instantAt } from "#app/domain/local-date.ts";
import { staff } from "#app/languages/staff.ts";
import { addSlots, NOW, THURSDAY } from "#tests/support/calendar.ts";
import { type CallersWorld, callersWorld } from "#tests/support/callers-world.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { FRIDAY } from "#tests/support/own-world.ts";
import { body, errors, heading, main, table } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";
import { type Given, PASSED, TO_WHERE } from "#tests/support/walk.ts";

const { caller } = staff;
const FAR = "2027-03-15";
const offers = ({ document }: Visited) => [...document.querySelectorAll<HTMLInputElement>("input[name=offer]")].map(({ value }) => value);

onBothEngines("a repair of somebody on the phone", (open) => {
  const desk = (problem?: Given[]) => callersWorld(open, problem);
  const lastOf = async ({ events }: Pick<CallersWorld, "events">, what: string) => (await events()).filter((event) => event.what === what);

  test("is moved by an agent as its tenant could, by phone and in their name; the limit and the cut-off hold, and officers set them aside with a reason", async () => {
    const world = await desk();
    const { db, agent, agentId, officer, page, desk: path, slots, clock, plumber } = world;
    const shown = await agent.get(page);
    for (const name of [caller.actions.move, caller.actions["not-in"], caller.actions.cancel, caller.actions.edit])
      body(shown).getByRole("link", { name });
    expect(body(shown).queryByRole("link", { name: caller.actions.override })).toBeNull();
    expect(errors(await agent.post(`${path}/move`))).toEqual([caller.move.error]);
    for (const offer of ["constructor", "\0", "x".repeat(100_000), "2027-11-26.morning"])
      expect((await agent.post(`${path}/move`, { offer })).status).toBe(422);
    for (const _ of [1, 2]) expect(main(await agent.post(`${path}/move`, { offer: `${FRIDAY}.morning` }))).toContain(caller.saved.moved);
    expect(await slots()).toEqual([`${FRIDAY} morning`]);
    const [moved, ...others] = await lastOf(world, "appointment moved");
    expect(others).toEqual([]);
    expect(moved).toMatchObject({ who: agentId, channel: "phone", after: { date: FRIDAY, window: "morning" } });
    expect(main(await officer.get(page))).toMatch(/appointment moved, by Al Agent \(phone\)/);

    for (const date of [THURSDAY, FRIDAY]) await agent.post(`${path}/move`, { offer: `${date}.afternoon` });
    const full = await agent.get(`${path}/move`);
    expect(main(full)).toMatch(/moved 3 times for its tenant.*An officer, a manager or an administrator can set this aside/);
    expect(offers(full)).toEqual([]);
    expect(errors(await agent.post(`${path}/move`, { offer: `${THURSDAY}.morning` }))).toEqual([expect.stringContaining("3 times")]);
    expect((await agent.get(`${path}/override`)).status).toBe(403);
    expect((await agent.post(`${path}/override`, { offer: `${THURSDAY}.morning`, reason: "health" })).status).toBe(403);

    const [kept = ""] = await addSlots(db, {
      operativeId: plumber,
      date: "2026-12-01",
      keptFor: "emergency",
      keptUntil: instantAt(FAR, "00:00"),
    });
    await addSlots(db, { operativeId: plumber, date: FAR });
    clock.now = instantAt(FRIDAY, "11:30");
    await world.asOfficer("/staff");
    expect(main(await officer.get(`${path}/move`))).toMatch(/until 11am on Friday 27 November.*You can set this aside/);
    const all = await officer.get(`${path}/override`);
    expect(offers(all)).toEqual(expect.arrayContaining(["2026-12-01.morning", `${FAR}.morning`]));
    expect(errors(await officer.post(`${path}/override`))).toEqual([caller.move.error, caller.override.reason.error]);
    const over = await officer.post(`${path}/override`, { offer: "2026-12-01.morning", reason: "our-fault" });
    expect(main(over)).toContain(caller.saved.moved);
    const [slot] = await db.read.select().from(db.schema.slots).where(eq(db.schema.slots.id, kept));
    expect(slot?.appointmentId).not.toBeNull();
    await officer.post(`${path}/override`, { offer: `${FAR}.morning`, reason: "cannot-wait" });
    expect(await slots()).toEqual([`${FAR} morning`]);
    const aside = await lastOf(world, "rules set aside");
    expect(aside.map(({ after, channel }) => [after?.rules, after?.reason, channel]).sort()).toEqual([
      ["late ring-fence", "our-fault", "phone"],
      ["too-often horizon", "cannot-wait", "phone"],
    ]);
    expect(main(await officer.get(page))).toMatch(
      /reason: we let this tenant down before; set aside: the cut-off, what is kept for others/,
    );
    clock.now = NOW;
  });

  test("is asked after: one press counts it once, says what comes next, asks whether it is worse, and the call is a chase", async () => {
    const world = await desk();
    const { db, agent, agentId, page, desk: path, repair, clock, officer } = world;
    const { calls } = db.schema;
    const call = { id: "call-1", staffId: agentId, uprn: "100000001", startedAt: NOW };
    await db.write((tx) => tx.insert(calls).values(call));
    clock.now = addMinutes(NOW, 2);
    const press = { change: "chase", submission: "one" };
    for (const _ of [1, 2]) {
      const told = await agent.post(`${path}/chase`, press);
      expect(main(told)).toMatch(/Counted as a question.*Thursday 26 November, 8am to 1pm/);
    }
    expect((await lastOf(world, "chased")).map(({ who, channel }) => [who, channel])).toEqual([[agentId, "phone"]]);
    expect(errors(await agent.post(`${path}/chase`, {}))).toEqual([caller.told.worse.error]);
    expect(errors(await agent.post(`${path}/chase`, { worse: "yes", words: " " }))).toEqual([caller.told.words.error]);
    const said = { worse: "yes", words: "It runs now", submission: "two" };
    for (const _ of [1, 2]) expect(main(await agent.post(`${path}/chase`, said))).toContain(caller.saved.worse);
    expect(await repair()).toMatchObject({ waitsFor: "worse" });
    expect(main(await officer.get(page)).match(/It runs now/g)).toHaveLength(1);
    expect((await db.read.select().from(calls))[0]).toMatchObject({ reason: "chase", endedAt: null });

    for (const at of [page, "/contact-centre/list"])
      body(await agent.get(at)).getByRole("button", { name: staff.callEnd.button("to ask how a repair stands") });
    const end = await agent.get("/contact-centre/end-call");
    expect(main(end)).toContain("1 Mill Lane");
    expect(end.document.querySelector("input[name=reason][checked]")?.getAttribute("value")).toBe("chase");
    expect((await agent.post("/contact-centre/end-call", { call: "call-1", reason: "constructor" })).status).toBe(422);
    expect(errors(await officer.post("/contact-centre/end-call", { call: "call-1", reason: "chase" }))).toEqual([staff.callEnd.gone]);
    clock.now = addMinutes(NOW, 6);
    const day = await agent.post("/contact-centre/end-call", { call: "call-1", reason: "chase" });
    const [today] = table(day, staff.callDay.caption(staff.callDay.own));
    expect(today).toEqual(["Monday 23 November", "1", "0", "1", "0", "0", "0", "6", "1"]);
    expect((await db.read.select().from(calls))[0]).toMatchObject({ reason: "chase", endedAt: clock.now });
    expect((await agent.post("/contact-centre/end-call", { call: "call-1", reason: "new" })).status).toBe(422);
    expect((await agent.get("/contact-centre/day.csv")).status).toBe(403);
    await addStaffMember(db, { role: "manager", email: "mo@example.com", name: "Mo Manager" });
    const manager = world.browser();
    await signInAs(manager, "mo@example.com");
    const all = await manager.get("/contact-centre/day?of=all&unit=week");
    expect(table(all, staff.callDay.agentsCaption)).toEqual([["Al Agent", "1", "0", "1", "0", "0", "0", "6", "1"]]);
    const file = await manager.get("/contact-centre/day.csv?unit=week&to=2026-11-23");
    const lines = file.html.trim().split(/\r?\n/);
    expect(lines.slice(-2)).toEqual([
      "2026-11-23,2026-11-29,Everybody's,1,0,1,0,0,0,6,1",
      "2026-10-05,2026-11-29,Al Agent,1,0,1,0,0,0,6,1",
    ]);
    for (const odd of ["?unit=constructor&to=2026-13-01&of=x", "?to=1999-01-01"])
      expect((await manager.get(`/contact-centre/day${odd}`)).status).toBe(200);
    clock.now = NOW;
  });

  test("is given up and cancelled by phone; its last message is sent again once; details are changed by phone", async () => {
    const world = await desk();
    const { db, agent, agentId, page, desk: path, slots, repair, events } = world;
    const { messages, contacts } = db.schema;
    const before = await db.read.$count(messages);
    for (const _ of [1, 2])
      expect(main(await agent.post(`${path}/chase`, { change: "again", submission: "one" }))).toContain(caller.saved.again);
    expect(await db.read.$count(messages)).toBe(before + 1);

    const edit = await agent.get(`${page}/edit`);
    const [contact] = await db.read.select().from(contacts);
    const typed = {
      ...contact,
      description: "It drips",
      phone: "07700 900999",
      email: "",
      visitName: "",
      visitPhone: "",
      visitEmail: "",
      confirmBy: "text",
    };
    expect(heading(edit)).toBe(staff.repairChange.edit.title);
    await agent.post(`${page}/edit`, { ...typed, name: "Ann Tenant", version: String(contact?.version) } as Record<string, string>);
    expect((await db.read.select().from(contacts))[0]?.phone).toBe("+447700900999");

    for (const _ of [1, 2]) await agent.post(`${path}/not-in`);
    expect(await slots()).toEqual([]);
    expect(await repair()).toMatchObject({ status: "open", waitsFor: "call" });
    const { homes } = db.schema;
    const mark = (notAloneWhy: string | null) => db.write((tx) => tx.update(homes).set({ notAloneWhy }));
    const book = async () => agent.post(`${page}/book`, { offer: `${FRIDAY}.morning`, version: String((await repair()).version) });
    await mark("A threat");
    expect((await book()).status).toBe(422);
    expect(main(await agent.get(`${page}/book`))).toContain(caller.notAlone);
    await mark(null);
    await book();
    expect(await slots()).toEqual([`${FRIDAY} morning`]);
    expect(errors(await agent.post(`${path}/cancel`, { version: "0" }))).toEqual([caller.cancel.reason.error]);
    const stale = await agent.post(`${path}/cancel`, { reason: "fixed", version: "0" });
    expect([stale.status, errors(stale)[0]]).toEqual([422, expect.stringContaining("has changed")]);
    const { version } = await repair();
    for (const _ of [1, 2])
      expect(main(await agent.post(`${path}/cancel`, { reason: "fixed", version: String(version) }))).toContain(caller.saved.cancelled);
    expect(await repair()).toMatchObject({ status: "cancelled", closedWhy: "fixed" });
    const own = (await events()).filter(({ who }) => who === agentId);
    expect(own.every(({ channel }) => channel === "phone")).toBe(true);
    expect(own.map(({ what }) => what).sort()).toEqual([
      "appointment cancelled",
      "booked",
      "cancelled",
      "details changed",
      "message sent again",
      "visit given up",
    ]);
    expect(JSON.stringify(own)).not.toMatch(/900999|Ann/);
  });

  test("about damp is passed to an officer instead of being cancelled; a complaint is one press, has its dates, and its words are apart; whoever has its task sees whom to reach", async () => {
    const mould = [...TO_WHERE, "Kitchen", "Mould on a wall", { description: "It is black" }, ...PASSED];
    const { db, agent, officer, page, desk: path, repair, slots, reference } = await desk(mould);
    expect(main(await agent.get(`${path}/cancel`))).toContain(caller.cancel.careful);
    const { version } = await repair();
    const asked = await agent.post(`${path}/cancel`, { reason: "not-wanted", version: String(version) });
    expect(main(asked)).toContain(caller.saved.asked);
    expect([await slots(), (await repair()).waitsFor]).toEqual([[`${THURSDAY} morning`], "cancel"]);

    const press = { reference, submission: "one" };
    const first = await agent.post("/contact-centre/complaints", press);
    expect(main(first)).toMatch(/The complaint is recorded.*Acknowledge byMonday 30 November.*Answer byMonday 14 December/);
    expect((await agent.post("/contact-centre/complaints", press)).path).toBe(first.path);
    const own = first.path.split("?")[0] ?? "";
    expect((await agent.post(own, { words: "x".repeat(2001) })).status).toBe(422);
    await agent.post(own, { words: "Nobody came twice" });
    expect(main(await agent.get(page))).toContain(staff.complaints.open);
    expect(main(await agent.get("/contact-centre/complaints"))).toMatch(/1 waits to be acknowledged.*Acknowledge by Monday 30 November/);
    expect(errors(await officer.post(own, { change: "answer" }))).toEqual([staff.complaints.answer.gone]);
    expect(main(await agent.post(own, { change: "acknowledge" }))).toMatch(
      /Acknowledged9am on Monday 23 November, Al Agent.*Answer byMonday 7 December/,
    );
    expect((await agent.post(own, { change: "acknowledge" })).status).toBe(422);
    expect((await agent.post(own, { change: "answer" })).status).toBe(403);
    expect(main(await officer.post(own, { change: "answer" }))).toContain("Nobody came twice");
    expect(main(await agent.get(page))).not.toContain(staff.complaints.open);
    expect(JSON.stringify(await db.read.select().from(db.schema.events))).not.toContain("Nobody came");
    const odd: Record<string, string | string[]>[] = [
      {},
      { reference: "constructor" },
      { uprn: "100000002" },
      { reference: ["a", "b"], submission: "x".repeat(100_000) },
    ];
    for (const about of odd) expect(heading(await agent.post("/contact-centre/complaints", about))).toBe(staff.complaints.one);
    expect(main(await agent.get("/contact-centre/complaints"))).toContain("2 Mill Lane");

    await agent.post(`${path}/not-in`);
    const list = await agent.get("/contact-centre/list?kind=unbooked");
    const task = { task: list.document.querySelector<HTMLInputElement>("input[name=task]")?.value ?? "" };
    const taken = await agent.post("/contact-centre/list", task);
    expect(main(taken)).toMatch(
      /Ann Tenant.*447700900123.*3 different ways must have been tried\. So far 0\. Also possible: by phone, by text/,
    );
    expect(errors(await officer.post("/contact-centre/list", task))).toEqual([staff.callList.gone]);
    const seen = await officer.get(taken.path);
    expect(main(seen)).toContain("Al Agent has it until");
    expect(main(seen)).not.toMatch(/Ann Tenant|900123/);
    expect(errors(await agent.post(taken.path))).toEqual(
      Object.values(staff.callList.task).flatMap((each) => (typeof each === "object" && "error" in each ? [each.error] : [])),
    );
    const attempt = { method: "phone", outcome: "no-answer", next: "hours", submission: "one" };
    expect(errors(await officer.post(taken.path, attempt))).toEqual([staff.callList.task.lapsed]);
    expect(main(await agent.post(taken.path, attempt))).toContain(staff.callList.saved.tried);
    expect(main(await agent.get(taken.path))).toMatch(/So far 1 \(by phone\).*By phoneNo answerAl Agent/);
    for (const odd of ["x", "call-x", "request-%00", "moving-constructor"])
      expect((await agent.get(`/contact-centre/list/${odd}`)).status).toBe(404);
  });
});
