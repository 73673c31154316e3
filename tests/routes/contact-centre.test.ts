import { writeFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { staff } from "#app/languages/staff.ts";
import { importHomes } from "#app/services/import-homes.server.ts";
import { importTenancies } from "#app/services/import-tenancies.server.ts";
import { addHome, addRepair, NOW } from "#tests/support/calendar.ts";
import { press } from "#tests/support/desk-world.ts";
import { freshFolder, onBothEngines } from "#tests/support/engines.ts";
import { body, heading, main } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { addContactOf } from "#tests/support/repairs.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const REFERENCE = "7KQ4-9XMV";
const homesOn = ({ document }: Visited) =>
  [...document.querySelectorAll("section[aria-labelledby=results] button")].map((button) => [
    button.getAttribute("value"),
    [...button.querySelectorAll("span:not(.govuk-visually-hidden)")].map(({ textContent }) => textContent).join(" / "),
    button.hasAttribute("autofocus"),
  ]);

onBothEngines("the contact centre's first page", (open) => {
  async function centre() {
    const world = await reportWorld(await open());
    const { db, browser } = world;
    const folder = freshFolder();
    const file = (name: string, lines: string[]) => {
      writeFileSync(`${folder}/${name}`, lines.join("\n"));
      return { file: `${folder}/${name}`, now: NOW };
    };
    const homes = (line1: string) =>
      importHomes(db, file("homes.csv", ["uprn,line1,town,postcode,tenure", `77,${line1},Fernhill,FH2 2BB,secure`]));
    const tenants = (...names: string[]) =>
      importTenancies(db, file("t.csv", ["tenancy reference,uprn,name,phones,start", ...names.map((name) => `T1,77,${name},2020-01-01`)]));
    await homes('"Flat 3, 12a Elm Court"');
    const agent = browser();
    const landing = await signInAs(agent, await addStaffMember(db, { role: "agent", email: "al@example.com" }));
    const search = async (q: string) => agent.post("/contact-centre", { q });
    return { ...world, agent, landing, homes, tenants, search };
  }

  test("is where an agent lands, finds homes by address, person, phone or repair, and offers a single one to Enter", async () => {
    const { agent, landing, tenants, search, db } = await centre();
    expect([landing.path, heading(landing)]).toEqual(["/contact-centre", "Contact centre"]);
    expect(landing.document.querySelector("input[name=q]")?.hasAttribute("autofocus")).toBe(true);
    await tenants("Ada Okafor,07700 900982", "Ben Okafor,");
    const single = [["77", "Flat 3, 12a Elm Court, Fernhill, FH2 2BB / Ada Okafor, Ben Okafor", true]];
    for (const typed of ["elm ct 12 a flat 3", "okafro elm", "07700-900 982", "FH22BB", "t1", "77"]) {
      const page = await search(typed);
      expect(homesOn(page), typed).toEqual(single);
      expect([page.path, page.status], "what was typed stands in no address").toEqual(["/contact-centre", 200]);
      expect(page.document.querySelector("input[name=q]")?.hasAttribute("autofocus")).toBe(false);
      expect(page.html).not.toContain("+447700900982");
    }
    const [problem] = await db.read.select().from(db.schema.problems).limit(1);
    const repair = await addRepair(db, { uprn: "100000001", problemId: problem?.id ?? "", reference: REFERENCE });
    await addContactOf(db, repair, { name: "Cy Reporter", visitName: "Di Door", phone: "+447700900111" });
    for (const typed of ["cy reporter", "di dorr", "07700 900111", REFERENCE])
      expect(homesOn(await search(typed))[0]?.[0], typed).toBe("100000001");
    const link = body(await search("7kq49xmv")).getByRole("link", { name: `Open repair ${REFERENCE}` });
    expect(link.getAttribute("href")).toBe(`/staff/repairs/${REFERENCE}`);
    const suggested = await agent.post("/contact-centre/search", { q: "okafor" });
    expect(JSON.parse(suggested.html)).toEqual({
      homes: [{ uprn: "77", address: "Flat 3, 12a Elm Court, Fernhill, FH2 2BB", names: "Ada Okafor, Ben Okafor" }],
      total: 1,
      said: "1 home matches. Press Enter to open it.",
    });
    const called = await press(agent, await search("07700 900 982"), /Start a call|Flat 3/);
    expect(main(called), "the number that they were found by is one fact").toContain(staff.desk.call.check.given);
    await db.write((tx) => tx.update(db.schema.homes).set({ restrictedTo: "manager administrator" }).where(eq(db.schema.homes.uprn, "77")));
    for (const typed of ["okafor elm", "t1", "07700 900982"]) expect(homesOn(await search(typed)), typed).toEqual([]);
    expect(main(await agent.get("/contact-centre"))).not.toContain("Elm Court");
    expect((await agent.get(called.path)).status).toBe(403);
    const none = await search("nobody of this name");
    expect(body(none).getByRole("heading", { level: 2, name: "No home matches" })).toBeTruthy();
  });

  test("finds what the imports and later changes have made of homes and people, and no longer what was there before", async () => {
    const { homes, tenants, search, db } = await centre();
    const found = async (typed: string) => homesOn(await search(typed)).length;
    await tenants("Ada Okafor,", "Ben Okafor,");
    await homes("9 Beech Walk");
    await tenants("Ada Bello,");
    expect([await found("elm court"), await found("ada okafor"), await found("ben")]).toEqual([0, 0, 0]);
    expect([await found("9 beech wlk"), await found("ada bello")]).toEqual([1, 1]);
    const { contacts, problems } = db.schema;
    const [problem] = await db.read.select().from(problems).limit(1);
    const repair = await addRepair(db, { uprn: "77", problemId: problem?.id ?? "" });
    await addContactOf(db, repair, { name: "Eve Caller" });
    expect(await found("eve caller")).toBe(1);
    await db.write((tx) => tx.update(contacts).set({ name: "" }).where(eq(contacts.repairId, repair)));
    expect(await found("eve caller")).toBe(0);
    await db.write((tx) => tx.update(db.schema.homes).set({ endedOn: "2026-11-01" }).where(eq(db.schema.homes.uprn, "77")));
    expect(await found("ada bello")).toBe(0);
  });
});

onBothEngines("the agent's last calls", (open) => {
  test("are ten homes, each once, the latest first, with the repair that was spoken of, and nobody else's", async () => {
    const { db, browser } = await reportWorld(await open());
    const email = await addStaffMember(db, { role: "agent" });
    await addStaffMember(db, { role: "agent", email: "bo@example.com" });
    const [ada, bo] = await db.read.select().from(db.schema.staff).orderBy(db.schema.staff.email);
    const [problem] = await db.read.select().from(db.schema.problems).limit(1);
    for (let at = 1; at <= 12; at++) await addHome(db, { uprn: `90${at}`, line1: `${at} Oak Road` });
    const repairId = await addRepair(db, { uprn: "903", problemId: problem?.id ?? "", reference: REFERENCE });
    const calls = [1, 3, ...Array.from({ length: 12 }, (_, at) => at + 1), 3].map((home, at) => ({
      ...{ id: `call-${String(at).padStart(2, "0")}`, staffId: ada?.id ?? "", uprn: `90${home}` },
      ...{ startedAt: new Date(NOW.getTime() + at * 1000), repairId: at === 14 ? repairId : null },
    }));
    await db.write(async (tx) => {
      await tx.insert(db.schema.calls).values(calls);
      await tx.insert(db.schema.calls).values({ id: "other", staffId: bo?.id ?? "", uprn: "100000001", startedAt: NOW });
    });
    const own = browser();
    await signInAs(own, email);
    const { document } = await own.get("/contact-centre");
    const recents = [...document.querySelectorAll("section[aria-labelledby=recents] button")];
    expect(recents.map((button) => button.getAttribute("value"))).toEqual(
      [903, 9012, 9011, 9010, 909, 908, 907, 906, 905, 904].map(String),
    );
    expect(recents[0]?.textContent).toContain(`repair ${REFERENCE}`);
    const off = await own.get("/contact-centre/shortcuts");
    expect(body(off).getByText("Shortcuts are off")).toBeTruthy();
    const odd: Record<string, string | string[]>[] = [
      {},
      { q: ["a", "b"] },
      { q: "x".repeat(100_000) },
      { q: "\0" },
      { q: "constructor" },
      { q: "🔥" },
    ];
    for (const typed of odd) expect((await own.post("/contact-centre", typed)).status).toBe(200);
  });
});
