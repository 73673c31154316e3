import { addMinutes } from "date-fns";
import { expect, test } from "vitest";
import { NOW } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { aLandlord } from "#tests/support/landlord.ts";
import { body, errors, heading } from "#tests/support/page.ts";
import type { Visited } from "#tests/support/pages.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, codeAt, PASSWORD, signInAs } from "#tests/support/staff.ts";

const value = ({ document }: Visited, name: string) => document.querySelector(`[name=${name}]`)?.getAttribute("value");

onBothEngines("staff", (open) => {
  test("who ask for a page come back to it after signing in; elsewhere never", async () => {
    const { db, browser } = await reportWorld(await open());
    const email = await addStaffMember(db);
    const device = browser();
    const asked = await device.get("/staff/sessions");
    expect(heading(asked)).toBe("Sign in");
    expect(heading(await signInAs(device, email, { path: asked.path }))).toBe("Where you are signed in");
    expect((await device.get("/staff/sign-in")).path).toBe("/staff");
    for (const next of ["https://evil.example/staff", "//evil.example/staff", "/\\evil.example", "/staff/../report", "staff", ""]) {
      const { path } = await signInAs(browser(), email, { path: `/staff/sign-in?next=${encodeURIComponent(next)}` });
      expect(path, next).toBe("/staff");
    }
  });

  test("are told what is wrong, keep their address, and never see their password again", async () => {
    const { db, browser } = await reportWorld(await open());
    const email = await addStaffMember(db);
    const empty = await browser().post("/staff/sign-in");
    expect([empty.status, errors(empty)]).toEqual([422, ["Enter your email address", "Enter your password"]]);
    const device = browser();
    const wrong = await signInAs(device, email, { password: "not my password" });
    expect([wrong.status, errors(wrong)]).toEqual([422, ["The email address or the password is not right"]]);
    expect(value(wrong, "email")).toBe(email);
    expect(wrong.html).not.toContain("not my password");
    for (let tries = 0; tries < 4; tries++) await signInAs(device, email, { password: "no" });
    expect(errors(await signInAs(device, email))).toEqual([
      "There were too many wrong tries. Try again after 9:01am on Monday 23 November",
    ]);
  });

  test("sign out here, elsewhere, or everywhere; half an hour away ends a session", async () => {
    const { db, browser, clock } = await reportWorld(await open());
    const email = await addStaffMember(db);
    const [office, home] = [browser(), browser()];
    await signInAs(office, email);
    await signInAs(home, email);
    const sessions = await office.get("/staff/sessions");
    const rows = body(sessions).getAllByRole("row").slice(1);
    expect(rows).toHaveLength(2);
    const other = rows.find((row) => !row.textContent?.includes("This one"));
    await office.post("/staff/sessions", { session: other?.querySelector("input")?.value ?? "" });
    expect(heading(await home.get("/staff"))).toBe("Sign in");
    await signInAs(home, email);
    await home.post("/staff/sign-out");
    expect(heading(await home.get("/staff"))).toBe("Sign in");
    expect(heading(await office.get("/staff"))).toBe("Hello Ada Person");
    await office.post("/staff/sessions");
    expect(heading(await office.get("/staff"))).toBe("Sign in");
    await signInAs(office, email);
    clock.now = addMinutes(NOW, 31);
    expect(heading(await office.get("/staff"))).toBe("Sign in");
  });

  test("whose role needs a second factor set it up, and then give its code each time", async () => {
    const landlord = aLandlord({ staff: { secondFactor: ["officer"] } });
    const { db, browser } = await reportWorld(await open(), { landlord });
    const email = await addStaffMember(db);
    const device = browser();
    const setUp = await signInAs(device, email, { path: "/staff/sign-in?next=/staff/sessions" });
    expect(heading(setUp)).toBe("Set up a code from your phone");
    expect((await device.get("/staff")).path).toMatch(/^\/staff\/code/);
    const secret = value(setUp, "secret") ?? "";
    expect(setUp.document.querySelector("code")?.textContent?.replaceAll(" ", "")).toBe(secret);
    const path = "/staff/code?next=/staff/sessions";
    const wrong = await device.post(path, { secret, code: "12" });
    expect([wrong.status, errors(wrong), value(wrong, "secret")]).toEqual([422, ["Enter the 6 digits that the app shows"], secret]);
    const isIn = await device.post(path, { secret, code: codeAt(secret, new Date()) });
    expect(heading(isIn)).toBe("Where you are signed in");

    const again = await signInAs(browser(), email);
    expect(heading(again)).toBe("Enter the code from your phone");
    expect(value(again, "secret")).toBeUndefined();
    expect(again.html).not.toContain(secret);
  });
});

onBothEngines("an administrator", (open) => {
  test("adds somebody by a link, changes their role, stops them and opens them again", async () => {
    const { db, browser } = await reportWorld(await open());
    const admin = browser();
    await signInAs(admin, await addStaffMember(db, { role: "administrator" }));
    const refused = await admin.post("/staff/accounts", { name: "", email: "bo", role: "king" });
    expect([refused.status, errors(refused)]).toEqual([
      422,
      ["Enter a full name", "Enter an email address, like name@example.com", "Select a role"],
    ]);
    const added = await admin.post("/staff/accounts", { name: "Bo Person", email: "bo@example.com", role: "agent" });
    const url = added.document.querySelector(".govuk-notification-banner .app-key")?.textContent ?? "";
    expect(body(added).getByRole("row", { name: /Bo Person/ }).textContent).toContain("Has not chosen a password yet");
    expect(errors(await admin.post("/staff/accounts", { name: "Bo", email: "BO@example.com", role: "agent" }))).toEqual([
      "There is an account with this email address already",
    ]);

    const bo = browser();
    const { pathname } = new URL(url);
    expect(errors(await bo.post(pathname, { password: "short" }))).toEqual(["The password must have 12 characters or more"]);
    expect(heading(await bo.post(pathname, { password: PASSWORD }))).toBe("Sign in");
    expect((await bo.get(pathname)).status).toBe(404);
    expect(heading(await signInAs(bo, "bo@example.com"))).toBe("Contact centre");

    const href =
      body(await admin.get("/staff/accounts"))
        .getByRole("link", { name: /Change.*Bo Person/ })
        .getAttribute("href") ?? "";
    const account = await admin.get(href);
    const version = value(account, "version") ?? "";
    const changed = await admin.post(href, { change: "role", role: "manager", version });
    expect(body(changed).getByText("Manager", { selector: "dd" })).toBeTruthy();
    expect(heading(await bo.get("/staff"))).toBe("Sign in");
    expect(errors(await admin.post(href, { change: "stop", version }))).toEqual([
      "Somebody else has changed this account meanwhile. Look at it again",
    ]);
    await admin.post(href, { change: "stop", version: value(changed, "version") ?? "" });
    expect(errors(await signInAs(bo, "bo@example.com"))).toEqual(["The email address or the password is not right"]);
    const stopped = await admin.get(href);
    await admin.post(href, { change: "open", version: value(stopped, "version") ?? "" });
    expect(heading(await signInAs(bo, "bo@example.com"))).toBe("Hello Bo Person");
    expect((await admin.post(href, { change: "constructor" })).status).toBe(422);
    expect((await admin.get("/staff/accounts/nobody")).status).toBe(404);
  });

  test("who is the last one stays one", async () => {
    const { db, browser } = await reportWorld(await open());
    const admin = browser();
    await signInAs(admin, await addStaffMember(db, { role: "administrator" }));
    const href =
      body(await admin.get("/staff/accounts"))
        .getByRole("link", { name: /Change.*Ada Person/ })
        .getAttribute("href") ?? "";
    const version = value(await admin.get(href), "version") ?? "";
    expect(errors(await admin.post(href, { change: "stop", version }))).toEqual([
      "This is the last administrator. Make somebody else one first",
    ]);
  });
});
