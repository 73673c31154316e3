import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { within } from "@testing-library/dom";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "#app/domain/staff.ts";
import { openSingleSignOn } from "#app/services/single-sign-on.server.ts";
import { changeStaffAccount, listStaffAccounts } from "#app/services/staff-accounts.server.ts";
import { NOW } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import type { Browser, Visited } from "#tests/support/pages.ts";
import { freePort } from "#tests/support/postgres-cluster.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const PROVIDER = new URL("../support/sign-on-provider.ts", import.meta.url).pathname;
const RETURN = "http://repairs.test/staff/single-sign-on/return";
const SIGN_IN = "http://repairs.test/staff/sign-in";
const SECRET = "a secret of no account, only for tests";
const ROLES: Record<string, Role> = { repairs: "officer", bosses: "manager" };

let provider: ChildProcess;
let issuer: URL;

beforeAll(async () => {
  const port = await freePort();
  issuer = new URL(`http://127.0.0.1:${port}`);
  provider = spawn(process.execPath, ["--import", "tsx", PROVIDER, String(port), RETURN, SIGN_IN], { stdio: ["ignore", "pipe", "ignore"] });
  await once(provider.stdout as NodeJS.ReadableStream, "data");
});
afterAll(() => void provider.kill());

const signOn = (changes: { issuer?: URL; clientSecret?: string } = {}) =>
  openSingleSignOn({ issuer, clientId: "repairs", clientSecret: SECRET, name: "Fernhill", claim: "groups", roles: ROLES, ...changes });

interface Sent {
  url: string;
  body?: URLSearchParams;
}

/** A browser at the provider, with its cookies. */
class AtProvider {
  private readonly cookies = new Map<string, string>();
  /** How often it was asked who one is. */
  logins = 0;

  async send({ url, body }: Sent): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie }, ...(body && { method: "POST", body }) });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }
}

/** Follows the provider page by page and answers its forms, until it sends the person back to us. */
async function throughProvider(start: string, login: string, browser = new AtProvider()): Promise<URL> {
  let sent: Sent = { url: start };
  for (let steps = 0; steps < 20; steps++) {
    const response = await browser.send(sent);
    const location = response.headers.get("location");
    const next = new URL(location ?? sent.url, sent.url);
    if (next.href.startsWith(RETURN) || next.href.startsWith(SIGN_IN)) return next;
    sent = location ? { url: next.href } : answerForm(await response.text(), sent.url, login);
    if (sent.body?.has("login")) browser.logins++;
  }
  throw new Error("The provider never sent anybody back");
}

function answerForm(html: string, url: string, login: string) {
  const { document } = new JSDOM(html).window;
  const form = document.querySelector("form");
  if (!form) throw new Error(`No form at ${url}: ${html.slice(0, 300)}`);
  const pressed = document.querySelector<HTMLButtonElement>("button[name]");
  const inputs = [...form.querySelectorAll("input"), ...(pressed ? [pressed] : [])].filter(({ name }) => name);
  const typed = inputs.map(({ name, value }): [string, string] => [name, name === "login" ? login : name === "password" ? "any" : value]);
  return { url: new URL(form.getAttribute("action") ?? "", url).href, body: new URLSearchParams(typed) };
}

const heading = ({ document }: Visited) => within(document.body as HTMLElement).getByRole("heading", { level: 1 }).textContent;
const refusal = ({ document }: Visited) => document.querySelector(".govuk-error-summary li")?.textContent;

/** Signs in at the provider and comes back. */
async function signInAt(browser: Browser, login: string, groups = "", at = new AtProvider()): Promise<Visited> {
  await fetch(`${issuer.href}groups?${new URLSearchParams({ [login]: groups })}`);
  const start = await browser.leave("/staff/single-sign-on?next=/staff/sessions");
  const back = await throughProvider(start, login, at);
  return browser.get(back.pathname + back.search);
}

onBothEngines("the landlord's own sign-in", (open) => {
  test("brings people in with the role of their group, and another role when the group is another", async () => {
    const { db, browser } = await reportWorld(await open());
    const device = browser({ singleSignOn: signOn() });
    within((await device.get("/staff")).document.body as HTMLElement).getByRole("button", { name: "Sign in with Fernhill" });
    expect(heading(await signInAt(device, "ada", "repairs,other"))).toBe("Where you are signed in");
    expect(await listStaffAccounts(db)).toMatchObject([{ email: "ada@example.com", name: "ada Person", role: "officer", password: null }]);
    await signInAt(browser({ singleSignOn: signOn() }), "ada", "repairs,bosses");
    expect(await listStaffAccounts(db)).toMatchObject([{ email: "ada@example.com", role: "manager" }]);
  });

  test("ends there too when somebody who came by it signs out, here or everywhere", async () => {
    const { db, browser } = await reportWorld(await open());
    const at = new AtProvider();
    const device = browser({ singleSignOn: signOn() });
    const own = await signInAt(device, "ada", "repairs", at);
    expect([own.document.querySelector("a[href='/staff/password']"), (await device.get("/staff/password")).status]).toEqual([null, 404]);
    await signInAt(browser({ singleSignOn: signOn() }), "ada", "repairs", at);
    expect(at.logins).toBe(1);
    for (const [times, address] of ["/staff/sign-out", "/staff/sessions"].entries()) {
      const page = await device.post(address);
      expect(heading(page)).toBe("You are signed out here");
      const [, url = ""] = page.document.querySelector("meta[http-equiv=refresh]")?.getAttribute("content")?.split("0; url=") ?? [];
      expect(page.document.querySelector("main a")?.getAttribute("href")).toBe(url);
      expect(url).not.toMatch(/ada|token/);
      expect((await throughProvider(url, "ada", at)).href).toBe(SIGN_IN);
      expect(heading(await device.get("/staff"))).toBe("Sign in");
      await signInAt(device, "ada", "repairs", at);
      expect(at.logins).toBe(times + 2);
    }
    expect(heading(await device.get("/staff/signed-out"))).toBe("Hello ada Person");

    const byPassword = browser({ singleSignOn: signOn() });
    await signInAs(byPassword, await addStaffMember(db, { email: "bo@example.com" }));
    expect(heading(await byPassword.post("/staff/sign-out"))).toBe("Sign in");
    const endless = browser({ singleSignOn: { ...signOn(), end: async () => undefined } });
    expect([(await endless.get("/staff/signed-out")).path, (await browser().get("/staff/signed-out")).path]).toEqual([
      ...["/staff/sign-in", "/staff/sign-in"],
    ]);
  });

  test("lets nobody in without a role, with a stopped account, or with somebody else's address", async () => {
    const { db, browser } = await reportWorld(await open());
    const device = browser({ singleSignOn: signOn() });
    expect(refusal(await signInAt(device, "bo", "strangers"))).toContain("nobody has given you a role here");
    await addStaffMember(db, { email: "unverified@example.com" });
    await addStaffMember(db, { email: "bo@example.com", role: "agent" });
    expect(refusal(await signInAt(device, "unverified-bo", "repairs"))).toContain("another account with your email address");
    expect(heading(await signInAt(device, "bo", "strangers"))).toBe("Where you are signed in");
    const bo = (await listStaffAccounts(db)).find(({ email }) => email === "bo@example.com");
    expect(bo).toMatchObject({ role: "agent", subject: `${issuer.origin} bo` });
    await changeStaffAccount(db, { id: bo?.id ?? "", version: bo?.version ?? 0, change: { active: false }, by: "x", now: NOW });
    expect(refusal(await signInAt(device, "bo", "repairs"))).toContain("Your account is stopped");
    expect(heading(await device.get("/staff"))).toBe("Sign in");
  });

  test("takes no answer to another question, none twice, and none that the provider does not know", async () => {
    const { browser } = await reportWorld(await open());
    const device = browser({ singleSignOn: signOn() });
    const start = await device.leave("/staff/single-sign-on");
    const back = await throughProvider(start, "ada");
    expect(refusal(await browser({ singleSignOn: signOn() }).get(back.pathname + back.search))).toContain("You were not signed in");
    expect(
      refusal(await device.get(`${back.pathname}?code=made-up&state=${back.searchParams.get("state")}&iss=${issuer.origin}`)),
    ).toBeDefined();
    await device.leave("/staff/single-sign-on");
    expect(refusal(await device.get(back.pathname + back.search))).toContain("You were not signed in");
    expect(refusal(await device.get(`${back.pathname}?error=access_denied`))).toContain("You were not signed in");
    expect(heading(await device.get("/staff"))).toBe("Sign in");
  });

  test("that cannot be reached is said, and the password is still there; without one there is no such page", async () => {
    const { browser } = await reportWorld(await open());
    const away = browser({ singleSignOn: signOn({ issuer: new URL(`http://127.0.0.1:${await freePort()}`) }) });
    const page = await away.get("/staff/single-sign-on");
    expect(refusal(page)).toContain("We could not reach the service");
    expect(page.document.querySelector("[name=password]")).not.toBeNull();
    expect(refusal(await away.get("/staff/signed-out"))).toContain("you may still be signed in there");
    expect((await browser().get("/staff/single-sign-on")).status).toBe(404);
    expect((await browser().get("/staff/single-sign-on/return")).status).toBe(404);
  });
});
