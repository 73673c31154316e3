import { expect, test } from "vitest";
import { expectWhole } from "#tests/support/booking-truth.ts";
import { THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { knownVisitor, post, send, slugOf, type Visit, type Visitor } from "#tests/support/http-journey.ts";
import { inTurns } from "#tests/support/in-turns.ts";
import { ANSWERS, addAnswered, answerUpTo } from "#tests/support/report-answers.ts";
import { addFree, type SmallLandlord, startSmallLandlord } from "#tests/support/small-landlord.ts";

const PEOPLE = 500;
const AT_ONCE = 50;
const FRIDAY = "2026-11-27";
/** Offers that the same morning slots serve. */
const WINDOWS = ["morning", "school-hours", "all-day"];

interface Person {
  visitor: Visitor;
  draftId: string;
  description: string;
  offer: string;
}

/** People at the picker, each on a device and a network address of their own. */
async function gather({ db, server }: SmallLandlord): Promise<Person[]> {
  const first = await knownVisitor(server.url);
  const answers = await answerUpTo("slot", { db, device: first.device, draftId: await addAnswered(db, first.device, {}) });
  return inTurns(
    Array.from({ length: PEOPLE }, (_, at) => at),
    10,
    async (at) => {
      const { visitor, device } = await knownVisitor(server.url, `10.1.${at >> 8}.${at & 255}`);
      const description = `Tap number ${at} drips`;
      const draftId = await addAnswered(db, device, { ...answers, describe: { description } });
      return { visitor, draftId, description, offer: `${THURSDAY}.${WINDOWS[at % WINDOWS.length]}` };
    },
  );
}

/** Chooses, says who they are, and sends: as far as the person gets. */
async function book({ visitor, draftId, offer }: Person): Promise<{ pages: Visit[]; end: Visit }> {
  const picked = await post(visitor, `/report/${draftId}/slot`, { offer });
  if (slugOf(picked) !== "contact") return { pages: [picked], end: picked };
  const told = await post(visitor, `/report/${draftId}/contact`, ANSWERS.contact ?? {});
  const end = await post(visitor, `/report/${draftId}/check`, {});
  return { pages: [picked, told, end], end };
}

async function rush(landlord: SmallLandlord) {
  const people = await gather(landlord);
  const ends = await inTurns(people, AT_ONCE, async (person) => ({ person, ...(await book(person)) }));
  expect(ends.flatMap(({ pages }) => pages).filter(({ status }) => status !== 200)).toEqual([]);
  const winners = ends.filter(({ end }) => slugOf(end) === "confirmation");
  const losers = ends.filter(({ end }) => slugOf(end) !== "confirmation");
  return { winners, losers };
}

/** The answers given before the picker are still there. */
async function expectAnswersKept(losers: { person: Person }[]) {
  await inTurns(losers, AT_ONCE, async ({ person: { visitor, draftId, description } }) => {
    const { html } = await send(visitor, `/report/${draftId}/describe`);
    expect(html).toContain(description);
  });
}

onBothEngines("500 people at the picker over HTTP", (_, freshUrl) => {
  test("forty slots go to forty of them, and the rest choose among what is left with their answers kept", async () => {
    const landlord = await startSmallLandlord(freshUrl);
    await addFree(landlord, { count: 40, date: THURSDAY });
    await addFree(landlord, { count: 1, date: FRIDAY });

    const { winners, losers } = await rush(landlord);

    expect(winners).toHaveLength(40);
    expect(new Set(losers.map(({ end }) => end.path.replace(/\/report\/\w+\//, "")))).toEqual(new Set(["slot?gone"]));
    expect(losers.filter(({ end }) => !end.html.includes("Someone else has just taken that time") || !end.html.includes(FRIDAY))).toEqual(
      [],
    );
    await expectAnswersKept(losers);
    expect(await expectWhole(landlord.db)).toEqual({ booked: 40, taken: 40, held: 0 });
  });

  test("one slot goes to one of them, and the rest are offered a call with their answers kept", async () => {
    const landlord = await startSmallLandlord(freshUrl);
    await addFree(landlord, { count: 1, date: THURSDAY });

    const { winners, losers } = await rush(landlord);

    expect(winners).toHaveLength(1);
    expect(new Set(losers.map(({ end }) => slugOf(end)))).toEqual(new Set(["call-back"]));
    await expectAnswersKept(losers);
    expect(await expectWhole(landlord.db)).toEqual({ booked: 1, taken: 1, held: 0 });
  });
});
