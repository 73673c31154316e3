import { addMinutes } from "date-fns";
import { expect, test } from "vitest";
import type { Role } from "#app/domain/staff.ts";
import { addRepairNote } from "#app/services/add-repair-note.server.ts";
import { addAppointment, addRepair, NOW } from "#tests/support/calendar.ts";
import { type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { body, errors, heading } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { addContactOf, repairById } from "#tests/support/repairs.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const main = ({ document }: Visited) => document.querySelector("main")?.textContent?.replace(/\s+/g, " ") ?? "";
const versionOf = ({ document }: Visited) => document.querySelector("input[name=version]")?.getAttribute("value") ?? "";
const listed = ({ document }: Visited) => [...document.querySelectorAll("a.app-reference")].map(({ textContent }) => textContent);

const TAP = "7KQ4-9XMV";
const MOULD = "2222-2222";

/** A dripping tap with a visit on Thursday morning, mould that waits for an officer, and an officer and an agent who are signed in. */
async function repairsWorld(open: OpenFresh) {
  const world = await reportWorld(await open());
  const { db, browser } = world;
  const [problem] = await db.read.select().from(db.schema.problems).limit(1);
  const at = { uprn: "100000001", problemId: problem?.id ?? "" };
  const tap = await addRepair(db, { ...at, reference: TAP, location: "=cmd()" });
  const mould = { problem: "Mould on a wall", hazard: "damp-and-mould", waitsFor: "officer", tenureDiffers: true, tenureSaid: "lease" };
  const mouldId = await addRepair(db, { ...at, ...mould, reference: MOULD, raisedAt: addMinutes(NOW, -60), dueOn: "2026-11-22" });
  await addContactOf(db, tap, { visitName: "Bo Friend", visitPhone: "+441632960002", messagesTo: "visit" });
  await addContactOf(db, mouldId, { name: "Cy Mould", phone: "+441632960003" });
  const needs = { repairId: tap, people: ["over-65"], needs: ["interpreter", "pets"], language: "Polish", notes: "Side door" };
  await db.write((tx) => tx.insert(db.schema.visitNeeds).values(needs));
  const [slot] = await db.read.select().from(db.schema.slots);
  const appointmentId = await addAppointment(db, { repairId: tap, slotIds: [slot?.id ?? ""] });
  const as = async (role: Role, name: string) => {
    const own = browser();
    await signInAs(own, await addStaffMember(db, { role, name, email: `${role}@example.com` }));
    return own;
  };
  return {
    ...world,
    tap,
    mouldId,
    slotId: slot?.id,
    appointmentId,
    officer: await as("officer", "Ada Officer"),
    agent: await as("agent", "Al Agent"),
  };
}

onBothEngines("the list of repairs", (open) => {
  test("is looked through by whoever works here, has an address to share, and comes as a file without names", async () => {
    const { agent, db, clock } = await repairsWorld(open);
    const all = await agent.get("/staff/repairs");
    expect(listed(all)).toEqual([TAP, MOULD]);
    expect(main(all)).toMatch(
      /1 to 2 of 2.*1 Mill Lane.*Visit on Thursday 26 November.*Hazard.*Overdue.*1 day late.*Waiting: an officer's decision/,
    );
    expect(main(all)).not.toMatch(/Ann|Cy|9009|96000/);
    expect(body(all).getByRole("link", { name: "Download as CSV" }).getAttribute("href")).toBe("/staff/repairs.csv");
    const late = await agent.get("/staff/repairs?q=&status=open&trade=&priority=&patch=nowhere&waiting=&since=&sort=reported&overdue=yes");
    expect(listed(late)).toEqual([MOULD]);
    expect(body(late).getByRole("link", { name: "Download as CSV" }).getAttribute("href")).toBe("/staff/repairs.csv?overdue=yes");
    expect(listed(await agent.get(`/staff/repairs?q=${encodeURIComponent("cy mould")}`))).toEqual([MOULD]);
    expect((await agent.get("/staff/repairs?q=7kq49xmv")).path).toBe(`/staff/repairs/${TAP}`);
    const none = await agent.get(`/staff/repairs?q=%00zzz&page=-3&since=x`);
    expect(main(none)).toContain("No repair matches");
    expect(body(none).getByRole("link", { name: "Show any state" }).getAttribute("href")).toBe("/staff/repairs?q=zzz&status=any");

    clock.now = addMinutes(NOW, 5);
    const file = await agent.get("/staff/repairs.csv?sort=due");
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="repairs-2026-11-23.csv"');
    const lines = file.html.trim().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^\uFEFF?Reference,Reported on,/);
    for (const reference of [TAP, MOULD]) expect(file.html).toContain(`\n${reference},2026-11-23,Online,Open,Routine,Plumbing,`);
    expect(file.html).toMatch(/'=cmd\(\), Tap/);
    expect(file.html).not.toMatch(/Ann|Cy|9009|96000|It drips/);
    expect(await db.read.$count(db.schema.repairs)).toBe(2);
  });
});

onBothEngines("a repair", (open) => {
  test("shows all that is known of it, and what is to be done; agents add notes, and change what is for officers nowhere", async () => {
    const { officer, agent, db, tap, slotId, clock } = await repairsWorld(open);
    const page = await officer.get(`/staff/repairs/${TAP.toLowerCase()}`);
    expect(heading(page)).toBe(`Repair ${TAP}`);
    const known = [
      "Ann Tenant, +447700900982",
      "Bo Friend, +441632960002",
      "Bo Friend, by text message",
      "Someone aged 65 or over",
      "Polish",
    ];
    for (const words of [...known, "Side door", "1 Mill Lane, FH1 1AA", "It drips", "28 days left", "Nobody has checked yet"])
      expect(main(page)).toContain(words);
    expect(
      body(page)
        .getByRole("link", { name: /26 November/ })
        .getAttribute("href"),
    ).toBe(`/staff/slots/${slotId}`);
    expect(body(page).getByRole("link", { name: MOULD }).getAttribute("href")).toBe(`/staff/repairs/${MOULD}`);
    const mould = await officer.get(`/staff/repairs/${MOULD}`);
    expect(main(mould)).toMatch(/To do.*1 day late.*It has no appointment.*officer's decision.*Check who pays/);

    const own = await agent.get(`/staff/repairs/${TAP}`);
    expect(body(own).queryByRole("link", { name: "Change priority" })).toBeNull();
    for (const change of ["answer", "anybody"])
      expect((await agent.post(`/staff/repairs/${TAP}`, { change, version: "0" })).status).toBe(403);
    for (const change of ["priority", "cancel", "alone"]) expect((await agent.post(`/staff/repairs/${TAP}/${change}`)).status).toBe(403);
    expect(errors(await agent.post(`/staff/repairs/${TAP}`, { note: " " }))).toEqual(["Enter a note"]);
    clock.now = addMinutes(NOW, 10);
    const note = { note: "She works nights.\nCall after 2pm", submission: "one" };
    await agent.post(`/staff/repairs/${TAP}`, note);
    const noted = await agent.post(`/staff/repairs/${TAP}`, note);
    expect(main(noted).match(/She works nights/g)).toHaveLength(1);
    expect(main(noted)).toMatch(/Al Agent, 9:10am on Monday 23 November.*note added, by Al Agent \(phone\)/);
    await addRepairNote(db, { repairId: tap, words: "x", who: "gone", submission: "two", now: NOW });
    expect((await officer.get(`/staff/repairs/${TAP}`)).status).toBe(200);
    expect(await db.read.$count(db.schema.repairNotes)).toBe(2);
  });

  test("whose details or priority somebody else has changed refuses an older form, says who and when, and keeps what was typed", async () => {
    const { officer, browser, db, tap, clock } = await repairsWorld(open);
    const path = `/staff/repairs/${TAP}`;
    const edit = await officer.get(`${path}/edit`);
    const typed = Object.fromEntries(
      [...edit.document.querySelectorAll("input,textarea")].map((field) => [
        field.getAttribute("name") ?? "",
        (field as HTMLInputElement).value,
      ]),
    );
    const form = { ...typed, confirmBy: "them-phone", version: versionOf(edit) };
    const other = browser();
    await signInAs(other, await addStaffMember(db, { name: "Bea Officer", email: "bea@example.com" }));
    clock.now = addMinutes(NOW, 14);
    expect(main(await other.post(`${path}/edit`, { ...form, description: "It pours" }))).toContain("It pours");
    const refused = await officer.post(`${path}/edit`, { ...form, description: "It drips at night" });
    expect([refused.status, errors(refused)[0]]).toEqual([422, expect.stringMatching(/by Bea Officer.*9:14am on Monday 23 November/)]);
    expect(main(refused)).toContain("It drips at night");
    expect(main(await officer.post(`${path}/edit`, { ...form, description: "It drips at night", version: versionOf(refused) }))).toContain(
      "It drips at night",
    );
    expect(errors(await officer.post(`${path}/edit`, { ...form, name: "", confirmBy: "email", email: "no" }))).toEqual(
      expect.arrayContaining(["Enter the full name of who reported it"]),
    );
    expect(errors(await officer.post(`${path}/edit`, { ...form, visitPhone: "" }))).toEqual([
      "Enter a phone number, or select another way to send messages",
    ]);

    clock.now = addMinutes(NOW, 20);
    const old = versionOf(await officer.get(`${path}/priority`));
    await other.post(`${path}/priority`, { priority: "urgent", reason: "worse", note: "", version: old });
    const late = await officer.post(`${path}/priority`, { priority: "emergency", reason: "other", note: "Flood", version: old });
    expect([late.status, errors(late)[0]]).toEqual([422, expect.stringContaining("priority changed, by Bea Officer")]);
    expect(main(late)).toContain("Flood");
    expect(await repairById(db, tap)).toMatchObject({ priority: "urgent", version: 1 });
    expect(main(await officer.get(path))).toMatch(
      /priority changed, by Bea Officer \(office\)\. priority from Routine to Urgent; target from Monday 21 December to .*; reason: it has got worse/,
    );
    const odd: Record<string, string | string[]>[] = [
      {},
      { version: "x", priority: "constructor" },
      { priority: ["urgent", "routine"], reason: "worse" },
    ];
    for (const posted of odd) expect((await officer.post(`${path}/priority`, posted)).status).toBe(422);
  });

  test("is cancelled with a reason, damp only with a note; its time is free, and the repair that has none books it", async () => {
    const { officer, db, tap, mouldId } = await repairsWorld(open);
    const [path, mould] = [`/staff/repairs/${TAP}`, `/staff/repairs/${MOULD}`];
    const bare = await officer.post(`${mould}/cancel`, { reason: "no-answer", version: "0" });
    expect([bare.status, errors(bare)]).toEqual([422, ["Enter a note that says why"]]);
    expect(main(bare)).toContain("Do not cancel it because nobody answered");
    const twice = { reason: "duplicate", version: "0" };
    expect(errors(await officer.post(`${path}/cancel`, twice))).toEqual(["Enter the reference of the other repair, like 7KQ4-9XMV"]);
    for (const other of [TAP, "2222-2223", "3333-333X"])
      expect((await officer.post(`${path}/cancel`, { ...twice, other })).status, other).toBe(422);

    const book = await officer.get(`${mould}/book`);
    const offers = body(book)
      .getAllByRole("radio")
      .map((radio) => radio.getAttribute("value") ?? "");
    expect(offers[0]).toBe("2026-11-26.morning");
    const gone = await officer.post(`${mould}/book`, { offer: "2026-12-01.morning", version: versionOf(book) });
    expect([gone.status, errors(gone)]).toEqual([422, ["Somebody has just taken that time. Select another one"]]);
    expect(body(gone).getAllByRole("radio").length).toBe(offers.length);
    expect(errors(await officer.post(`${mould}/book`, { version: "0" }))).toEqual(["Select an appointment"]);

    const cancelled = await officer.post(`${path}/cancel`, { ...twice, other: MOULD.replace("-", "") });
    expect(main(cancelled)).toMatch(/Cancelled 9am on Monday 23 November: it is reported twice/);
    expect(main(cancelled)).toContain(`Reported twice: see ${MOULD}.`);
    expect((await officer.get(`${path}/book`)).path).toBe(path);
    expect((await officer.post(`${path}/cancel`, { ...twice, other: MOULD })).path).toBe(path);
    expect(await repairById(db, tap)).toMatchObject({ status: "cancelled", closedWhy: "duplicate", version: 1 });
    const taken = (await db.read.select().from(db.schema.slots)).flatMap(({ appointmentId }) => appointmentId ?? []);
    expect(taken).toEqual([]);

    const booked = await officer.post(`${mould}/book`, { offer: offers[0] ?? "", version: versionOf(gone) });
    expect(main(booked)).toMatch(/Thursday 26 November, 8am to 1pm \(morning\).*Booked/);
    expect(await repairById(db, mouldId)).toMatchObject({ waitsFor: null });
    expect((await officer.post(mould, { change: "prove", version: "1" })).path).toBe(mould);
    expect(await repairById(db, mouldId)).toMatchObject({ proven: true, version: 2 });
    expect((await officer.post(`${mould}/book`, { offer: offers[0] ?? "", version: "2" })).status).toBe(422);
    for (const nowhere of ["7KQ4-9XM3", "x", "%00"]) expect((await officer.get(`/staff/repairs/${nowhere}`)).status).toBe(404);
  });
});
