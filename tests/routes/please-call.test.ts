import { within } from "@testing-library/dom";
import { expect, test } from "vitest";
import { onBothEngines } from "#tests/support/engines.ts";
import { aLandlord } from "#tests/support/landlord.ts";
import { body, heading } from "#tests/support/page.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { CONTACT, type Given, MORNING, PASSED, TAP, TO_WHERE, walk } from "#tests/support/walk.ts";

const TO_DESCRIBED = TAP.slice(0, -PASSED.length);
const CALL: Given[] = [...TO_WHERE, "Bathroom", "Something else", { description: "Odd" }, ...PASSED, "Mornings", CONTACT];

onBothEngines("one repair too many at a home", (open) => {
  async function withThree() {
    const world = await reportWorld(await open());
    for (let sent = 0; sent < 3; sent++) {
      const device = world.browser();
      expect(heading(await device.post((await walk(device, CALL)).path))).toMatch(/^Report received/);
    }
    return world;
  }

  test("is asked to call, before any time is shown, with every way to reach the landlord and the answers kept", async () => {
    const { browser } = await withThree();
    const device = browser();
    const page = await walk(device, TO_DESCRIBED);
    expect([page.status, heading(page)]).toEqual([200, "Please call us to finish this report"]);
    const { phone, email, relayUk } = aLandlord();
    const main = within(body(page).getByRole("main"));
    for (const way of [phone, email, relayUk]) main.getByRole("link", { name: way });
    const slot = await device.get(page.path.replace("please-call", "slot"));
    expect(slot.path).toBe(page.path);
    const describe = await device.get(page.path.replace("please-call", "describe"));
    expect(describe.document.querySelector("textarea")?.textContent).toBe("It drips all night");
  });

  test("is told nothing of the home: no number, and none of what was reported there", async () => {
    const { db, browser } = await withThree();
    const page = await walk(browser(), TO_DESCRIBED);
    const said = (page.document.querySelector("main")?.textContent ?? "").replaceAll(aLandlord().email, "");
    for (const { reference } of await db.read.select().from(db.schema.repairs)) expect(said).not.toContain(reference);
    expect(said).not.toMatch(/repairs|already|open repair|Something else|\bOdd\b|\bAnn\b|\bthree\b|\b3 (open|rep)/i);
    expect(said).toContain("It is not because of anything that you did.");
  });

  test("is stopped where it is sent too, when the third came in meanwhile", async () => {
    const { db, browser } = await reportWorld(await open());
    const [slow, quick] = [browser(), browser()];
    const check = await walk(slow, [...TAP, MORNING, CONTACT]);
    for (let sent = 0; sent < 3; sent++) await quick.post((await walk(quick, CALL)).path);
    const page = await slow.post(check.path);
    expect([page.status, heading(page)]).toEqual([200, "Please call us to finish this report"]);
    expect(await db.read.$count(db.schema.repairs)).toBe(3);
    expect(await db.read.$count(db.schema.appointments)).toBe(0);
  });

  test("is another number where the landlord says so, and other homes have their own", async () => {
    const landlord = aLandlord();
    const { browser } = await reportWorld(await open(), { landlord: { ...landlord, limits: { ...landlord.limits, repairsAHome: 1 } } });
    const device = browser();
    await device.post((await walk(device, CALL)).path);
    expect(heading(await walk(browser(), TO_DESCRIBED))).toBe("Please call us to finish this report");
    const next = TO_DESCRIBED.map((given) => (given === "1 Mill Lane" ? "2 Mill Lane" : given));
    const neighbour = browser();
    expect(heading(await walk(neighbour, [...next, ...PASSED]))).toBe("When can we come?");
  });
});
