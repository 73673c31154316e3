import { expect, test } from "vitest";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, heading } from "#tests/support/page.ts";
import type { Browser, Visited } from "#tests/support/pages.ts";
import { placesWorld, SHARED_LIGHT, toFlat } from "#tests/support/places-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";
import { answerAll, CONTACT, type Given, MORNING, PASSED, TO_WHERE, walk } from "#tests/support/walk.ts";

const answers = ({ document }: Visited) => [...document.querySelectorAll("main label")].map(({ textContent }) => textContent);

/** From the description to the check: no visit to a home, so nothing about one. */
const NOT_A_HOME: Given[] = PASSED.slice(0, -1);
const LIGHT = "Lights: One is out (reported on Monday 23 November, we aim to repair it by Monday 30 November)";

/** Reports the light at a flat. */
async function reportLight(device: Browser, flat: number): Promise<Visited> {
  const secret = { description: "My neighbour Bob breaks it" };
  const check = await walk(device, [...toFlat(flat), ...SHARED_LIGHT, secret, ...NOT_A_HOME, MORNING, CONTACT]);
  return device.post(check.path);
}

onBothEngines("the shared areas of a block", (open) => {
  test("are asked about only where the home belongs to a block, and are reported there", async () => {
    const { db, browser } = await placesWorld(await open());
    const device = browser();
    expect(heading(await walk(device, TO_WHERE.slice(0, -1)))).toBe("Do you rent this home or own it?");
    const place = await walk(device, toFlat(2));
    expect(heading(place)).toBe("Is the problem in your home or in a shared area?");
    const where = await answerAll(device, place, ["In a shared area"]);
    expect(answers(where)).toEqual(["Search in your own words", "Communal areas"]);
    expect(heading(await reportLight(device, 2))).toMatch(/^Repair booked/);
    const [repair] = await db.read.select().from(db.schema.repairs);
    expect(repair).toMatchObject({ blockId: "mill-court", uprn: "200000002", tenureSaid: null, tenureDiffers: false });
  });

  test("show what is reported there already to a neighbour: the catalogue's words and nothing of the reporter", async () => {
    const { db, browser } = await placesWorld(await open());
    await reportLight(browser(), 2);
    const [repair] = await db.read.select().from(db.schema.repairs);
    const known = await walk(browser(), [...toFlat(1), "In a shared area"]);
    expect(heading(known)).toBe("Is it one of these?");
    expect(answers(known)).toEqual([LIGHT, "No, report something else"]);
    expect(known.html).not.toMatch(/Bob|Ann Tenant|900 ?123|Flat 2/);
    expect(known.html).not.toContain(repair?.reference);
    await db.write((tx) => tx.update(db.schema.repairs).set({ status: "done" }));
    expect(heading(await walk(browser(), [...toFlat(1), "In a shared area"]))).toBe("Where is the problem?");
  });

  test("count a neighbour once who says this is it, with messages or without, and never give the reporter's reference", async () => {
    const { db, browser } = await placesWorld(await open());
    await reportLight(browser(), 2);
    const [repair] = await db.read.select().from(db.schema.repairs);
    const device = browser();
    const page = await walk(device, [...toFlat(1), "In a shared area", LIGHT]);
    expect(heading(page)).toBe("We know about this problem");
    const wrong = await device.post(page.path, { messagesBy: "text", phone: "01632 960 001" });
    expect(wrong.status).toBe(422);
    body(wrong).getByRole("link", { name: "Enter a mobile number, or select another answer" });
    const saved = await device.post(page.path, { messagesBy: "text", phone: "07700 900456" });
    expect(heading(saved)).toBe("You are counted in");
    expect(saved.html).not.toContain(repair?.reference);
    expect(heading(await device.post(page.path, { messagesBy: "none" }))).toBe("You are counted in");

    const later = await walk(device, [...toFlat(1), "In a shared area", LIGHT]);
    body(await device.post(later.path, { messagesBy: "none" })).getByText(/^You asked for no messages/);
    const quiet = browser();
    const other = await walk(quiet, [...toFlat(3), "In a shared area", LIGHT]);
    await quiet.post(other.path, { messagesBy: "none" });
    const followers = await db.read.select().from(db.schema.followers);
    expect(followers.map(({ repairId, phone }) => [repairId, phone])).toEqual([
      [repair?.id, null],
      [repair?.id, null],
    ]);
    expect(await db.read.$count(db.schema.repairs)).toBe(1);
    const events = await db.read.select().from(db.schema.events);
    expect(events.filter(({ what }) => what === "followed")).toHaveLength(2);
    expect(JSON.stringify(events)).not.toContain("07700");
  });

  test("are where staff are sent, never to the reporter's door", async () => {
    const { db, browser } = await placesWorld(await open());
    await reportLight(browser(), 2);
    const [repair] = await db.read.select().from(db.schema.repairs);
    const [appointment] = await db.read.select().from(db.schema.appointments);
    const [slot] = (await db.read.select().from(db.schema.slots)).filter(({ appointmentId }) => appointmentId);
    const officer = browser();
    await signInAs(officer, await addStaffMember(db));
    const place = "Shared areas of Mill Court, FH1 1AB";
    const day = `date=${appointment?.date}`;
    const lists = [`calendar?from=${appointment?.date}`, `day?${day}`, `day.csv?${day}`, "repairs", "repairs.csv"];
    for (const path of [...lists, `visits/${appointment?.id}`, `slots/${slot?.id}`]) {
      const { html } = await officer.get(`/staff/${path}`);
      expect(html.replaceAll("&quot;", '"'), path).toMatch(/Shared areas of Mill Court/);
      expect(html, path).not.toContain("Flat 2");
    }
    const page = await officer.get(`/staff/repairs/${repair?.reference}`);
    const row = (name: string) => body(page).getByText(name, { selector: "dt" }).nextElementSibling?.textContent;
    expect([row("Address"), row("Reported from")]).toEqual([place, "Flat 2 Mill Court, FH1 1AB"]);
    await db.write(async (tx) => {
      await tx.insert(db.schema.emergencies).values({ repairId: repair?.id ?? "" });
      await tx.update(db.schema.slots).set({ open: false });
    });
    for (const path of ["emergencies", "to-move"]) body(await officer.get(`/staff/${path}`)).getByText(place);
  });

  test("take another problem where it is none of those", async () => {
    const { db, browser } = await placesWorld(await open());
    await reportLight(browser(), 2);
    const device = browser();
    const where = await walk(device, [...toFlat(1), "In a shared area", "No, report something else"]);
    expect(heading(where)).toBe("Where is the problem?");
    const check = await answerAll(device, where, ["Communal areas", "Graffiti", { description: "Red" }, ...NOT_A_HOME, MORNING, CONTACT]);
    await device.post(check.path);
    expect(await db.read.$count(db.schema.repairs)).toBe(2);
  });
});

onBothEngines("the tenure of a home", (open) => {
  test("decides by what people say: an owner is told why not, who helps, and can still ask", async () => {
    const { db, browser } = await placesWorld(await open());
    const device = browser();
    const where = await walk(device, [...toFlat(2), "In my home", "Own it, with a lease"]);
    const reason = await answerAll(device, where, ["Kitchen", "Tap", "Dripping"]);
    expect(heading(reason)).toBe("This is usually not ours to repair");
    body(reason).getByText(/look after the inside of it/);
    body(reason).getByRole("heading", { name: "Who can help" });
    const describe = await device.post(reason.path, { goOn: "yes" });
    const call = await answerAll(device, describe, [{ description: "From above" }, ...PASSED]);
    expect(heading(call)).toBe("We need to talk to you about this");
    await device.post((await answerAll(device, call, ["Mornings", CONTACT])).path);
    const [repair] = await db.read.select().from(db.schema.repairs);
    expect(repair).toMatchObject({ waitsFor: "call", tenureSaid: "lease", tenureDiffers: false });
  });

  test("lets owners book what the catalogue has for them, and keeps emergencies emergencies", async () => {
    const { browser } = await placesWorld(await open());
    const owner = [...toFlat(3), "In my home", "Part own and part rent it (shared ownership)"];
    const roof = await walk(browser(), [...owner, "Roof", "Tiles are loose", { description: "Two" }, ...PASSED]);
    expect(heading(roof)).toBe("When can we come?");
    expect(answers(await walk(browser(), [...owner, "Roof"]))).toEqual(["Tiles are loose", "Work of a lease"]);
    expect(heading(await walk(browser(), [...owner, "Kitchen", "Tap", "Pouring"]))).toBe("Call us about this now");
    expect(heading(await walk(browser(), [...owner, "Kitchen", "Light bulb"]))).toBe("This is usually not ours to repair");
  });

  test("offers tenants the tenants' leaves alone, in the tree and in the search", async () => {
    const { browser } = await placesWorld(await open());
    const device = browser();
    const where = await walk(device, [...toFlat(1), "In my home", "Rent it"]);
    expect(answers(where)).toEqual(["Search in your own words", "Kitchen", "Roof"]);
    const search = (typed: string) => device.get(where.path.replace("where", `search?q=${typed}`));
    expect((await search("lease")).document.querySelectorAll("button[name=problem]")).toHaveLength(0);
    expect((await search("graffiti")).document.querySelectorAll("button[name=problem]")).toHaveLength(0);
    expect((await search("tiles")).document.querySelectorAll("button[name=problem]")).toHaveLength(1);
  });

  test("is nowhere on the pages: a rented flat's are those of an owned one, but for the address", async () => {
    const { browser } = await placesWorld(await open());
    const PLAIN = /\/report\/[0-9a-z]+|Flat \d|uprn-\d+|[2-9A-Z]{4}-[2-9A-Z]{4}|data-sent="[^"]*"/g;
    const seen = async (flat: number, tenure: string) => {
      const device = browser();
      const pages = [await device.post("/report")];
      const rest = ["In my home", tenure, "Roof", "Tiles are loose", { description: "Two" }, ...PASSED, MORNING, CONTACT, {}];
      for (const given of [...toFlat(flat), ...rest]) pages.push(await answerAll(device, pages.at(-1) as Visited, [given]));
      return pages.map(({ path, html }) => `${path}\n${html}`.replace(PLAIN, "…"));
    };
    const [rented, owned] = [await seen(1, "Rent it"), await seen(2, "Rent it")];
    expect(rented).toHaveLength(16);
    expect(rented.at(-1)).toContain("Repair booked");
    expect(owned).toEqual(rented);
  });

  test("that differs from what the landlord has is an officer's to look at, and nothing else", async () => {
    const { db, browser } = await placesWorld(await open());
    const device = browser();
    const rest: Given[] = ["In my home", "Rent it", "Kitchen", "Tap", "Dripping", { description: "It drips" }, ...PASSED, MORNING, CONTACT];
    expect(heading(await device.post((await walk(device, [...toFlat(2), ...rest])).path))).toMatch(/^Repair booked/);
    const [repair] = await db.read.select().from(db.schema.repairs);
    expect(repair).toMatchObject({ tenureSaid: "rent", tenureDiffers: true });
  });
});
