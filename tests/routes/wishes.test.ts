import { expect, test } from "vitest";
import { giveAppointment, listTakers } from "#app/services/give-appointment.server.ts";
import { addOperative, addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, errors, heading, main, table } from "#tests/support/page.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";
import { answerAll, CONTACT, MORNING, TAP, walk } from "#tests/support/walk.ts";

const FRIDAY = "2026-11-27";
const TO_HELP = TAP.slice(0, -1);
const WOMAN = { needs: ["woman", "pets"] };
const ASKED = "The tenant asked for this: a woman to do the work. Nobody who meets it is free.";

onBothEngines("what a tenant asks of who comes", (open) => {
  test("is what those offered have said they meet, for the tenant, for officers and when others take over; or else staff call", async () => {
    const { db, browser, patchId, plumber } = await reportWorld(await open());
    const { slots, repairs, appointments, events, operativeWishes } = db.schema;
    const officer = browser();
    await signInAs(officer, await addStaffMember(db));
    const wen = await addOperative(db, { name: "Wen", patches: [patchId] });
    const [friday = ""] = await addSlots(db, { operativeId: wen, date: FRIDAY });
    await addSlots(db, { operativeId: plumber, date: FRIDAY });
    const page = `/staff/operatives/${wen}`;
    const details = { name: "Wen", contractor: "Own team", trades: "plumbing", patches: patchId, version: "0" };
    expect((await officer.post(page, { ...details, wishes: "constructor" })).status).toBe(422);
    const saved = await officer.post(page, { ...details, wishes: "woman" });
    expect(body(saved).getByRole<HTMLInputElement>("checkbox", { name: "A woman to do the work" }).checked).toBe(true);
    expect(await db.read.select().from(operativeWishes)).toEqual([{ operativeId: wen, wish: "woman" }]);

    const device = browser();
    const help = await walk(device, TO_HELP);
    const both = await device.post(help.path, { needs: ["woman", "man"] });
    expect([both.status, errors(both)]).toEqual([422, ["Select a woman or a man, not both"]]);
    const picker = await answerAll(device, help, [WOMAN]);
    expect(main(picker)).not.toContain("Thursday 26 November");
    body(picker).getByText("Friday 27 November, the earliest");
    await device.post((await answerAll(device, picker, [MORNING, CONTACT])).path);
    const [booked] = await db.read.select().from(appointments);
    const slotOf = async (id: string | undefined) => (await db.read.select().from(slots)).find(({ appointmentId }) => appointmentId === id);
    expect((await slotOf(booked?.id))?.id).toBe(friday);
    if (!booked) throw new Error("Nothing was booked");

    const when = { rules: RULES, now: NOW };
    expect(await listTakers(db, booked, when)).toEqual([]);
    const giving = { appointmentId: booked.id, operativeId: plumber, who: "officer", ...when };
    expect(await giveAppointment(db, giving)).toEqual({ ok: false, reason: "taken" });
    const slot = await officer.get(`/staff/slots/${friday}`);
    for (const words of ["Asked for", ASKED]) expect(main(slot)).toContain(words);
    expect(main(await officer.get(`/staff/slots/${friday}/move`))).toContain(ASKED);
    const ill = { operatives: wen, kind: "sick", from: FRIDAY, until: FRIDAY };
    const proposal = await officer.post("/staff/absences/add/absence", { ...ill, step: "look" });
    expect(table(proposal, "Visits that nobody else can take")[0]?.[2]).toBe("Tap. Asked for: a woman to do the work");
    await officer.post("/staff/absences/add/absence", { ...ill, step: "give" });
    expect(main(await officer.get("/staff/to-move"))).toContain(ASKED);
    await officer.post("/staff/to-move", { change: "give-all" });
    expect((await slotOf(booked.id))?.id).toBe(friday);

    const other = browser();
    const check = await walk(other, [...TAP, MORNING, CONTACT]);
    const changed = await answerAll(other, await other.get(check.path.replace("check", "help?change")), [WOMAN]);
    expect(heading(changed)).toBe("We will call you to arrange a time");
    await other.post((await answerAll(other, changed, ["Any time we are open"])).path);
    const waiting = (await db.read.select().from(repairs)).find(({ waitsFor }) => waitsFor === "call");
    expect((await db.read.select().from(slots)).filter(({ draftId }) => draftId)).toEqual([]);
    const path = `/staff/repairs/${waiting?.reference}`;
    expect(main(await officer.get(`${path}/book`))).toContain(ASKED);
    const early = { version: "0", offer: `${THURSDAY}.morning` };
    expect(errors(await officer.post(`${path}/book`, early))).toEqual(["Somebody has just taken that time. Select another one"]);
    const agent = browser();
    await signInAs(agent, await addStaffMember(db, { email: "agent@example.com", role: "agent" }));
    expect((await agent.post(path, { change: "anybody", version: "0" })).status).toBe(403);
    expect((await officer.post(path, { change: "anybody", version: "7" })).status).toBe(422);
    for (const again of [await officer.post(path, { change: "anybody", version: "0" }), await officer.get(path)])
      expect(body(again).queryByRole("button", { name: "The tenant agrees to anybody" })).toBeNull();
    expect(main(await officer.post(path, { change: "anybody", version: "0" }))).toContain("There are pets in the home");
    expect(main(await officer.get(`${path}/book`))).toContain("Thursday 26 November");
    await officer.post(`${path}/book`, { ...early, version: "1" });
    expect((await db.read.select().from(appointments)).map(({ date }) => date).sort()).toEqual([THURSDAY, FRIDAY]);
    expect(JSON.stringify(await db.read.select().from(events))).not.toMatch(/woman|pets/);
  });
});
