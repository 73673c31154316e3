import { addYears } from "date-fns";
import { expect, test } from "vitest";
import { forgetRepairs } from "#app/services/forget-repairs.server.ts";
import { addRepair, NOW } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, errors, hiddenOf, main } from "#tests/support/page.ts";
import { addContactOf, repairById } from "#tests/support/repairs.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const REFERENCE = "7KQ4-9XMV";
const PATH = `/staff/repairs/${REFERENCE}`;
const KEEP = `${PATH}/keep`;

onBothEngines("a closed repair", (open) => {
  test("is held and released by officers, shows until when its details stay, and works without them once they are gone", async () => {
    const { db, photos, browser, clock } = await reportWorld(await open());
    const [problem] = await db.read.select().from(db.schema.problems).limit(1);
    const closed = { status: "done", closedAt: NOW, reference: REFERENCE };
    const id = await addRepair(db, { uprn: "100000001", problemId: problem?.id ?? "", ...closed });
    await addContactOf(db, id);
    const [officer, agent] = [browser(), browser()];
    await signInAs(officer, await addStaffMember(db));
    await signInAs(agent, await addStaffMember(db, { role: "agent", email: "agent@example.com" }));

    expect(main(await officer.get(PATH))).toContain("Deleted after 23 November 2032");
    expect(body(await agent.get(PATH)).queryByRole("link", { name: "Keep or release personal details" })).toBeNull();
    const form = await officer.get(KEEP);
    const version = hiddenOf(form, ".app-staff-form").version ?? "";
    expect([(await agent.get(KEEP)).status, (await agent.post(KEEP, { version, reasons: "claim" })).status]).toEqual([403, 403]);
    const odd = await officer.post(KEEP, { version, reasons: ["claim", "constructor"] });
    expect([odd.status, errors(odd)]).toEqual([422, ["Select a reason from the list"]]);
    const held = await officer.post(KEEP, { version, reasons: ["claim", "complaint"] });
    expect(main(held)).toMatch(
      /Kept until somebody releases them\. There is a .*personal details held, by Ada Person \(office\)\. because of: a legal claim/,
    );
    const late = await officer.post(KEEP, { version, reasons: "other" });
    expect([late.status, errors(late)[0]]).toEqual([422, expect.stringMatching(/personal details held, by Ada Person/)]);
    expect(body(late).getByRole("checkbox", { name: /Another reason/, checked: true })).toBeTruthy();

    clock.now = new Date(addYears(NOW, 6).getTime() + 24 * 3_600_000);
    const forget = () => forgetRepairs({ db, photos, retention: { years: 6 }, now: clock.now });
    expect(await forget()).toBeUndefined();
    await signInAs(officer, "ada@example.com");
    expect((await officer.get("/staff/repairs?status=any&q=ann+tenant")).html).toContain(REFERENCE);
    await officer.post(KEEP, { version: String((await repairById(db, id)).version) });
    expect(await forget()).toMatch(/^1 repairs/);

    const gone = await officer.get(PATH);
    expect(gone.status).toBe(200);
    expect(main(gone)).toMatch(/Personal details were deleted on 24 November 2032.*personal details deleted, by the service \(automatic\)/);
    expect(main(gone)).not.toMatch(/Ann Tenant|It drips/);
    expect(body(gone).queryByRole("button", { name: "Add note" })).toBeNull();
    expect(errors(await officer.post(PATH, { note: "Ann called", submission: "1" }))).toEqual([
      "Notes cannot be added: the personal details of this repair have been deleted",
    ]);
    expect((await officer.get(KEEP)).path).toBe(PATH);
    expect((await officer.get("/staff/repairs?status=any&q=ann+tenant")).html).not.toContain(REFERENCE);
    for (const page of ["/staff/repairs?status=any", "/staff/repairs.csv?status=any"])
      expect((await officer.get(page)).html, page).toContain(REFERENCE);
    expect((await browser().get("/privacy")).html).toContain("6 years after the repair is closed we delete your name");
  });
});
