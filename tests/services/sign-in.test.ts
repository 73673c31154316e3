import { addMinutes, addSeconds } from "date-fns";
import { expect, test } from "vitest";
import { giveCode, newSecret, stepOf } from "#app/services/second-factor.server.ts";
import { type SignedInAnswer, signIn } from "#app/services/sign-in.server.ts";
import {
  addStaffAccount,
  changeStaffAccount,
  choosePassword,
  listStaffAccounts,
  readWelcome,
} from "#app/services/staff-accounts.server.ts";
import { checkPassword, hashPassword } from "#app/services/staff-password.server.ts";
import { endStaffSessions, listStaffSessions, readStaffSession } from "#app/services/staff-session.server.ts";
import type { Db } from "#db/client.ts";
import demo from "#db/seed/demo/staff.json";
import { NOW } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addStaffMember, codeAt, PASSWORD, VAULT } from "#tests/support/staff.ts";

const EMAIL = "ada@example.com";
const tryAt = (db: Db, now: Date, { email = EMAIL, password = PASSWORD, secondFactor = [] as ("officer" | "administrator")[] } = {}) =>
  signIn(db, { email, password, browser: "Test", secondFactor, now });

/** The token of an answer that let somebody in. */
function tokenOf(answer: SignedInAnswer): string {
  if (!answer.ok) throw new Error(`Not signed in: ${answer.reason}`);
  return answer.token;
}

test("a password is kept so that only it is right, however it was composed, and nobody's is never right", async () => {
  const kept = await hashPassword("caf\u00e9 au lait");
  expect(kept).not.toContain("caf");
  expect(await hashPassword("caf\u00e9 au lait")).not.toBe(kept);
  expect(await checkPassword("cafe\u0301 au lait", kept)).toBe(true);
  expect(await checkPassword("cafe au lait", kept)).toBe(false);
  expect(await checkPassword("", null)).toBe(false);
  expect(await checkPassword(demo.password, demo.kept)).toBe(true);
});

onBothEngines("signing in", (open) => {
  test("is by address and password; another session each time", async () => {
    const db = await open();
    await addStaffMember(db);
    const first = tokenOf(await tryAt(db, NOW, { email: " ADA@example.com" }));
    const second = tokenOf(await tryAt(db, NOW));
    expect(first).not.toBe(second);
    expect(await readStaffSession(db, { token: first, now: NOW })).toMatchObject({ name: "Ada Person", role: "officer", verified: true });
    expect(await readStaffSession(db, { token: `${first.slice(0, -1)}_`, now: NOW })).toBeUndefined();
    const [kept] = await db.read.select().from(db.schema.staffSessions);
    expect(await readStaffSession(db, { token: kept?.token ?? "", now: NOW })).toBeUndefined();
    expect((await db.read.select().from(db.schema.events)).map(({ what }) => what)).toEqual([...["signed in", "signed in"]]);
  });

  test("answers the same for an unknown account, one without a password, one that was stopped and a wrong password", async () => {
    const db = await open();
    await addStaffMember(db);
    await addStaffMember(db, { email: "gone@example.com" });
    await addStaffAccount(db, { email: "new@example.com", name: "New", role: "agent", by: "system", now: NOW });
    const gone = (await listStaffAccounts(db)).find(({ email }) => email === "gone@example.com");
    await changeStaffAccount(db, { id: gone?.id ?? "", version: gone?.version ?? 0, change: { active: false }, by: "x", now: NOW });
    const wrong = { ok: false, reason: "wrong" };
    expect(await tryAt(db, NOW, { password: "three random word" })).toEqual(wrong);
    for (const email of ["nobody@example.com", "new@example.com", "gone@example.com"])
      expect(await tryAt(db, NOW, { email })).toEqual(wrong);
  });

  test.each([EMAIL, "nobody@example.com"])("makes %s wait longer and longer, even for the right password", async (email) => {
    const db = await open();
    await addStaffMember(db);
    for (let tries = 0; tries < 5; tries++) expect(await tryAt(db, NOW, { email, password: "no" })).toMatchObject({ reason: "wrong" });
    expect(await tryAt(db, NOW, { email })).toEqual({ ok: false, reason: "wait", until: addMinutes(NOW, 1) });
    const later = addMinutes(NOW, 1);
    expect(await tryAt(db, later, { email, password: "no" })).toMatchObject({ reason: "wrong" });
    expect(await tryAt(db, later, { email })).toEqual({ ok: false, reason: "wait", until: addMinutes(later, 2) });
    expect((await tryAt(db, later, { email: "other@example.com" })).ok).toBe(false);
    const last = await tryAt(db, addMinutes(later, 2), { email });
    expect(last.ok).toBe(email === EMAIL);
  });

  test("lets no more tries through when they all come at once", async () => {
    const db = await open();
    await addStaffMember(db);
    const answers = await Promise.all(Array.from({ length: 12 }, () => tryAt(db, NOW, { password: "no" })));
    expect(answers.filter((answer) => !answer.ok && answer.reason === "wrong")).toHaveLength(5);
  });

  test("lasts while it is used, 12 hours at most, and ends one by one or everywhere", async () => {
    const db = await open();
    await addStaffMember(db);
    const token = tokenOf(await tryAt(db, NOW));
    let now = NOW;
    for (let half = 0; half < 28; half++) {
      now = addMinutes(now, 25);
      expect(await readStaffSession(db, { token, now })).toBeDefined();
    }
    expect(await readStaffSession(db, { token, now: addMinutes(now, 30) })).toBeUndefined();
    expect(await readStaffSession(db, { token, now: addMinutes(NOW, 720) })).toBeUndefined();

    const [one, two, three] = [tokenOf(await tryAt(db, now)), tokenOf(await tryAt(db, now)), tokenOf(await tryAt(db, now))];
    const who = await readStaffSession(db, { token: one, now });
    const staffId = who?.id ?? "";
    expect(await listStaffSessions(db, { staffId, now: addMinutes(now, 1) })).toHaveLength(4);
    await endStaffSessions(db, { staffId, id: who?.sessionId });
    expect(await readStaffSession(db, { token: one, now })).toBeUndefined();
    expect(await readStaffSession(db, { token: two, now })).toBeDefined();
    await endStaffSessions(db, { staffId: "somebody else" });
    expect(await readStaffSession(db, { token: three, now })).toBeDefined();
    await endStaffSessions(db, { staffId });
    expect(await listStaffSessions(db, { staffId, now })).toEqual([]);
  });
});

onBothEngines("a second factor", (open) => {
  const at = new Date("2027-03-01T10:00:10Z");

  test("is asked where a role requires it or the person has one, and its code is good once", async () => {
    const db = await open();
    await addStaffMember(db);
    const token = tokenOf(await tryAt(db, NOW, { secondFactor: ["officer"] }));
    const who = await readStaffSession(db, { token, now: NOW });
    expect(who).toMatchObject({ verified: false, hasSecondFactor: false });
    if (!who) throw new Error("nobody");
    const secret = newSecret();
    const give = (code: string, realNow = at) => giveCode(db, { who, code, newSecret: secret, vault: VAULT, now: NOW, realNow });
    expect(await give("000000")).toEqual({ ok: false, reason: "wrong" });
    const code = codeAt(secret, at);
    const answer = await give(`${code.slice(0, 3)} ${code.slice(3)}`);
    if (!answer.ok) throw new Error(answer.reason);
    expect(await readStaffSession(db, { token, now: NOW })).toBeUndefined();
    expect(await readStaffSession(db, { token: answer.token, now: NOW })).toMatchObject({ verified: true, hasSecondFactor: true });

    const next = tokenOf(await tryAt(db, NOW));
    const again = await readStaffSession(db, { token: next, now: NOW });
    expect(again).toMatchObject({ verified: false, hasSecondFactor: true });
    if (!again) throw new Error("nobody");
    const use = (code: string, realNow: Date) =>
      giveCode(db, { who: again, code, newSecret: newSecret(), vault: VAULT, now: NOW, realNow });
    expect(await use(code, addSeconds(at, 5))).toEqual({ ok: false, reason: "wrong" });
    expect(await use(codeAt(secret, addSeconds(at, 30)), addSeconds(at, 30))).toMatchObject({ ok: true });
  });

  test("that is guessed makes the guesser wait", async () => {
    const db = await open();
    await addStaffMember(db);
    const token = tokenOf(await tryAt(db, NOW, { secondFactor: ["officer"] }));
    const who = await readStaffSession(db, { token, now: NOW });
    if (!who) throw new Error("nobody");
    const answers = [];
    for (let tries = 0; tries < 5; tries++)
      answers.push(await giveCode(db, { who, code: "12345x", newSecret: newSecret(), vault: VAULT, now: NOW, realNow: at }));
    expect(answers.at(-1)).toMatchObject({ ok: false, reason: "wait" });
  });

  test("takes the codes of the half-minutes before and after, and no others", () => {
    const secret = newSecret();
    const offsets = [-60, -30, 0, 30, 60];
    expect(offsets.map((seconds) => stepOf(secret, codeAt(secret, addSeconds(at, seconds)), at) !== undefined)).toEqual([
      ...[false, true, true, true, false],
    ]);
  });
});

onBothEngines("an account", (open) => {
  test("is opened by a link that is good once, for 24 hours", async () => {
    const db = await open();
    const add = (email: string) => addStaffAccount(db, { email, name: "Bo", role: "administrator", by: "system", now: NOW });
    const token = (await add("Bo@example.com")) ?? "";
    expect(await add("bo@EXAMPLE.com")).toBeUndefined();
    expect(await readWelcome(db, { token, now: addMinutes(NOW, 24 * 60) })).toBeUndefined();
    expect(await readWelcome(db, { token, now: NOW })).toMatchObject({ name: "Bo" });
    expect(await choosePassword(db, { token, password: PASSWORD, now: NOW })).toBe(true);
    expect(await choosePassword(db, { token, password: "another one", now: NOW })).toBe(false);
    expect((await tryAt(db, NOW, { email: "bo@example.com" })).ok).toBe(true);
    const events = await db.read.select().from(db.schema.events);
    expect(events.map(({ what }) => what)).toEqual(["account added", "password chosen", "signed in"]);
  });

  test("that is changed is signed out; what another administrator changed meanwhile is not lost; the last one stays", async () => {
    const db = await open();
    await addStaffMember(db, { role: "administrator" });
    await addStaffMember(db, { email: "bo@example.com", name: "Bo", role: "administrator" });
    const token = tokenOf(await tryAt(db, NOW));
    const [ada, bo] = await listStaffAccounts(db);
    if (!ada || !bo) throw new Error("There are not two");
    const change = (account: Pick<typeof ada, "id" | "version">, change: Parameters<typeof changeStaffAccount>[1]["change"]) =>
      changeStaffAccount(db, { id: account.id, version: account.version, change, by: bo.id, now: NOW });
    expect(await change({ id: "nobody", version: 0 }, { active: false })).toEqual({ ok: false, reason: "unknown" });
    const both = await Promise.all([change(ada, { role: "officer" }), change(bo, { role: "officer" })]);
    expect(both.map((answer) => answer.ok || answer.reason).sort()).toEqual(["last-administrator", true]);
    const after = await listStaffAccounts(db);
    expect(after.filter(({ role }) => role === "administrator")).toHaveLength(1);
    const officer = after.find(({ role }) => role === "officer");
    expect(await change({ id: officer?.id ?? "", version: 0 }, { active: false })).toEqual({ ok: false, reason: "changed" });
    const isAda = officer?.id === ada.id;
    expect((await readStaffSession(db, { token, now: NOW })) === undefined).toBe(isAda);
    const renewed = await change({ id: officer?.id ?? "", version: officer?.version ?? 0 }, { welcome: true });
    expect(renewed).toMatchObject({ ok: true, token: expect.any(String) });
    expect((await tryAt(db, NOW, { email: isAda ? EMAIL : "bo@example.com" })).ok).toBe(false);
  });
});
