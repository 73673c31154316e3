import type { RouteConfigEntry } from "@remix-run/route-config";
import { expect, test } from "vitest";
import { ROLES, type Role } from "#app/domain/staff.ts";
import routes from "#app/routes.ts";
import { freshSqlite, opening } from "#tests/support/engines.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

/** Where one comes in: nobody is signed in there yet. */
const OPEN = [
  ...["staff/sign-in", "staff/code", "staff/welcome/:token", "staff/single-sign-on", "staff/single-sign-on/return"],
  ...["staff/send-again", "staff/signed-out"],
];

interface StaffRoute {
  path: string;
  roles: readonly Role[];
  methods: ("get" | "post")[];
}

/** Every page for staff, with who may open it as it says itself. */
async function staffRoutes(): Promise<StaffRoute[]> {
  const entries = ((await routes) as RouteConfigEntry[]).filter(({ path }) => path && /^(staff|contact-centre)(\/|$)/.test(path));
  const guarded = entries.filter(({ path }) => !OPEN.includes(path ?? ""));
  return Promise.all(
    guarded.map(async ({ path = "", file }) => {
      const module = (await import(/* @vite-ignore */ `../../app/${file}`)) as {
        handle?: { roles?: Role[] };
        loader?: unknown;
        action?: unknown;
      };
      const methods = [...(module.loader ? (["get"] as const) : []), ...(module.action ? (["post"] as const) : [])];
      return { path: `/${path.replaceAll(/:\w+/g, "x")}`, roles: module.handle?.roles ?? [], methods };
    }),
  );
}

test("every page for staff, and everything posted to one, refuses whoever is not signed in", async () => {
  const { browser } = await reportWorld(await opening(freshSqlite)());
  const all = await staffRoutes();
  expect(all.length).toBeGreaterThan(3);
  for (const { path, roles, methods } of all) {
    expect(roles.length, `${path} says who may open it`).toBeGreaterThan(0);
    expect(methods, `${path} has a loader to guard it`).toContain("get");
    for (const method of methods) {
      const answer = await browser()[method](path);
      expect(answer.path, `${method} ${path}`).toBe(`/staff/sign-in?next=${encodeURIComponent(path)}`);
    }
  }
});

test.each(ROLES)(
  "every page for staff, and everything posted to one, refuses an %s whose role is another, and shows the others",
  async (role) => {
    const { db, browser } = await reportWorld(await opening(freshSqlite)());
    await addStaffMember(db, { role });
    const own = browser();
    await signInAs(own, "ada@example.com");
    for (const { path, roles, methods } of await staffRoutes()) {
      const isAllowed = roles.includes(role);
      for (const method of methods.filter((method) => !isAllowed || method === "get")) {
        const { status } = await own[method](path);
        if (isAllowed) expect([200, 404], `${method} ${path}`).toContain(status);
        else expect(status, `${method} ${path}`).toBe(403);
      }
    }
  },
);

/** What is for officers, managers and administrators: the desk has no need of it. */
const NOT_FOR_AGENTS = [
  /^\/staff\/(calendar|slots|absences|operatives|ring-fences|to-move|day|visits|shifts|changes|accounts|figures|emergencies)/,
  /^\/staff\/(messages\/templates|repairs\/x\/(priority|cancel|alone))/,
  /^\/contact-centre\/(day\.csv|repairs\/x\/override)/,
];

test("an agent has every page of the contact centre and none of what runs the calendar, the staff or the rules", async () => {
  const all = await staffRoutes();
  const isTheirs = ({ path }: StaffRoute) => !NOT_FOR_AGENTS.some((each) => each.test(path));
  const others = all.filter((each) => !isTheirs(each));
  expect(others.length).toBeGreaterThan(25);
  for (const { path, roles } of others) expect(roles, path).not.toContain("agent");
  const desk = all.filter((each) => isTheirs(each) && each.path.startsWith("/contact-centre"));
  for (const { path, roles } of desk) expect(roles, path).toContain("agent");
});
