import { addMinutes } from "date-fns";
import { expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, heading } from "#tests/support/page.ts";
import type { Browser, Visited } from "#tests/support/pages.ts";
import { placesWorld, toFlat } from "#tests/support/places-world.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { answerAll, CONTACT, type Given, MORNING, PASSED, TAP, TO_WHERE, walk } from "#tests/support/walk.ts";

const radios = (page: Visited) =>
  body(page)
    .getAllByRole("radio")
    .map((radio) => page.document.querySelector(`label[for="${radio.id}"]`)?.textContent);
const rows = ({ document }: Visited) =>
  Object.fromEntries(
    [...document.querySelectorAll(".govuk-summary-list__row")].map((row) => [
      row.querySelector("dt")?.textContent,
      row.querySelector("dd")?.textContent,
    ]),
  );
const contactOf = async (db: Db) => (await db.read.select().from(db.schema.contacts))[0];

const FOR_SOMEONE: Given[] = TAP.map((given) => (given === "Me" ? "Someone I help" : given));
const PERSON = { name: "Mary Jones", phone: "07700 900456", email: "" };

onBothEngines("a report for somebody else", (open) => {
  test("keeps who reports, whom we meet and who gets messages apart, each in words that fit", async () => {
    const { db, browser } = await reportWorld(await open());
    const device = browser();
    const tenure = await walk(device, FOR_SOMEONE.slice(0, TO_WHERE.length - 1));
    expect(heading(tenure)).toBe("Do they rent this home or own it?");
    const help = await answerAll(device, tenure, FOR_SOMEONE.slice(TO_WHERE.length - 1, -1));
    body(help).getByRole("checkbox", { name: "A woman to do the work" });
    const person = await answerAll(device, help, [{}, MORNING]);
    expect(heading(person)).toBe("Who should we meet?");
    const contact = await answerAll(device, person, [PERSON]);
    expect(heading(contact)).toBe("Your details");
    expect(radios(contact)).toEqual([
      "Text message to you",
      "Email to you",
      "Phone call to you",
      "Text message to Mary Jones",
      "Phone call to Mary Jones",
    ]);

    const unreachable = await device.post(contact.path, { name: "Ann Helper", confirmBy: "them-text" });
    expect(unreachable.status).toBe(422);
    body(unreachable).getByRole("link", { name: /^Enter your phone number or email address/ });
    const check = await answerAll(device, unreachable, [{ ...CONTACT, name: "Ann Helper", confirmBy: "them-text" }]);
    expect(rows(check)).toMatchObject({
      "Who is this report for?": "Someone I help",
      "Their full name": "Mary Jones",
      "Full name": "Ann Helper",
      "How should we send news about this repair?": "Text message to Mary Jones",
    });
    expect(heading(await device.post(check.path))).toMatch(/^Repair booked/);
    expect(await contactOf(db)).toMatchObject({
      ...{ name: "Ann Helper", phone: "+447700900123", reportsFor: "someone" },
      ...{ visitName: "Mary Jones", visitPhone: "+447700900456", visitEmail: null },
      ...{ messagesTo: "visit", confirmBy: "text" },
    });
  });

  test("asks a tenant nothing about anybody else", async () => {
    const { db, browser } = await reportWorld(await open());
    const device = browser();
    const check = await walk(device, [...TAP, MORNING, CONTACT]);
    expect(rows(check)).not.toHaveProperty("Their full name");
    await device.post(check.path);
    expect(await contactOf(db)).toMatchObject({ reportsFor: "me", visitName: null, messagesTo: "reporter", confirmBy: "text" });
  });

  test("changed to one's own forgets whom to meet, and messages to them", async () => {
    const { db, browser } = await reportWorld(await open());
    const device = browser();
    const check = await walk(device, [...FOR_SOMEONE, MORNING, PERSON, { ...CONTACT, confirmBy: "them-text" }]);
    const who = await device.get(check.path.replace("check", "who?change"));
    const contact = await answerAll(device, who, ["Me"]);
    expect(heading(contact)).toBe("How can we reach you?");
    await device.post((await answerAll(device, contact, [CONTACT])).path);
    expect(await contactOf(db)).toMatchObject({ reportsFor: "me", visitName: null, messagesTo: "reporter" });
  });
});

onBothEngines("another report", (open) => {
  const sent = async (answers: Given[]) => {
    const world = await placesWorld(await open());
    const device = world.browser();
    const confirmed = await device.post((await walk(device, answers)).path);
    return { ...world, device, confirmed };
  };
  const another = (device: Browser, confirmed: Visited) =>
    device.post(body(confirmed).getByRole("button", { name: "Report another problem" }).closest("form")?.getAttribute("action") ?? "");

  test("keeps for whom, address, tenure and contact, asks what is new, and shows all of it to change", async () => {
    const person = [PERSON, { ...CONTACT, confirmBy: "them-text" }];
    const flat = [...toFlat(1, "A resident of my scheme"), "In their home", "Rent it", "Kitchen", "Tap", "Dripping"];
    const { db, device, confirmed } = await sent([...flat, { description: "It drips" }, ...PASSED, MORNING, ...person]);
    const emergency = await another(device, confirmed);
    expect(heading(emergency)).toBe("Is this an emergency?");
    expect(emergency.path).not.toMatch(/Mary|07700|FH1/);
    const where = await answerAll(device, emergency, ["None of these"]);
    expect(heading(where)).toBe("Where is the problem?");
    const check = await answerAll(device, where, ["Roof", "Tiles are loose", { description: "Two fell" }, ...PASSED, MORNING]);
    expect(heading(check)).toBe("Check your answers");
    expect(rows(check)).toMatchObject({
      "Who is this report for?": "A resident of my scheme",
      Address: "Flat 1 Mill Court, FH1 1AB",
      "Their full name": "Mary Jones",
      "Full name": "Ann Tenant",
      "How should we send news about this repair?": "Text message to Mary Jones",
    });
    body(check).getByRole("link", { name: /^Change ?full name$/ });
    await device.post(check.path);
    const repairs = await db.read.select().from(db.schema.repairs);
    expect(repairs.map(({ uprn, problem, tenureSaid }) => [uprn, problem, tenureSaid]).sort()).toEqual([
      ["200000001", "Tap", "rent"],
      ["200000001", "Tiles are loose", "rent"],
    ]);
  });

  test("is nobody else's to begin, and an hour later keeps nothing", async () => {
    const { browser, clock, db, device, confirmed } = await sent([...TAP, MORNING, CONTACT]);
    const stranger = browser();
    await stranger.post("/report");
    expect((await stranger.post(confirmed.path.replace("confirmation", "another"))).status).toBe(404);
    expect(await db.read.$count(db.schema.drafts)).toBe(2);
    clock.now = addMinutes(clock.now, 61);
    const emergency = await another(device, confirmed);
    expect(heading(await answerAll(device, emergency, ["None of these"]))).toBe("Who is this report for?");
  });
});

onBothEngines("a home we do not have", (open) => {
  const ASKED = { name: "Sam Stranger", phone: "", email: "sam@example.com", address: "9 Far Lane\nFH9 9ZZ", problem: "No heating" };
  const STATES: [string, Given[]][] = [
    ["at a postcode without homes", [...TO_WHERE.slice(0, 2), { postcode: "FH9 9ZZ" }]],
    ["not on the list", [...TO_WHERE.slice(0, 3), "My address is not listed"]],
  ];

  test.each(STATES)("%s says who to turn to and saves a request once", async (_, path) => {
    const { db, browser } = await reportWorld(await open());
    const device = browser();
    const end = await walk(device, path);
    body(end).getByRole("heading", { name: "If someone else is the landlord" });
    body(end).getByText(/private landlord does not act/);
    const link = body(end).getByRole("link", { name: "Ask us to get in touch" });
    const form = await device.get(link.getAttribute("href") ?? "");
    const wrong = await device.post(form.path, { ...ASKED, email: "" });
    expect(wrong.status).toBe(422);
    body(wrong).getByRole("link", { name: "Enter a phone number or an email address, so that we can reach you" });
    expect(body(wrong).getByRole("textbox", { name: "What is wrong?" }).textContent).toBe("No heating");

    const saved = await device.post(form.path, ASKED);
    expect(heading(saved)).toBe("We have your request");
    body(saved).getByText(/^No repair is booked yet/);
    const again = await device.post(form.path, ASKED);
    expect(again.html).toContain(/[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(saved.html)?.[0]);
    const requests = await db.read.select().from(db.schema.requests);
    expect(requests).toMatchObject([
      { name: "Sam Stranger", phone: null, email: "sam@example.com", problem: "No heating", closedAt: null },
    ]);
    expect(await db.read.$count(db.schema.repairs)).toBe(0);
    const events = await db.read.select().from(db.schema.events);
    expect(events.map(({ what }) => what)).toEqual(["requested"]);
    expect(JSON.stringify(events)).not.toMatch(/Sam|Far Lane|heating/);
    expect((await db.read.select().from(db.schema.drafts)).map(({ typed }) => typed)).toEqual([{}]);
    expect((await browser().get(saved.path)).status).toBe(404);
  });

  test("is asked about only where the address is not ours", async () => {
    const { browser } = await reportWorld(await open());
    const device = browser();
    const where = await walk(device, TO_WHERE);
    expect(heading(await device.get(where.path.replace("where", "request")))).toBe("Where is the problem?");
    expect(heading(await device.post(where.path.replace("where", "request"), ASKED))).toBe("Where is the problem?");
  });
});
