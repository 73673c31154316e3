import { within } from "@testing-library/dom";
import { addMinutes } from "date-fns";
import { expect, test } from "vitest";
import { addSlots } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { aLandlord } from "#tests/support/landlord.ts";
import { body, heading } from "#tests/support/page.ts";
import { answer, reportWorld } from "#tests/support/report-world.ts";
import { CONTACT, MORNING, TAP, walk } from "#tests/support/walk.ts";

onBothEngines("reports that hold a time from one network address", (open) => {
  /** Two may hold at once from one address; ten mornings are free, so that half is five. */
  async function world() {
    const landlord = aLandlord();
    const made = await reportWorld(await open(), { landlord: { ...landlord, limits: { ...landlord.limits, draftsHolding: 2 } } });
    await addSlots(made.db, { operativeId: made.plumber, date: "2026-11-27", windows: Array(10).fill("morning") });
    return made;
  }
  const choose = async (browser: Parameters<typeof walk>[0]) => {
    const picker = await walk(browser, TAP);
    const { value } = answer(picker.document, MORNING);
    return { picker, chosen: await browser.post(picker.path, { offer: value.replace("2026-11-26", "2026-11-27") }) };
  };

  test("are as many as the landlord says; the next gets 429 with the ways to reach it, and keeps its answers", async () => {
    const { db, browser, landlord } = await world();
    for (let held = 0; held < 2; held++)
      expect(heading((await choose(browser({ origin: "library" }))).chosen)).toBe("How can we reach you?");
    const third = browser({ origin: "library" });
    const { picker, chosen } = await choose(third);
    expect(chosen.status).toBe(429);
    for (const way of [landlord.phone, landlord.email]) within(body(chosen).getByRole("contentinfo")).getByRole("link", { name: way });
    expect((await third.get(picker.path)).path).toBe(picker.path);
    const held = (await db.read.select().from(db.schema.slots)).filter(({ draftId }) => draftId);
    expect(held).toHaveLength(2);
  });

  test("leave other addresses alone, and those that no limit counts for", async () => {
    const { browser } = await world();
    for (const origin of ["library", "library", "home"]) expect((await choose(browser({ origin }))).chosen.status).toBe(200);
    expect((await choose(browser())).chosen.status).toBe(200);
  });

  test("count while they hold: a hold that ended, or was booked, makes room", async () => {
    const { browser, clock } = await world();
    const first = browser({ origin: "library" });
    const { chosen } = await choose(first);
    await choose(browser({ origin: "library" }));
    await first.post((await first.post(chosen.path, CONTACT)).path);
    expect((await choose(browser({ origin: "library" }))).chosen.status).toBe(200);
    expect((await choose(browser({ origin: "library" }))).chosen.status).toBe(429);
    clock.now = addMinutes(clock.now, 11);
    expect((await choose(browser({ origin: "library" }))).chosen.status).toBe(200);
  });

  test("may choose another time", async () => {
    const { browser } = await world();
    const first = browser({ origin: "library" });
    await choose(browser({ origin: "library" }));
    const { picker } = await choose(first);
    const again = await first.post(picker.path, { offer: answer(picker.document, MORNING).value });
    expect(heading(again)).toBe("How can we reach you?");
  });
});
