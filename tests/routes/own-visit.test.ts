import { addDays, addMinutes, subMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { instantAt } from "#app/domain/local-date.ts";
import { follow } from "#app/languages/en/follow.ts";
import { ownVisit } from "#app/languages/en/own-visit.ts";
import { repairLink } from "#app/services/repair-link.server.ts";
import { newId } from "#db/ids.ts";
import { addMessage, claimMessage, settleMessage } from "#db/queries/messages.ts";
import { NOW, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { FRIDAY, ownWorld } from "#tests/support/own-world.ts";
import { body, errors, heading, main } from "#tests/support/page.ts";
import { SITE_SECRET, type Visited } from "#tests/support/pages.ts";
import { PASSED, TO_WHERE } from "#tests/support/walk.ts";

const CUT_OFF = subMinutes(instantAt(THURSDAY, "08:00"), 60);

const offers = ({ document }: Visited) => [...document.querySelectorAll<HTMLInputElement>("input[name=offer]")].map(({ value }) => value);
const rows = (file: Visited, name: string) =>
  file.html.split(/\r?\n/).flatMap((line) => (line.startsWith(name) ? [line.slice(name.length + 1)] : []));

onBothEngines("moving one's own visit", (open) => {
  test("takes another time and frees the old one; the target stays, what was offered is kept, the calendar file follows", async () => {
    const { phone, path, events, slots, repair, clock } = await ownWorld(open);
    const { dueOn, dueAt } = await repair();
    const before = await phone.get(`${path}/visit.ics`);
    const page = await phone.get(`${path}/move`);
    expect(heading(page)).toBe(ownVisit.move.title);
    expect(main(page)).toContain("Your visit is on Thursday 26 November, 8am to 1pm (morning). It stays until you have another one.");
    expect(offers(page)).not.toContain(`${THURSDAY}.morning`);
    const shown = offers(page);
    const unsaid = await phone.post(`${path}/move`);
    expect([unsaid.status, errors(unsaid)]).toEqual([422, [ownVisit.move.error]]);
    for (const offer of ["constructor", "2026-13-01.morning", "\0", "x".repeat(100_000)])
      expect((await phone.post(`${path}/move`, { offer })).status).toBe(422);
    for (const offer of [`${FRIDAY}.evening`, "2026-11-23.morning", "2027-11-26.morning"]) {
      const gone = await phone.post(`${path}/move`, { offer });
      expect([gone.path, body(gone).getByRole("alert").textContent]).toEqual([`${path}/move?gone=`, `Important${ownVisit.move.gone}`]);
    }
    expect(await slots()).toEqual([`${THURSDAY} morning`]);

    const again = [];
    for (let sent = 0; sent < 2; sent++) again.push(await phone.post(`${path}/move`, { offer: `${FRIDAY}.afternoon` }));
    for (const moved of again) expect(main(moved)).toMatch(/Your visit has moved.*Friday 27 November, 12pm to 3:30pm/);
    expect(await slots()).toEqual([`${FRIDAY} afternoon`]);
    expect(await repair()).toMatchObject({ dueOn, dueAt });
    const [move, ...others] = (await events()).filter(({ what }) => what === "appointment moved");
    expect(others).toEqual([]);
    expect(move).toMatchObject({ who: "tenant", channel: "online", before: { date: THURSDAY, window: "morning" } });
    expect(move?.after).toEqual({ date: FRIDAY, window: "afternoon", offered: shown.join(" ") });
    expect(main(again[0] as Visited)).toContain("Visit moved to Friday 27 November (afternoon)");

    const after = await phone.get(`${path}/visit.ics`);
    expect(rows(after, "UID")).toEqual(rows(before, "UID"));
    expect([rows(before, "SEQUENCE"), rows(after, "SEQUENCE")]).toEqual([["0"], ["1"]]);
    expect([rows(before, "DTSTART"), rows(after, "DTSTART")]).toEqual([["20261126T080000Z"], ["20261127T120000Z"]]);

    for (const date of [THURSDAY, FRIDAY]) await phone.post(`${path}/move`, { offer: `${date}.morning` });
    const full = await phone.get(`${path}/move`);
    expect([heading(full), main(full)]).toEqual([ownVisit.move.refusedTitle, expect.stringContaining("can be moved here 3 times")]);
    await phone.post(`${path}/move`, { offer: `${THURSDAY}.morning` });
    expect(await slots()).toEqual([`${FRIDAY} morning`]);
    clock.now = NOW;
  });

  test("until its cut-off; after that it can only be given up, which is late and no missed visit", async () => {
    const { db, phone, path, events, slots, repair, clock, asOfficer } = await ownWorld(open);
    clock.now = addMinutes(CUT_OFF, -1);
    expect(heading(await phone.get(`${path}/move`))).toBe(ownVisit.move.title);
    clock.now = CUT_OFF;
    const refused = await phone.get(`${path}/move`);
    expect(main(refused)).toContain("Visits can be moved here until 7am on Thursday 26 November. After that somebody may be on the way.");
    expect(main(refused)).toContain("To move it, call us on");
    expect(heading(await phone.post(`${path}/move`, { offer: `${FRIDAY}.morning` }))).toBe(ownVisit.move.refusedTitle);
    expect(await slots()).toEqual([`${THURSDAY} morning`]);

    const asked = await phone.get(`${path}/not-in`);
    body(asked).getByRole("button", { name: ownVisit.notIn.button });
    for (let sent = 0; sent < 2; sent++)
      expect(main(await phone.post(`${path}/not-in`))).toMatch(/We have your report.*You told us that nobody would be in/);
    expect(await slots()).toEqual([]);
    expect(await repair()).toMatchObject({ status: "open", waitsFor: "call" });
    expect(await db.read.$count(db.schema.visits)).toBe(0);
    const given = (await events()).filter(({ what }) => what === "visit given up");
    expect(given.map(({ who, after }) => [who, after?.late])).toEqual([["tenant", "yes"]]);
    const day = await asOfficer(`/staff/day?date=${THURSDAY}`);
    expect(main(day)).toMatch(/Nobody will be in.*8am to 1pm: 1 Mill Lane, FH1 1AA\. Told us at 7am\. Was with/);
    const file = await phone.get(`${path}/visit.ics`);
    expect([rows(file, "STATUS"), rows(file, "METHOD"), rows(file, "SEQUENCE")]).toEqual([["CANCELLED"], ["CANCEL"], ["1"]]);
  });

  test("is over once somebody has arrived, and its past day is a page of its own", async () => {
    const { db, phone, path, slots, clock } = await ownWorld(open);
    const [appointment] = await db.read.select().from(db.schema.appointments);
    clock.now = instantAt(THURSDAY, "09:00");
    const { visits } = db.schema;
    await db.write((tx) => tx.insert(visits).values({ appointmentId: appointment?.id ?? "", onTheWayAt: clock.now }));
    expect(heading(await phone.get(path))).toBe(follow.page.states.onTheWay);
    expect(heading(await phone.get(`${path}/not-in`))).toBe(ownVisit.notIn.title);
    await db.write((tx) => tx.update(visits).set({ arrivedAt: clock.now }));
    expect(heading(await phone.get(path))).toBe(follow.page.states.arrived);
    expect(main(await phone.post(`${path}/not-in`))).toContain(ownVisit.notIn.closed);
    const begun = await phone.post(`${path}/cancel`, { reason: "fixed", sure: "yes" });
    expect([begun.status, errors(begun)]).toEqual([422, [ownVisit.cancel.begun]]);
    expect(await slots()).toEqual([`${THURSDAY} morning`]);
    clock.now = addDays(clock.now, 1);
    expect(heading(await phone.get(path))).toBe(follow.page.states.past);
    const { repairs } = db.schema;
    await db.write((tx) => tx.update(repairs).set({ status: "done", closedAt: clock.now }));
    expect(heading(await phone.get(path))).toBe(follow.page.states.done);
  });
});

onBothEngines("cancelling one's own repair", (open) => {
  test("asks why and whether they are sure, then frees the visit; twice is harmless", async () => {
    const { phone, path, events, slots, repair } = await ownWorld(open);
    const unsaid = await phone.post(`${path}/cancel`, { reason: "constructor" });
    expect([unsaid.status, errors(unsaid)]).toEqual([422, [ownVisit.cancel.reason.error]]);
    expect((await phone.post(`${path}/cancel`, { reason: "not-home" })).path).toBe(`${path}/not-in`);
    const sure = await phone.post(`${path}/cancel`, { reason: "fixed" });
    expect(heading(sure)).toBe(ownVisit.cancel.sure);
    expect(body(sure).getByRole("link", { name: ownVisit.cancel.keep }).getAttribute("href")).toBe(path);
    expect(await slots()).toEqual([`${THURSDAY} morning`]);
    for (let sent = 0; sent < 2; sent++)
      expect(heading(await phone.post(`${path}/cancel`, { reason: "fixed", sure: "yes" }))).toBe(follow.page.states.cancelled);
    expect(await slots()).toEqual([]);
    expect(await repair()).toMatchObject({ status: "cancelled", closedWhy: "fixed" });
    const last = (await events()).slice(-2).map(({ what, who, channel }) => [what, who, channel]);
    expect(last.sort()).toEqual([
      ["appointment cancelled", "tenant", "online"],
      ["cancelled", "tenant", "online"],
    ]);
    for (const sub of ["/move", "/cancel", "/not-in"]) expect((await phone.get(path + sub)).path).toBe(path);
  });

  test("about damp goes to an officer, who sees it in the list and on its page, and keeps it", async () => {
    const mould = [...TO_WHERE, "Kitchen", "Mould on a wall", { description: "It is black" }, ...PASSED];
    const { db, phone, path, slots, repair, officer, asOfficer, clock } = await ownWorld(open, mould);
    const asked = await phone.post(`${path}/cancel`, { reason: "not-wanted" });
    expect(heading(asked)).toBe(ownVisit.cancel.askTitle);
    for (let sent = 0; sent < 2; sent++)
      expect(main(await phone.post(`${path}/cancel`, { reason: "not-wanted", sure: "yes" }))).toContain("An officer will call you");
    expect(await slots()).toEqual([`${THURSDAY} morning`]);
    expect(await repair()).toMatchObject({ status: "open", waitsFor: "cancel" });
    const { reference, version } = await repair();
    expect(main(await asOfficer("/staff/repairs?waiting=cancel"))).toContain(reference);
    const page = await officer.get(`/staff${path.replace("repair", "repairs")}`);
    expect(main(page)).toContain("The tenant has asked to cancel: the tenant does not want it any more.");
    clock.now = addMinutes(NOW, 1);
    const kept = await officer.post(page.path, { change: "answer", version: String(version) });
    expect(main(kept)).not.toContain("has asked to cancel:");
    expect(await repair()).toMatchObject({ waitsFor: null });
    expect((await db.read.select().from(db.schema.events)).filter(({ what }) => what === "cancel asked")).toHaveLength(1);
  });
});

onBothEngines("the link of a message", (open) => {
  test("shows the repair to whoever has it and changes nothing until it is pressed; it ends", async () => {
    const { db, browser, id, path, clock } = await ownWorld(open);
    const send = async (kind: string, number: number) => {
      const messageId = newId(NOW);
      const { url, tokenHash } = repairLink(messageId, { secret: SITE_SECRET, origin: "http://repairs.test" });
      await db.write(async (tx) => {
        await addMessage(tx, db.schema, { id: messageId, kind, repairId: id, number, dueAt: NOW, now: NOW });
        const claimed = await claimMessage(tx, db.schema, { id: messageId, tokenHash, now: NOW, until: NOW });
        if (claimed) await settleMessage(tx, db.schema, claimed, { status: "sent", sentAt: NOW, fault: null });
      });
      return new URL(url).pathname;
    };
    const link = await send("reminder", 1);
    const everything = () =>
      Promise.all([db.schema.events, db.schema.repairProofs, db.schema.messages].map((table) => db.read.select().from(table)));
    const before = await everything();
    const phone = browser();
    const page = await phone.get(link);
    expect(heading(page)).toBe(follow.page.states.coming);
    expect(main(page)).toContain(follow.story.reminded);
    expect(page.headers.get("set-cookie")).toBeNull();
    expect(await everything()).toEqual(before);
    expect((await phone.get(path)).path).toContain("/repair?");
    expect((await phone.post(link)).path).toBe(path);
    expect((await phone.get(`${path}/move`)).status).toBe(200);
    clock.now = addDays(instantAt(THURSDAY, "12:00"), 30);
    expect((await phone.get(link)).status).toBe(200);
    clock.now = addDays(instantAt(THURSDAY, "12:00"), 31);
    for (const ended of [link, "/repair/link/nothing", await send("emergency", 2)])
      for (const answer of [await phone.get(ended), await phone.post(ended)])
        expect([answer.status, heading(answer)]).toEqual([404, follow.link.ended]);
    const { appointments } = db.schema;
    await db.write((tx) => tx.update(appointments).set({ status: "cancelled" }).where(eq(appointments.repairId, id)));
    clock.now = addDays(NOW, 30);
    expect((await phone.get(link)).status).toBe(200);
  });
});
