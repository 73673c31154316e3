import { addMinutes } from "date-fns";
import { expect, test } from "vitest";
import { endStaffSessions } from "#app/services/staff-session.server.ts";
import { addRepair, NOW } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { aLandlord } from "#tests/support/landlord.ts";
import { body, heading, hiddenOf, main } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const REPAIR = "/staff/repairs/7KQ4-9XMV";
const NOTE = { note: "She works nights.\n“Call” after <2pm", submission: "one" };

const kept = (page: Visited) => hiddenOf(page, ".app-staff-form");
const formAction = ({ document }: Visited) => document.querySelector(".app-staff-form")?.getAttribute("action");

onBothEngines("a form posted when nobody is signed in any more", (open) => {
  test("is kept on the page until somebody has signed in, in full, and sends it by a press of their own", async () => {
    const landlord = aLandlord({ staff: { secondFactor: ["manager"] } });
    const { db, browser, clock } = await reportWorld(await open(), { landlord });
    const [problem] = await db.read.select().from(db.schema.problems).limit(1);
    await addRepair(db, { uprn: "100000001", problemId: problem?.id ?? "", reference: "7KQ4-9XMV" });
    const ada = await addStaffMember(db);
    const bea = await addStaffMember(db, { name: "Bea Officer", email: "bea@example.com" });
    const manager = await addStaffMember(db, { name: "Max Manager", email: "max@example.com", role: "manager" });
    const notes = async () => (await db.read.select().from(db.schema.repairNotes)).map(({ words, who }) => ({ words, who }));
    const device = browser();
    await signInAs(device, ada);
    clock.now = addMinutes(NOW, 40);

    const out = await device.post(REPAIR, NOTE);
    expect([out.status, heading(out), kept(out)]).toEqual([401, "You were signed out", NOTE]);
    expect(main(out)).toContain("She works nights. “Call” after <2pm");
    expect(out.path).toBe(`/staff/send-again?next=${encodeURIComponent(REPAIR)}`);
    const signIn = body(out).getByRole("link", { name: "Sign in (opens in a new tab)" });
    expect((await device.get(signIn.getAttribute("href") ?? "")).path).toBe("/staff/sign-in?next=%2Fstaff");
    const still = await device.post(out.path, kept(out));
    expect([still.status, kept(still)]).toEqual([401, NOTE]);
    expect(heading(await signInAs(device, manager))).toBe("Set up a code from your phone");
    expect([(await device.post(out.path, kept(out))).status, (await device.post(REPAIR, NOTE)).status]).toEqual([401, 401]);

    await signInAs(device, bea);
    const again = await device.post(out.path, kept(still));
    expect([again.status, heading(again), formAction(again)]).toEqual([200, "Send it again", REPAIR]);
    expect(main(again)).toContain(
      "You are signed in as Bea Officer, Repairs officer. What you sent before is not saved until you send it again.",
    );
    expect(body(again).getByRole("link", { name: "Open the page without sending" }).getAttribute("href")).toBe(REPAIR);
    expect(await notes()).toEqual([]);
    expect(main(await device.post(REPAIR, kept(again)))).toContain("She works nights");
    const [account] = (await db.read.select().from(db.schema.staff)).filter(({ email }) => email === bea);
    expect(await notes()).toEqual([{ words: NOTE.note.replace("\r", ""), who: account?.id }]);

    await endStaffSessions(db, { staffId: account?.id ?? "" });
    const ended = await device.post("/staff/calendar", { slot: ["one", "two"], reason: "Off sick" });
    const slots = [...ended.document.querySelectorAll<HTMLInputElement>("input[name=slot]")].map(({ value }) => value);
    expect([ended.status, slots]).toEqual([401, ["one", "two"]]);
  });

  test("is kept without its secrets and its files, for pages for staff alone, and never a fault of ours", async () => {
    const { browser } = await reportWorld(await open());
    const device = browser();
    const secrets = { password: "three random words", newPassword: "four", code: "123456", secret: "KEY" };
    const page = await device.post("/staff/accounts", { name: "Bo Person", role: ["agent", "manager"], ...secrets });
    expect([page.status, kept(page)]).toEqual([401, { name: "Bo Person", role: "manager" }]);
    expect(page.html).not.toMatch(/three random words|123456|KEY/);
    const nothings: Record<string, string>[] = [{}, secrets, { reason: "" }];
    for (const nothing of nothings)
      expect((await device.post("/staff/sessions", nothing)).path).toBe("/staff/sign-in?next=%2Fstaff%2Fsessions");
    expect((await device.get("/staff/send-again?next=/staff/sessions")).path).toBe("/staff/sign-in?next=%2Fstaff%2Fsessions");

    const withFile = await device.upload("/staff/accounts", [new File(["picture"], "tap.jpg")], { name: "Bo" });
    expect(main(withFile)).toContain("Photos and other files are not kept");
    expect(kept(withFile)).toEqual({ name: "Bo", photos: "" });
    const own = browser();
    const evil = await own.post("/staff/send-again?next=//evil.example/staff", { note: "x".repeat(100_000), constructor: "\0🏠" });
    expect([evil.status, kept(evil).constructor, evil.html.includes('evil.example/staff"')]).toEqual([401, "🏠", false]);
    expect((await own.post("/staff/calendar", { note: "x".repeat(300_000) })).status).toBe(422);
    expect((await own.send("/staff/calendar", "?", { "content-type": "multipart/form-data; boundary=x" })).status).toBe(422);
    expect([...device.faults, ...own.faults]).toEqual([]);
  });
});
