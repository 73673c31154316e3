import { expect, test } from "vitest";
import { exportHome } from "#app/services/export-home.server.ts";
import { forgetPeople } from "#app/services/forget-people.server.ts";
import { addHome, NOW } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addStaffMember } from "#tests/support/staff.ts";

const retention = { years: 6 };
const OLD = new Date("2020-11-22T12:00:00Z");
const PHONE = "+447700900982";

onBothEngines("people beside repairs", (open) => {
  test("are forgotten when their time is over: what is younger, goes on or waits stays, and is in the copy of a person", async () => {
    const db = await open();
    await addStaffMember(db, { role: "agent" });
    const [{ id: staffId } = { id: "" }] = await db.read.select().from(db.schema.staff);
    const s = db.schema;
    await addHome(db, { uprn: "1" });
    const each = [
      { id: "old", endsOn: "2020-11-20", at: OLD, answeredAt: OLD },
      { id: "young", endsOn: "2021-01-01", at: NOW, answeredAt: NOW },
      { id: "now", endsOn: null, at: NOW, answeredAt: null },
    ];
    await db.write(async (tx) => {
      for (const { id, endsOn, at, answeredAt } of each) {
        await tx.insert(s.tenancies).values({ id, reference: id, uprn: "1", startsOn: "2015-01-01", endsOn });
        await tx.insert(s.tenants).values({ id, tenancyId: id, name: `${id} tenant`, bornOn: "1980-01-01" });
        await tx.insert(s.tenantContacts).values({ id, tenantId: id, kind: "phone", value: PHONE });
        await tx.insert(s.calls).values({ id, staffId, uprn: "1", startedAt: at });
        await tx.insert(s.identityChecks).values({ id, callId: id, at, asked: ["name"], passed: true, caller: "carer" });
        await tx.insert(s.callersForTenants).values({ checkId: id, name: `${id} carer` });
        const dues = { acknowledgeBy: "2020-11-30", answerBy: "2020-12-14" };
        await tx.insert(s.complaints).values({ id, submission: id, uprn: "1", at: OLD, heardBy: staffId, answeredAt, ...dues });
        await tx.insert(s.complaintWords).values({ complaintId: id, words: `${id} words` });
        const by = { recordedAt: OLD, recordedBy: staffId, checkedAt: OLD, checkedBy: staffId };
        await tx.insert(s.homeRecords).values({ id, uprn: "1", kind: "need", code: "19", words: `${id} need`, endedAt: answeredAt, ...by });
      }
    });
    const before = await exportHome(db, { phone: PHONE });
    expect(before.tenancies.map(({ tenant }) => [tenant.name, tenant.reachedAt])).toEqual(
      ["now", "old", "young"].map((name) => [`${name} tenant`, [PHONE]]),
    );
    expect(before.household).toEqual([]);
    expect(await forgetPeople(db, { retention, now: NOW })).toBe("1 callers, the words of 1 complaints, 1 records of homes and 1 tenants");
    expect(await forgetPeople(db, { retention, now: NOW })).toBeUndefined();
    const home = await exportHome(db, { uprn: "1" });
    expect(home.tenancies.map(({ tenant }) => tenant.name).sort()).toEqual(["now tenant", "young tenant"]);
    expect(home.household.map(({ words }) => words).sort()).toEqual(["now need", "young need", null].sort());
    expect(home.complaints.map(({ words }) => words).sort()).toEqual(["now words", "young words", null].sort());
    expect((await db.read.select().from(s.callersForTenants)).map(({ name }) => name).sort()).toEqual(["now carer", "young carer"]);
    expect(await db.read.$count(s.tenancies)).toBe(3);
  });
});
