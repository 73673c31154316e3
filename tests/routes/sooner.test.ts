import { addMinutes } from "date-fns";
import { expect, test } from "vitest";
import { follow } from "#app/languages/en/follow.ts";
import { sooner } from "#app/languages/en/sooner.ts";
import { offerSooner } from "#app/services/offer-sooner.server.ts";
import { repairLink } from "#app/services/repair-link.server.ts";
import { claimMessage } from "#db/queries/messages.ts";
import { addSlots, NOW } from "#tests/support/calendar.ts";
import { type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { body, errors, heading, hiddenOf, main } from "#tests/support/page.ts";
import { SITE_SECRET } from "#tests/support/pages.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { messages } from "#tests/support/sooner-world.ts";
import { CONTACT, MORNING, TAP, walk } from "#tests/support/walk.ts";

const TUESDAY = "2026-11-24";

/** A dripping tap that is booked for Thursday morning on a phone, with nothing free before it. */
async function booked(open: OpenFresh) {
  const world = await reportWorld(await open());
  const { db, browser, plumber, landlord } = world;
  const phone = browser();
  await phone.post((await walk(phone, [...TAP, MORNING, CONTACT])).path);
  const [repair] = await db.read.select().from(db.schema.repairs);
  const path = `/repair/${repair?.reference}`;
  const run = () => offerSooner({ db, landlord, now: world.clock.now });
  const free = (date: string, windows: string[]) => addSlots(db, { operativeId: plumber, date, windows });
  /** The way from the message that was written last. */
  const link = async () => {
    const last = (await messages(db)).at(-1);
    const { url, tokenHash } = repairLink(last?.id ?? "", { secret: SITE_SECRET, origin: "http://x", page: "sooner" });
    const until = addMinutes(world.clock.now, 1);
    await db.write((tx) => claimMessage(tx, db.schema, { id: last?.id ?? "", tokenHash, now: world.clock.now, until }));
    return new URL(url).pathname;
  };
  const stored = async () => [await db.read.select().from(db.schema.soonerOffers), await db.read.select().from(db.schema.appointments)];
  return { ...world, phone, path, run, free, link, stored };
}

onBothEngines("asking for a sooner visit", (open) => {
  test("says what suits, is offered it, and takes it by one press, from the repair's page and from a message", async () => {
    const { browser, clock, phone, path, run, free, link, stored } = await booked(open);
    const page = `${path}/sooner`;
    expect((await browser().get(page)).path).toContain("/repair?reference=");
    expect(
      body(await phone.get(path))
        .getByRole("link", { name: sooner.link.ask })
        .getAttribute("href"),
    ).toBe(page);

    const empty = await phone.post(page, {});
    expect([empty.status, errors(empty)]).toEqual([422, [sooner.ask.windows.error, sooner.ask.notice.error]]);
    const wrong = await phone.post(page, { windows: ["morning", "constructor"], notice: ["24", "24"] });
    expect([wrong.status, errors(wrong)]).toEqual([422, [sooner.ask.windows.error, sooner.ask.notice.error]]);
    const form = body(wrong);
    expect((form.getByLabelText("Morning, 8am to 1pm") as HTMLInputElement).checked).toBe(true);
    const asked = await phone.post(page, { windows: ["morning", "afternoon"], notice: "4" });
    expect([asked.path, main(asked)]).toEqual([`${path}?saved=sooner-asked`, expect.stringContaining(sooner.saved["sooner-asked"])]);
    const waiting = await phone.get(page);
    expect(heading(waiting)).toBe(sooner.change.title);
    expect((body(waiting).getByLabelText("Afternoon, 12pm to 5pm") as HTMLInputElement).checked).toBe(true);
    expect(waiting.html.length).toBeLessThan(40_000);

    await free(TUESDAY, ["morning"]);
    await free("2026-11-25", ["afternoon"]);
    expect(await run()).toBe("1 offered");
    const offered = "Tuesday 24 November, 8am to 1pm (morning)";
    const home = await phone.get(path);
    expect(
      body(home)
        .getByRole("link", { name: sooner.link.answer(offered) })
        .getAttribute("href"),
    ).toBe(page);
    const before = await stored();
    const offer = await phone.get(page);
    expect(heading(offer)).toBe(sooner.offer.title);
    for (const words of [offered, sooner.offer.until("11am on Monday 23 November"), "Thursday 26 November, 8am to 1pm (morning)"])
      expect(main(offer)).toContain(words);
    for (const name of [sooner.offer.accept, sooner.offer.decline]) body(offer).getByRole("button", { name });
    expect(await stored()).toEqual(before);

    const declined = await phone.post(page, { ...hiddenOf(offer, "main form"), intent: "decline" });
    expect(main(declined)).toContain(sooner.saved["sooner-declined"]);
    expect(await run()).toBe("1 offered");
    const stale = await phone.post(page, { ...hiddenOf(offer, "main form"), intent: "accept" });
    expect([stale.path, heading(stale)]).toEqual([`${page}?gone`, sooner.over.title]);

    // A message is opened on a device that has shown nothing yet.
    const address = await link();
    const other = browser();
    const second = await other.get(address);
    expect(main(second)).toContain("Wednesday 25 November, 12pm to 5pm (afternoon)");
    expect((await other.get(page)).path).toContain("/repair?reference=");
    const pressed = { ...hiddenOf(second, "main form"), intent: "accept" };
    const taken = await other.post(address, pressed);
    expect([taken.path, heading(taken)]).toEqual([`${path}?saved=moved`, follow.page.states.coming]);
    expect(main(taken)).toContain("Wednesday 25 November, 12pm to 5pm (afternoon)");
    expect((await other.post(address, pressed)).path).toBe(taken.path);
    expect(heading(await browser().get(address))).toBe(sooner.over.title);
    const ended = await browser().get("/repair/sooner/nothing");
    expect([ended.status, heading(ended), (await browser().post("/repair/sooner/nothing", { intent: "accept" })).status]).toEqual([
      404,
      follow.link.ended,
      404,
    ]);

    // Asked again, and left unanswered.
    clock.now = addMinutes(NOW, 5);
    await phone.post(page, { windows: ["morning"], notice: "4" });
    await free(TUESDAY, ["afternoon", "afternoon"]);
    expect(await run()).toBe("1 offered");
    const again = await phone.get(page);
    clock.now = addMinutes(NOW, 130);
    expect(heading(await phone.get(page))).toBe(sooner.change.title);
    expect(await run()).toBe("1 lapsed");
    expect((await phone.post(page, { ...hiddenOf(again, "main form"), intent: "accept" })).path).toBe(`${page}?gone`);
    expect(main(await phone.post(page, { intent: "stop" }))).toContain(sooner.saved["sooner-stopped"]);
    expect(heading(await phone.get(page))).toBe(sooner.ask.title);
  });

  test("is for who has no visit too; for nobody whose repair is over", async () => {
    const { db, phone, path, run, free } = await booked(open);
    const page = `${path}/sooner`;
    await phone.post(`${path}/not-in`);
    expect(main(await phone.get(page))).toContain(sooner.ask.lead.none);
    await phone.post(page, { windows: ["all-day"], notice: "72" });
    await free("2026-11-30", ["morning"]);
    expect(await run()).toBe("1 offered");
    const taken = await phone.post(page, { ...hiddenOf(await phone.get(page), "main form"), intent: "accept" });
    expect([taken.path, main(taken)]).toEqual([
      `${path}?saved=booked`,
      expect.stringContaining("Monday 30 November, 8am to 5pm (all day)"),
    ]);

    const hostile: Record<string, string | string[]>[] = [
      { intent: "accept", offer: ["a", "b"] },
      { intent: "accept", offer: "\0💥".repeat(9999) },
      { intent: "decline" },
    ];
    for (const form of hostile) expect((await phone.post(page, form)).status).toBe(200);
    await phone.post(`${path}/cancel`, { reason: "fixed", sure: "yes" });
    expect((await phone.get(page)).path).toBe(path);
    expect((await phone.post(page, { windows: ["morning"], notice: "4" })).path).toBe(path);
    expect(await db.read.$count(db.schema.soonerWishes)).toBe(1);
  });
});
