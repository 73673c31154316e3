import { addDays } from "date-fns";
import { expect, test } from "vitest";
import { instantAt } from "#app/domain/local-date.ts";
import { follow } from "#app/languages/en/follow.ts";
import { followMore } from "#app/languages/en/follow-more.ts";
import { THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { ownWorld } from "#tests/support/own-world.ts";
import { body, errors, heading, hiddenOf, main } from "#tests/support/page.ts";
import { aJpeg } from "#tests/support/photos.ts";

const { tell, again, feedback, photos } = followMore;

onBothEngines("what is added to one's own repair", (open) => {
  test("reaches whoever comes and, where it has got worse, an officer; photos too, each once", async () => {
    const { db, phone, path, repair, officer, asOfficer, clock } = await ownWorld(open);
    const page = await phone.get(`${path}/tell`);
    const unsaid = await phone.post(page.path);
    expect([unsaid.status, errors(unsaid)]).toEqual([422, [followMore.worse.error, tell.words.error]]);
    const told = { ...hiddenOf(page, "main form"), worse: "yes", words: "It runs now" };
    for (let sent = 0; sent < 2; sent++) expect(main(await phone.post(page.path, told))).toContain(follow.saved.worse);
    expect(await repair()).toMatchObject({ status: "open", waitsFor: "worse" });
    const notes = await db.read.select().from(db.schema.repairNotes);
    expect(notes.map(({ who, words }) => [who, words])).toEqual([["tenant", "It runs now"]]);
    const danger = { worse: "no", words: "I can smell gas", submission: "two" };
    expect(main(await phone.post(page.path, danger))).toContain(follow.saved.danger);

    const [appointment] = await db.read.select().from(db.schema.appointments);
    expect(main(await asOfficer(`/staff/visits/${appointment?.id}`))).toContain("The tenant added" + "It runs now / I can smell gas");
    const { reference, version } = await repair();
    expect(main(await officer.get("/staff/repairs?waiting=worse"))).toContain(reference);
    const own = await officer.get(`/staff/repairs/${reference}`);
    expect(main(own)).toMatch(/says that it has got worse.*The tenant,/);
    expect(main(await officer.post(own.path, { change: "answer", version: String(version - 1) }))).toContain("has changed");
    clock.now = new Date(clock.now.getTime() + 60_000);
    expect(main(await officer.post(own.path, { change: "answer", version: String(version) }))).not.toContain("says online");
    expect(await repair()).toMatchObject({ waitsFor: null });

    const nothing = await phone.post(`${path}/photos`);
    expect([nothing.status, errors(nothing)]).toEqual([422, [photos.none]]);
    const photo = new File([new Uint8Array(await aJpeg())], "tap.jpg");
    for (let sent = 0; sent < 2; sent++) expect(main(await phone.upload(`${path}/photos`, [photo]))).toContain(follow.saved.photos);
    const src = (await phone.get(path)).document.querySelector("main img")?.getAttribute("src") ?? "";
    expect((await phone.get(src)).headers.get("content-type")).toBe("image/jpeg");
    expect(await db.read.$count(db.schema.photos)).toBe(1);
    expect((await phone.get(`${path}/photos/other`)).status).toBe(404);
    expect(JSON.stringify(await db.read.select().from(db.schema.events))).not.toMatch(/It runs|smell gas/);
  });

  test("after it was done: how the visit went, once; and what is still wrong is a new repair linked to it", async () => {
    const { db, phone, id, path, reference, clock, asOfficer } = await ownWorld(open);
    expect((await phone.get(`${path}/again`)).path).toBe(path);
    expect((await phone.get(`${path}/feedback`)).path).toBe(path);
    clock.now = instantAt(THURSDAY, "12:00");
    const { repairs, appointments, visits, events, contacts } = db.schema;
    const [appointment] = await db.read.select().from(appointments);
    await db.write(async (tx) => {
      await tx.insert(visits).values({ appointmentId: appointment?.id ?? "", arrivedAt: clock.now, endedAt: clock.now, outcome: "done" });
      await tx.update(appointments).set({ status: "done" });
      await tx.update(repairs).set({ status: "done", closedAt: clock.now });
    });
    const unsaid = await phone.post(`${path}/feedback`, { came: "constructor" });
    expect([unsaid.status, errors(unsaid)]).toEqual([422, [feedback.came.error, feedback.fixed.error]]);
    for (const fixed of ["partly", "yes"]) await phone.post(`${path}/feedback`, { came: "yes", fixed });
    const given = (await db.read.select().from(events)).filter(({ what }) => what === "feedback given");
    expect(given.map(({ after }) => after)).toEqual([{ came: "yes", fixed: "partly" }]);

    clock.now = addDays(clock.now, 20);
    const page = await phone.get(`${path}/again`);
    expect(heading(page)).toBe(again.title);
    const empty = await phone.post(page.path);
    expect([empty.status, errors(empty).length]).toEqual([422, 3]);
    const still = { ...hiddenOf(page, "main form"), how: "came-back", worse: "no", words: "It drips again" };
    const raised = [await phone.post(page.path, still), await phone.post(page.path, still)];
    raised.push(await phone.post(page.path, { ...still, submission: "another tab" }));
    const [first, ...others] = raised;
    expect(others.map((other) => other.path)).toEqual([first?.path, first?.path]);
    expect(first && main(first)).toMatch(/We have made a new repair.*We have your report.*It drips again/);
    const fresh = (await db.read.select().from(repairs)).find((repair) => repair.id !== id);
    expect(fresh).toMatchObject({ status: "open", waitsFor: "call", problem: "Tap", raisedAt: clock.now, proven: false });
    expect(fresh?.dueOn && fresh.dueOn > "2026-12-16").toBe(true);
    expect((await db.read.select().from(contacts)).map(({ description, phone }) => [description, phone]).sort()).toEqual([
      ["It drips again", "+447700900123"],
      ["It drips all night", "+447700900123"],
    ]);
    const staffPage = await asOfficer(`/staff/repairs/${fresh?.reference}`);
    expect(main(staffPage)).toContain(`Not put right before${reference}`);
    expect(main(await phone.get(path))).toContain(follow.story.continued);
    body(await phone.get(path)).getByRole("link", { name: again.link });
  });
});
