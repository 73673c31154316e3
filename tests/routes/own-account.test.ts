import { addSeconds } from "date-fns";
import { eq } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { openVault } from "#app/services/vault.server.ts";
import type { Db } from "#db/client.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, errors, heading, hiddenOf, main } from "#tests/support/page.ts";
import type { Browser } from "#tests/support/pages.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, codeAt, PASSWORD, signInAs, VAULT } from "#tests/support/staff.ts";

const OTHER = "four other random words";
const FORM = ".app-staff-form";

/** Every row of every table, as a backup has them. */
async function dump(db: Db): Promise<string> {
  const rows: unknown[] = [];
  for (const table of Object.values(db.schema)) rows.push(await db.read.select().from(table as SQLiteTable));
  return JSON.stringify(rows);
}

async function accountOf(db: Db) {
  const [account] = await db.read.select().from(db.schema.staff);
  if (!account) throw new Error("There is no account");
  return account;
}

const keep = (db: Db, secondFactor: string) =>
  db.write((tx) => tx.update(db.schema.staff).set({ secondFactor, codeUsed: null }).where(eq(db.schema.staff.active, true)));

/** Sets up an app that shows codes; its secret. */
async function setUp(device: Browser): Promise<string> {
  const { secret = "" } = hiddenOf(await device.get("/staff/code"), FORM);
  expect(heading(await device.post("/staff/code", { secret, code: codeAt(secret, new Date()) }))).toBe("Hello Ada Person");
  return secret;
}

onBothEngines("somebody who is signed in", (open) => {
  test("changes their password by the present one, and is signed out everywhere else", async () => {
    const { db, browser } = await reportWorld(await open());
    const email = await addStaffMember(db);
    const sessions = () => db.read.select().from(db.schema.staffSessions);
    const [office, home] = [browser(), browser()];
    await signInAs(home, email);
    const [first] = await sessions();
    await signInAs(office, email);
    const before = (await sessions()).find(({ id }) => id !== first?.id);
    const link = body(await office.get("/staff/sessions")).getByRole("link", { name: "Change your password" });
    const path = link.getAttribute("href") ?? "";
    expect(errors(await office.post(path))).toEqual(["Enter your password", "Enter a new password"]);
    expect(errors(await office.post(path, { password: PASSWORD, newPassword: "short" }))).toEqual([
      "The password must have 12 characters or more",
    ]);
    const wrong = await office.post(path, { password: "not mine", newPassword: OTHER });
    expect([wrong.status, errors(wrong)]).toEqual([422, ["Your present password is not right"]]);
    expect(wrong.html).not.toMatch(/not mine|random words"/);

    const changed = await office.post(path, { password: PASSWORD, newPassword: OTHER });
    expect([changed.path, main(changed).includes("Your password is changed")]).toEqual(["/staff/sessions?saved=password", true]);
    expect(heading(await home.get("/staff"))).toBe("Sign in");
    const [session, ...others] = await sessions();
    expect([session?.id, session?.token === before?.token, others]).toEqual([before?.id, false, []]);
    expect(errors(await signInAs(home, email))).toEqual(["The email address or the password is not right"]);
    expect(heading(await signInAs(home, email, { password: OTHER }))).toBe("Hello Ada Person");
    const { id, version } = await accountOf(db);
    const trace = (await db.read.select().from(db.schema.events)).find(({ what }) => what === "password changed");
    expect(trace).toMatchObject({ who: id, channel: "office", before: null, after: { staffId: id, version } });

    for (let tries = 0; tries < 5; tries++) await office.post(path, { password: "not mine", newPassword: OTHER });
    const wait = ["There were too many wrong tries. Try again after 9:01am on Monday 23 November"];
    expect(errors(await office.post(path, { password: OTHER, newPassword: PASSWORD }))).toEqual(wait);
    expect(errors(await signInAs(browser(), email, { password: OTHER }))).toEqual(wait);
  });

  test("takes another phone for their codes, once it has shown that it has the key; the database holds no key", async () => {
    const { db, browser } = await reportWorld(await open());
    const email = await addStaffMember(db);
    const [office, home] = [browser(), browser()];
    await signInAs(home, email);
    await signInAs(office, email);
    const old = await setUp(office);
    expect(await dump(db)).not.toContain(old);
    const page = await office.get("/staff/authenticator");
    const { secret = "" } = hiddenOf(page, FORM);
    expect([secret === old, page.document.querySelector("code")?.textContent?.replaceAll(" ", "")]).toEqual([false, secret]);

    const post = (typed: Record<string, string>) => office.post("/staff/authenticator", { password: PASSWORD, secret, ...typed });
    const guess = await post({ password: "not mine", code: codeAt(secret, new Date()) });
    expect([guess.status, errors(guess), hiddenOf(guess, FORM)]).toEqual([422, ["Your present password is not right"], { secret }]);
    const notRight = ["The code is not right, or was used before. Wait for the next one"];
    expect(errors(await post({ code: codeAt(old, new Date()) }))).toEqual(notRight);
    expect(errors(await post({ secret: "constructor", code: codeAt(secret, new Date()) }))).toEqual(notRight);
    expect(errors(await office.post("/staff/authenticator"))).toEqual(["Enter your password", "Enter the 6 digits that the app shows"]);
    const code = codeAt(secret, new Date());
    const replaced = await post({ code });
    expect([replaced.path, main(replaced).includes("Your codes come from the other app now")]).toEqual([
      ...["/staff/sessions?saved=authenticator", true],
    ]);
    expect(heading(await home.get("/staff"))).toBe("Sign in");
    expect(await dump(db)).not.toContain(secret);

    expect(heading(await signInAs(home, email))).toBe("Enter the code from your phone");
    expect(errors(await home.post("/staff/code", { code: codeAt(old, addSeconds(new Date(), 30)) }))).toEqual(notRight);
    expect(errors(await home.post("/staff/code", { code }))).toEqual(notRight);
    expect(heading(await home.post("/staff/code", { code: codeAt(secret, addSeconds(new Date(), 30)) }))).toBe("Hello Ada Person");
  });

  test("gives codes of a key from before keys were closed, which is closed then; of one that does not open, is told whom to ask", async () => {
    const { db, browser } = await reportWorld(await open());
    const email = await addStaffMember(db);
    const device = browser();
    await signInAs(device, email);
    const secret = await setUp(device);
    const { id } = await accountOf(db);
    const give = () => device.post("/staff/code", { code: codeAt(secret, new Date()) });

    await keep(db, secret);
    await signInAs(device, email);
    expect(heading(await give())).toBe("Hello Ada Person");
    expect(await dump(db)).not.toContain(secret);
    const { secondFactor } = await accountOf(db);
    expect(VAULT.open(secondFactor ?? "", id)).toBe(secret);

    const changedSecret = openVault("another secret of no account, for tests", "test");
    await signInAs(device, email);
    for (const kept of [changedSecret.close(secret, id), VAULT.close(secret, "somebody else"), "v1:"]) {
      await keep(db, kept);
      const refused = await give();
      expect([refused.status, errors(refused)], kept).toEqual([
        422,
        ["We can no longer check your codes. Ask the administrator of repairs for a new link to choose a password"],
      ]);
    }
    expect(device.faults).toEqual([]);
  });
});
