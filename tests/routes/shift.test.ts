import { addHours } from "date-fns";
import { expect, test } from "vitest";
import { staff } from "#app/languages/staff.ts";
import { addAppointment, addOperative, addRepair, addSlots, NOW } from "#tests/support/calendar.ts";
import { type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { body, errors, heading } from "#tests/support/page.ts";
import type { Browser, Visited } from "#tests/support/pages.ts";
import { aJpeg, aPng } from "#tests/support/photos.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const TODAY = "2026-11-23";
const SHIFTS = "/staff/shifts";

const state = ({ document }: Visited) => document.querySelector("main .govuk-tag")?.textContent;
const main = ({ document }: Visited) => document.querySelector("main")?.textContent ?? "";
const addresses = ({ document }: Visited) => [...document.querySelectorAll(".app-visit__address")].map(({ textContent }) => textContent);
const file = (content: Uint8Array, name: string) => new File([new Uint8Array(content)], name);

/** Ann has a visit this morning and one this afternoon, Bea has one; an officer makes Ann's link and Ann has it on her phone. */
async function shiftWorld(open: OpenFresh) {
  const world = await reportWorld(await open());
  const { db, browser } = world;
  const [problem] = await db.read.select().from(db.schema.problems).limit(1);
  const ann = await addOperative(db, { name: "Ann" });
  const bea = await addOperative(db, { name: "Bea" });
  const booked = async (operativeId: string, window: string, more: Partial<Parameters<typeof addRepair>[1]> = {}) => {
    const [slotId = ""] = await addSlots(db, { operativeId, date: TODAY, windows: [window] });
    const repairId = await addRepair(db, { uprn: "100000001", problemId: problem?.id ?? "", ...more });
    const contact = { repairId, name: "Sam Taylor", phone: "+447700900123", confirmBy: "text", description: "It drips" };
    await db.write(async (tx) => {
      await tx.insert(db.schema.contacts).values(contact);
      await tx.insert(db.schema.visitNeeds).values({ repairId, people: [], needs: ["pets"], notes: "Ring twice" });
    });
    const hours = window === "morning" ? { starts: "08:00", ends: "13:00" } : { starts: "12:00", ends: "17:00" };
    return { repairId, id: await addAppointment(db, { repairId, slotIds: [slotId], date: TODAY, window, ...hours }) };
  };
  const later = await booked(ann, "afternoon", { uprn: "100000002", hazard: "damp-and-mould" });
  const first = await booked(ann, "morning", { reference: "7KQ4-9XMV" });
  const other = await booked(bea, "morning");
  const officer = browser();
  await signInAs(officer, await addStaffMember(db));
  const linkFor = async (operative: string) => {
    const page = await officer.post(SHIFTS, { change: "make", operative });
    return new URL(page.document.querySelector(".app-key")?.textContent ?? "").pathname;
  };
  return { ...world, ann, bea, first, later, other, officer, linkFor, phone: browser() };
}

const post = (phone: Browser, path: string, typed: Record<string, string> = {}) => phone.post(path, { submission: "one", ...typed });

onBothEngines("an operative's day by a link", (open) => {
  test("shows their own visits in order, with all that is needed there, and takes each step once", async () => {
    const { db, phone, ann, first, later, linkFor } = await shiftWorld(open);
    const link = await linkFor(ann);
    const day = await phone.get(link);
    expect(heading(day)).toBe("Your visits, Monday 23 November");
    expect(main(day)).toContain("Ann. This page works until 7pm.");
    expect(addresses(day)).toEqual(["1 Mill Lane, FH1 1AA", "2 Mill Lane, FH1 1AA"]);
    for (const words of ["It drips", "Ring twice", "Sam Taylor"]) expect(main(day)).toContain(words);
    const hrefs = [...day.document.querySelectorAll<HTMLAnchorElement>("main a")].map(({ href }) => href);
    expect(hrefs).toEqual(expect.arrayContaining(["tel:+447700900123", "https://www.openstreetmap.org/directions?to=FH1+1AA"]));
    expect(day.html.length).toBeLessThan(25_000);

    const visit = `${link}/${first.id}`;
    expect(state(await post(phone, visit, { step: "on-the-way" }))).toBe("On the way, 9am");
    expect(state(await post(phone, visit, { step: "arrived" }))).toBe("Arrived, 9am");
    const unsaid = await post(phone, visit, { step: "no-access", note: "Card left" });
    expect([unsaid.status, errors(unsaid)]).toEqual([422, [staff.visit.tried.error]]);
    expect(unsaid.document.querySelector("textarea")?.value).toBe("Card left");
    const said = { step: "no-access", why: "knocked", note: "Card left" };
    for (let sent = 0; sent < 2; sent++) expect(state(await post(phone, visit, said))).toBe("No access, 9am");
    const again = await post(phone, visit, { ...said, submission: "two" });
    expect([again.status, errors(again)]).toEqual([422, ["This visit has ended already. Look at what was said"]]);

    await post(phone, `${link}/${later.id}`, { step: "done" });
    const repairs = await db.read.select().from(db.schema.repairs);
    expect(repairs.map(({ status, waitsFor }) => `${status} ${waitsFor}`)).toEqual(
      expect.arrayContaining(["open officer", "open officer"]),
    );
    const events = (await db.read.select().from(db.schema.events)).filter(({ channel }) => channel === "visit");
    expect(events.map(({ what }) => what)).toEqual(["on the way", "arrived", "no access", "visit done"]);
    expect(new Set(events.map(({ who }) => who))).toEqual(new Set([`operative:${ann}`]));
    expect(JSON.stringify(await db.read.select().from(db.schema.events))).not.toMatch(/Card left|Sam|Ring/);
  });

  test("reaches nothing of anybody else's, and nothing once it has ended", async () => {
    const { db, officer, phone, clock, ann, bea, first, other, linkFor } = await shiftWorld(open);
    const link = await linkFor(ann);
    const paths = (id: string) => [`${link}/${id}`, `${link}/${id}/photos`, `${link}/${id}/photos/x`];
    for (const path of [...paths(other.id), ...paths("none")]) expect((await phone.get(path)).status, path).toBe(404);
    expect((await post(phone, `${link}/${other.id}`, { step: "done" })).status).toBe(404);
    expect((await phone.upload(`${link}/${other.id}/photos`, [file(await aJpeg(), "a.jpg")])).status).toBe(404);
    for (const step of ["", "constructor", "close", "take-back", "x".repeat(100_000)])
      expect((await post(phone, `${link}/${first.id}`, { step })).status).toBe(422);
    expect(JSON.stringify(await db.read.select().from(db.schema.shiftLinks))).not.toContain(link.split("/")[2]);

    const expectEnded = async (ended: string) => {
      for (const path of ["", `/${first.id}`, `/${first.id}/photos`]) {
        const page = await phone.get(ended + path);
        expect([page.status, heading(page)]).toEqual([404, "This link has ended"]);
      }
      const said = await post(phone, `${ended}/${first.id}`, { step: "done" });
      expect([said.status, heading(said)]).toEqual([404, "This link has ended"]);
      expect((await phone.upload(`${ended}/${first.id}/photos`, [file(await aJpeg(), "a.jpg")])).status).toBe(404);
    };
    await expectEnded("/shift/nothing");
    const second = await linkFor(ann);
    await expectEnded(link);
    expect((await phone.get(second)).status).toBe(200);
    const table = await officer.post(SHIFTS, { change: "end", operative: ann });
    body(table).getByRole("button", { name: /^Make a link\s*for Ann$/ });
    await officer.post(SHIFTS, { change: "end", operative: ann });
    await expectEnded(second);
    const third = await linkFor(bea);
    clock.now = addHours(NOW, 6);
    await expectEnded(third);
    expect(await db.read.$count(db.schema.visits)).toBe(0);
    const made = (await db.read.select().from(db.schema.events)).filter(({ what }) => what.startsWith("shift link"));
    expect(made.map(({ what }) => what)).toEqual([...Array(2).fill("shift link made"), "shift link ended", "shift link made"]);
  });

  test("takes photos of a visit, each once however often it is sent, five at most, for the link's own visit alone", async () => {
    const { db, phone, ann, bea, first, other, linkFor } = await shiftWorld(open);
    const link = await linkFor(ann);
    const page = `${link}/${first.id}/photos`;
    const nothing = await phone.upload(page, [file(new Uint8Array(), "")]);
    expect([nothing.status, errors(nothing)]).toEqual([422, ["Choose a photo to send"]]);
    const card = file(await aJpeg(), "card.jpg");
    const mixed = await phone.upload(page, [card, file(new Uint8Array([1, 2, 3]), "notes.txt")]);
    expect([mixed.status, errors(mixed)]).toEqual([422, ["notes.txt must be a JPG or PNG"]]);
    const sent = await phone.upload(page, [card, file(await aPng(), "wall.png")]);
    expect(sent.path).toBe(`${link}/${first.id}`);
    const rows = await db.read.select().from(db.schema.photos);
    expect(rows.map(({ appointmentId, repairId, draftId }) => [appointmentId, repairId, draftId])).toEqual(
      Array(2).fill([first.id, first.repairId, null]),
    );
    const small = sent.document.querySelector("main img")?.getAttribute("src") ?? "";
    expect((await phone.get(small)).headers.get("content-type")).toBe("image/jpeg");
    const foreign = small.replace(link, await linkFor(bea)).replace(first.id, other.id);
    expect((await phone.get(foreign)).status).toBe(404);
    const { photos } = db.schema;
    const more = [2, 3, 4].map((at) => ({ ...rows[0], id: `more-${at}`, file: `more-${at}`, position: at }) as typeof photos.$inferInsert);
    await db.write((tx) => tx.insert(photos).values(more));
    expect(main(await phone.get(page))).toContain("You can only add 5 photos of a visit");
    const full = await phone.upload(page, [file(await aJpeg(30, 20), "sixth.jpg")]);
    expect([full.status, errors(full)]).toEqual([422, ["You can only add 5 photos of a visit"]]);
    expect(await db.read.$count(photos)).toBe(5);
  });

  test("takes five photos of those that are sent at once, and officers see them with how the visit ended", async () => {
    const { db, officer, phone, ann, first, linkFor } = await shiftWorld(open);
    const link = await linkFor(ann);
    const cards = await Promise.all([10, 11, 12, 13, 14, 15, 16].map(async (side) => file(await aJpeg(side, side), `${side}.jpg`)));
    const sent = await Promise.all(cards.map((card) => phone.upload(`${link}/${first.id}/photos`, [card])));
    expect(sent.filter(({ status }) => status === 422)).toHaveLength(2);
    const rows = await db.read.select().from(db.schema.photos);
    expect(rows.map(({ position }) => position).sort()).toEqual([1, 2, 3, 4, 5]);
    const before = await officer.get(`/staff/visits/${first.id}`);
    expect(body(before).getAllByRole("img", { name: /^Photo \d$/ })).toHaveLength(5);
    await post(phone, `${link}/${first.id}`, { step: "no-access", why: "knocked", note: "Card left" });

    const visit = await officer.get(`/staff/visits/${first.id}`);
    const attempt = visit.document.querySelector("main ol > li");
    expect(attempt?.textContent).toMatch(/^Monday 23 November: No access, 9am.*Card left/);
    expect(attempt?.querySelectorAll("img[alt$='taken at this visit']")).toHaveLength(5);
    expect(visit.document.querySelectorAll("main img")).toHaveLength(5);
    const page = await officer.get("/staff/repairs/7KQ4-9XMV");
    expect(body(page).getAllByText("Visit of Monday 23 November: No access")).toHaveLength(5);
  });

  test("to make a home safe: done says that it is", async () => {
    const { db, phone, ann, later, linkFor } = await shiftWorld(open);
    const { appointments, emergencies } = db.schema;
    await db.write(async (tx) => {
      await tx.update(appointments).set({ purpose: "safety work" });
      await tx.insert(emergencies).values({ repairId: later.repairId });
    });
    const link = await linkFor(ann);
    await post(phone, `${link}/${later.id}`, { step: "done" });
    await post(phone, `${link}/${later.id}`, { step: "done" });
    expect(await db.read.select().from(emergencies)).toMatchObject([{ madeSafeAt: NOW }]);
    const [safe, ...others] = (await db.read.select().from(db.schema.events)).filter(({ what }) => what === "made safe");
    expect([safe?.who, safe?.channel, others]).toEqual([`operative:${ann}`, "visit", []]);
  });
});

onBothEngines("making links", (open) => {
  test("is for those who work on a day, while they do", async () => {
    const { db, officer, clock, ann } = await shiftWorld(open);
    const rows = ({ document }: Visited) =>
      [...document.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent));
    const page = await officer.get(SHIFTS);
    expect(rows(page)).toEqual([
      ["Ann", "2", "Make a link for Ann"],
      ["Bea", "1", "Make a link for Bea"],
    ]);
    const made = await officer.post(`${SHIFTS}?date=${TODAY}`, { change: "make", operative: ann });
    expect(rows(made)[0]).toEqual(["Ann", "2", "Good until 7pmMake a new link for AnnEnd the link for Ann"]);
    body(made).getByText("Send this link to Ann");
    for (const [path, typed] of [
      [SHIFTS, { change: "make", operative: "nobody" }],
      [SHIFTS, { change: "make" }],
      [SHIFTS, { operative: ann }],
      [`${SHIFTS}?date=2026-11-24`, { change: "make", operative: ann }],
    ] as [string, Record<string, string>][]) {
      const refused = await officer.post(path, typed);
      expect([refused.status, errors(refused)]).toEqual([422, ["This operative does not work on this day, or their shift is over"]]);
    }
    for (const date of ["2026-02-31", "x", ""]) expect(rows(await officer.get(`${SHIFTS}?date=${date}`))).toHaveLength(2);
    expect(main(await officer.get(`${SHIFTS}?date=2026-11-24`))).toContain("Nobody works on this day.");
    clock.now = addHours(NOW, 10);
    await signInAs(officer, "ada@example.com");
    expect(rows(await officer.get(SHIFTS))[0]).toEqual(["Ann", "2", "The shift is over"]);
    expect((await officer.post(SHIFTS, { change: "make", operative: ann })).status).toBe(422);
    expect(await db.read.$count(db.schema.shiftLinks)).toBe(1);
  });
});
