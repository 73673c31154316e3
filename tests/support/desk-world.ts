import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { NOW } from "./calendar.ts";
import type { OpenFresh } from "./engines.ts";
import { body } from "./page.ts";
import type { Browser, Visited } from "./pages.ts";
import { reportWorld } from "./report-world.ts";
import { addStaffMember, signInAs } from "./staff.ts";

/** Who lives at 1 Mill Lane, as a landlord has it on file. */
export const TENANT = { name: "Grace Tenant", bornOn: "1985-03-27", phone: "+447700900123", email: "grace@example.com" };

/** A tenancy of a home that one person holds. */
async function addTenancy(
  db: Db,
  { uprn = "100000001", reference = "T-00017", ...tenant }: Partial<typeof TENANT> & { uprn?: string; reference?: string } = {},
) {
  const { name, bornOn, phone, email } = { ...TENANT, ...tenant };
  const [tenancyId, tenantId] = [newId(NOW), newId(NOW)];
  const { tenancies, tenants, tenantContacts } = db.schema;
  await db.write(async (tx) => {
    await tx.insert(tenancies).values({ id: tenancyId, reference, uprn, startsOn: "2020-01-06" });
    await tx.insert(tenants).values({ id: tenantId, tenancyId, name, bornOn });
    for (const [kind, value] of Object.entries({ phone, email }))
      await tx.insert(tenantContacts).values({ id: newId(NOW), tenantId, kind, value });
  });
  return tenantId;
}

/** A landlord with a tenancy at 1 Mill Lane, none at 2 Mill Lane, and two agents. */
export async function deskWorld(open: OpenFresh) {
  const world = await reportWorld(await open());
  await addTenancy(world.db);
  const agentNamed = async (name: string) => {
    const agent = world.browser();
    await signInAs(agent, await addStaffMember(world.db, { email: `${name.toLowerCase()}@example.com`, name, role: "agent" }));
    return agent;
  };
  const [amy, ben] = [await agentNamed("Amy"), await agentNamed("Ben")];
  return { ...world, amy, ben };
}

type Changes = Record<string, string | string[]>;

/** Presses a button as a browser does: what its form has, with what the agent changed. A button that is not seen is named by its value. */
export function press(browser: Browser, page: Visited, button: string | RegExp, changes: Changes = {}): Promise<Visited> {
  const pressed =
    page.document.querySelector<HTMLButtonElement>(`button[value="${button}"]`) ??
    body(page).getByRole<HTMLButtonElement>("button", { name: button });
  const form = pressed.form;
  const Data = page.document.defaultView?.FormData;
  if (!form || !Data) throw new Error("The button is in no form");
  const own = [...new Data(form)].map(([name, value]): [string, string] => [name, String(value)]);
  const typed = new Map<string, string | string[]>();
  for (const [name, value] of own) typed.set(name, [...[typed.get(name) ?? []].flat(), value]);
  if (pressed.name) typed.set(pressed.name, pressed.value);
  for (const [name, value] of Object.entries(changes)) typed.set(name, value);
  return browser.post(form.getAttribute("action") ?? page.path, Object.fromEntries(typed));
}

/** A call about a home, as the search begins it. */
export const call = (agent: Browser, { uprn = "100000001", ...found }: { uprn?: string; typed?: string } = {}) =>
  agent.post("/contact-centre/calls", { uprn, ...found });

/** Name and address asked, and a fact that is on file. */
export const identify = (agent: Browser, page: Visited, changes: Changes = {}) =>
  press(agent, page, /^(Check|Go on)$/, { asked: ["name", "address"], fact: "birth", said: "27 3 1985", ...changes });

/** A call of the tenant of 1 Mill Lane, identified, at a new report. */
export async function atReport(agent: Browser): Promise<Visited> {
  return press(agent, await identify(agent, await call(agent)), `Report a new repair for ${TENANT.name}`);
}

/** The tap is looked for and chosen: the soonest time is held. */
export const chooseTap = async (agent: Browser, page: Visited) =>
  press(agent, await press(agent, page, "go", { q: "dripping kitchen tap" }), "go");

/** What a field has, by its id. */
export const typedIn = ({ document }: Visited, id: string) => {
  const field = document.getElementById(id);
  return field instanceof (document.defaultView?.HTMLTextAreaElement ?? Object) ? field.textContent : field?.getAttribute("value");
};

/** A leaf of the catalogue, for a repair that is there already. */
export const problemOf = async (db: Db) => {
  const [problem] = await db.read.select().from(db.schema.problems).limit(1);
  return { problemId: problem?.id ?? "" };
};

/** What the database has of calls and what came of them. */
export const rows = async (db: Db) => {
  const { calls, identityChecks, callersForTenants, repairs, events, slots, messages, drafts } = db.schema;
  return {
    calls: await db.read.select().from(calls),
    checks: await db.read.select().from(identityChecks),
    callers: await db.read.select().from(callersForTenants),
    repairs: await db.read.select().from(repairs),
    events: (await db.read.select().from(events)).filter(({ repairId }) => repairId),
    messages: await db.read.select().from(messages),
    drafts: await db.read.select().from(drafts),
    held: (await db.read.select().from(slots)).filter(({ draftId, expiresAt }) => draftId && expiresAt),
    taken: (await db.read.select().from(slots)).filter(({ appointmentId }) => appointmentId),
  };
};
