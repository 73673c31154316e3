import { expect, test } from "vitest";
import { addDays } from "#app/domain/local-date.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { documentOf, newVisitor, slugOf, submit, type Visit, visit, walkTo } from "#tests/support/http-journey.ts";
import { ANSWERS } from "#tests/support/report-answers.ts";
import { addFree, type SmallLandlord, startSmallLandlord } from "#tests/support/small-landlord.ts";

/** Ahead of London by 11 to 13 hours, and behind it by 7 or 8. */
const ZONES = ["Pacific/Auckland", "America/Los_Angeles"];

/** Twenty working days later: no bank holiday lies between. */
const DUE: Record<string, string> = {
  "2027-06-14": "2027-07-12",
  "2027-06-15": "2027-07-13",
  "2027-01-14": "2027-02-11",
  "2027-01-15": "2027-02-12",
};

/** The words of a page's own part, without what names this one report or the minute. */
function wordsOf(page: Visit): string {
  const main = documentOf(page).querySelector("main");
  for (const unseen of main?.querySelectorAll("style, script, .app-hold-warning, strong") ?? []) unseen.remove();
  return (main?.textContent ?? "")
    .replace(/\d{1,2}(:\d\d)?[ap]m\./g, "(time).")
    .replace(/\s+/g, " ")
    .trim();
}

/** What a person reads from the picker to the confirmation, on a server of a time zone at an instant, with slots on these dates. */
async function readJourney(freshUrl: () => Promise<string>, { zone, at, dates }: { zone: string; at: string; dates: string[] }) {
  const landlord = await startSmallLandlord(freshUrl, { env: { TZ: zone, TEST_CLOCK: at } });
  for (const date of dates) await addFree(landlord, { count: 1, date });
  for (const date of dates) await addFree(landlord, { count: 1, date, window: "afternoon" });
  const visitor = newVisitor(landlord.server.url);
  const picker = await walkTo(visitor, "slot");
  const offers = [...documentOf(picker).querySelectorAll("main label")].map((label) => label.textContent ?? "");
  const days = [...documentOf(picker).querySelectorAll("main legend")].map((legend) => legend.textContent ?? "");
  const [chosen = ""] = dates.slice(-1);
  const contact = await submit(visitor, picker, { offer: `${chosen}.afternoon` });
  const check = await submit(visitor, contact, ANSWERS.contact);
  const end = await submit(visitor, check);
  expect(slugOf(end)).toBe("confirmation");
  return { days, offers, check: wordsOf(check), confirmation: wordsOf(end), start: wordsOf(await visit(newVisitor(visitor.url), "/")) };
}

onBothEngines("The clock", (_, freshUrl) => {
  test.each([
    {
      change: "forward",
      before: "2027-03-28T00:30:00Z",
      after: "2027-03-28T01:30:00Z",
      dates: ["2027-03-30", "2027-03-31"],
      words: ["Tuesday 30 March", "Wednesday 31 March"],
      confirmed: "Wednesday 31 March, 12pm to 5pm (afternoon)",
    },
    {
      change: "back",
      before: "2027-10-31T00:30:00Z",
      after: "2027-10-31T01:30:00Z",
      dates: ["2027-11-01", "2027-11-02"],
      words: ["Monday 1 November", "Tuesday 2 November"],
      confirmed: "Tuesday 2 November, 12pm to 5pm (afternoon)",
    },
  ])("going $change changes no word, before it or after, in any zone", async ({ before, after, dates, words, confirmed }) => {
    const [first, ...others] = await Promise.all(
      ZONES.flatMap((zone) => [before, after].map((at) => readJourney(freshUrl, { zone, at, dates }))),
    );
    expect(first?.days.slice(0, 2)).toEqual([`${words[0]}, the earliest`, words[1]]);
    expect(first?.offers).toContain("Afternoon, 12pm to 5pm");
    expect(first?.confirmation).toContain(confirmed);
    for (const other of others) expect(other).toEqual(first);
  });

  test.each([
    { at: "2027-06-14T22:59:30Z", today: "2027-06-14", which: "before midnight in summer" },
    { at: "2027-06-14T23:00:01Z", today: "2027-06-15", which: "after midnight in summer" },
    { at: "2027-01-14T23:59:30Z", today: "2027-01-14", which: "before midnight in winter" },
    { at: "2027-01-15T00:00:01Z", today: "2027-01-15", which: "after midnight in winter" },
  ])("counts days from London's own date: $which", async ({ at, today }) => {
    const landlord: SmallLandlord = await startSmallLandlord(freshUrl, { env: { TZ: "Pacific/Auckland", TEST_CLOCK: at } });
    for (const days of [0, 1, 4, 60, 61]) await addFree(landlord, { count: 1, date: addDays(today, days) });
    const visitor = newVisitor(landlord.server.url);
    const picker = await walkTo(visitor, "slot");
    const { read, schema } = landlord.db;
    const offered = [...documentOf(picker).querySelectorAll<HTMLInputElement>("main input[name=offer]")].map(({ value }) =>
      value.slice(0, 10),
    );
    expect([...new Set(offered)]).toEqual([addDays(today, 1), addDays(today, 4), addDays(today, 60), "none"]);
    const none = await submit(visitor, picker, { offer: "none" });
    const contact = await submit(visitor, none, { when: "any" });
    await submit(visitor, await submit(visitor, contact, ANSWERS.contact));
    const [repair] = await read.select().from(schema.repairs);
    expect(repair?.dueOn).toBe(DUE[today]);
  });
});
