import { randomInt } from "node:crypto";
import { addDays, addHours, addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeReference } from "#app/domain/reference.ts";
import { follow } from "#app/languages/en/follow.ts";
import { addRepair, NOW } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { lastCode, ownWorld } from "#tests/support/own-world.ts";
import { body, errors, heading, main } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { addContactOf, repairById } from "#tests/support/repairs.ts";

/** A reference that nobody has. */
const nobodys = () => makeReference(randomInt);
const _FRIDAY = "2026-11-27";

/** A page without what differs for everybody: its code's address. */
const same = ({ html, status }: Visited) => [status, html];
const links = ({ document }: Visited) =>
  [...document.querySelectorAll<HTMLAnchorElement>("main a")].map(({ href }) => new URL(href, "http://x").pathname);

onBothEngines("finding a repair", (open) => {
  test("takes the code that was sent, on the device that asked for it; nothing is said before", async () => {
    const { db, browser, phone, receipt, reference, path } = await ownWorld(open);
    expect(links(receipt)).toEqual(expect.arrayContaining([path, `${path}/visit.ics`]));
    expect(heading(await phone.get(path))).toBe(follow.page.states.coming);

    const other = browser();
    for (const sub of ["", "/move", "/cancel", "/not-in", "/visit.ics", "/photos/x"])
      expect((await other.get(path + sub)).path, sub).toBe(`/repair?reference=${reference}`);
    const empty = await other.post("/repair", { reference: "7KQ4-9XM3", postcode: "?" });
    expect([empty.status, errors(empty)]).toEqual([422, [follow.find.reference.error, follow.find.postcode.error]]);
    const asked = await other.post("/repair", { reference: reference.toLowerCase().replace("-", " "), postcode: "fh1 1aa" });
    const field = body(asked).getByLabelText(follow.code.code.label);
    expect([field.getAttribute("autocomplete"), field.getAttribute("inputmode")]).toEqual(["one-time-code", "numeric"]);
    expect(main(asked)).not.toMatch(/Mill Lane|Ann|07700|Kitchen/);
    const code = await lastCode(db);
    expect((await browser().get(asked.path)).path).toBe("/repair");
    const wrong = await other.post(asked.path, { code: code === "000000" ? "111111" : "000000" });
    expect([wrong.status, errors(wrong)]).toEqual([422, [follow.code.wrong]]);
    const page = await other.post(asked.path, { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` });
    expect([page.path, heading(page)]).toEqual([path, follow.page.states.coming]);
    for (const words of ["Thursday 26 November, 8am to 1pm", "It drips all night", "1 Mill Lane", "You reported it", "Visit booked for"])
      expect(main(page)).toContain(words);
    expect(page.html.length).toBeLessThan(40_000);
    expect((await other.post(asked.path, { code })).path).toBe(path);

    expect((await other.post(path, { intent: "leave" })).path).toBe("/repair");
    expect((await other.get(path)).path).toContain("/repair?reference=");
    await phone.post(path, { intent: "leave" });
    expect((await phone.get(path)).path).toContain("/repair?reference=");
    const rows = JSON.stringify([await db.read.select().from(db.schema.repairProofs), await db.read.select().from(db.schema.messages)]);
    expect(rows).not.toContain(code);
    const events = await db.read.select().from(db.schema.events);
    expect(events.filter(({ what }) => what === "opened online").map(({ who, after }) => [who, after])).toEqual(
      Array(2).fill(["tenant", { by: "code" }]),
    );
  });

  test("looks the same for who guesses: unknown, wrong postcode, nobody to send to, and one try too many", async () => {
    const { db, browser, reference, id, clock } = await ownWorld(open);
    const problemId = (await repairById(db, id)).problemId ?? "";
    const silent = await addRepair(db, { uprn: "100000002", problemId, reference: nobodys() });
    await addContactOf(db, silent, { phone: "+441632960001", confirmBy: "phone" });
    const nobody = (await db.read.select().from(db.schema.repairs)).find(({ id }) => id === silent)?.reference ?? "";
    const guesses = [
      { reference: nobody, postcode: "FH1 1AA" },
      { reference, postcode: "FH9 9ZZ" },
      { reference: nobodys(), postcode: "FH1 1AA" },
      { reference, postcode: "FH1 1AA" },
    ];
    const seen: unknown[] = [];
    for (const guess of guesses) {
      const robot = browser({ origin: "robot" });
      const pages = [await robot.post("/repair", guess)];
      // The right one comes too late, where there is one.
      for (const code of [...Array<string>(5).fill("000000"), await lastCode(db)])
        pages.push(await robot.post(pages[0]?.path ?? "", { code: code || "123456" }));
      seen.push(pages.map(same));
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen.slice(2)).toEqual([seen[0], seen[0]]);
    expect((await db.read.select().from(db.schema.messages)).filter(({ kind }) => kind === "code").length).toBe(1);

    const late = browser();
    const asked = await late.post("/repair", { reference, postcode: "FH1 1AA" });
    const code = await lastCode(db);
    const again = await late.post(asked.path, { intent: "again" });
    expect(again.path).not.toBe(asked.path);
    expect(await lastCode(db)).not.toBe(code);
    clock.now = addMinutes(NOW, 16);
    expect(errors(await late.post(again.path, { code: await lastCode(db) }))).toEqual([follow.code.wrong]);
    clock.now = addDays(NOW, 2);
    await late.post("/repair", { reference, postcode: "FH1 1AA" });
    expect(await db.read.$count(db.schema.repairProofs)).toBe(1);
  });

  test("is slowed down for each reference and each address; a robot gets nothing", async () => {
    const { db, browser, reference, path, clock } = await ownWorld(open);
    const robot = browser({ origin: "198.18.0.1" });
    const answers: number[] = [];
    const references = [reference, nobodys()];
    for (const reference of Array.from({ length: 20 }, () => references).flat())
      answers.push((await robot.post("/repair", { reference, postcode: "FH1 1AB" })).status);
    expect(answers.slice(0, 10)).toEqual(Array(10).fill(200));
    expect(new Set(answers.slice(10))).toEqual(new Set([429]));
    expect(main(await robot.post("/repair", { reference, postcode: "FH1 1AB" }))).toContain("Too many tries");
    expect((await robot.get(path)).path).toContain("/repair?");
    expect(await db.read.$count(db.schema.messages, eq(db.schema.messages.kind, "code"))).toBe(0);
    const several = browser({ origin: "198.18.0.2" });
    const asked: number[] = [];
    for (const reference of Array.from({ length: 32 }, nobodys))
      asked.push((await several.post("/repair", { reference, postcode: "FH1 1AB" })).status);
    expect([asked.indexOf(429), asked.at(-1)]).toEqual([30, 429]);
    clock.now = addHours(NOW, 25);
    const own = browser();
    const asking = await own.post("/repair", { reference, postcode: "FH1 1AA" });
    expect((await own.post(asking.path, { code: await lastCode(db) })).path).toBe(path);
  });
});
