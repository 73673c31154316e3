import { describe, expect, test } from "vitest";
import type { Offer } from "#app/domain/offers.ts";
import { addAwakeMinutes, awakeFrom } from "#app/domain/quiet-hours.ts";
import { doesNotAnswer, type InTurn, inTurn, legalDeadlineOf, stillWaits, suitable } from "#app/domain/sooner.ts";

describe("how long a time is held", () => {
  test.each([
    ["by day", "2026-11-23T09:00:00Z", 120, "2026-11-23T11:00:00Z"],
    ["up to the very end of the day", "2026-11-23T19:00:00Z", 120, "2026-11-23T21:00:00Z"],
    ["one minute over it", "2026-11-23T19:01:00Z", 120, "2026-11-24T08:01:00Z"],
    ["from the evening into the morning", "2026-11-23T20:30:00Z", 120, "2026-11-24T09:30:00Z"],
    ["from the end of the day", "2026-11-23T21:00:00Z", 120, "2026-11-24T10:00:00Z"],
    ["from the night", "2026-11-24T02:00:00Z", 120, "2026-11-24T10:00:00Z"],
    ["from one second to eight", "2026-11-24T07:59:59Z", 120, "2026-11-24T10:00:00Z"],
    ["from eight", "2026-11-24T08:00:00Z", 120, "2026-11-24T10:00:00Z"],
    ["over two nights", "2026-11-23T20:00:00Z", 15 * 60, "2026-11-25T09:00:00Z"],
    ["over the night in which summer begins", "2026-03-28T20:30:00Z", 120, "2026-03-29T08:30:00Z"],
    ["in that night, before the clocks change", "2026-03-29T00:30:00Z", 120, "2026-03-29T09:00:00Z"],
    ["over the night in which summer ends", "2026-10-24T19:30:00Z", 120, "2026-10-25T09:30:00Z"],
    ["in that night, in the hour that comes twice", "2026-10-25T01:30:00Z", 120, "2026-10-25T10:00:00Z"],
    ["in summer, when nine at night is eight in UTC", "2026-07-01T20:00:00Z", 120, "2026-07-02T09:00:00Z"],
  ])("%s", (_, at, minutes, until) => {
    expect(addAwakeMinutes(new Date(at), minutes)).toEqual(new Date(until));
  });

  test.each([
    ["2026-11-23T20:59:59Z", "2026-11-23T20:59:59Z"],
    ["2026-11-23T21:00:00Z", "2026-11-24T08:00:00Z"],
    ["2026-03-28T22:00:00Z", "2026-03-29T07:00:00Z"],
    ["2026-10-24T21:00:00Z", "2026-10-25T08:00:00Z"],
  ])("and nobody is written to from 21:00 to 8:00: %s", (at, said) => {
    expect(awakeFrom(new Date(at))).toEqual(new Date(said));
  });
});

test("whose turn is first: no visit, then the legal date, then who asked first", () => {
  const asked = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
  const law = (dueOn: string, dueAt: Date | null = null) => legalDeadlineOf({ hazard: "damp-and-mould", dueOn, dueAt });
  const waiting: InTurn[] = [
    { id: "asked last", hasVisit: true, legalDeadline: null, askedAt: asked(12) },
    { id: "asked first", hasVisit: true, legalDeadline: null, askedAt: asked(9) },
    { id: "asked with the first", hasVisit: true, legalDeadline: null, askedAt: asked(9) },
    { id: "due later", hasVisit: true, legalDeadline: law("2026-12-04"), askedAt: asked(8) },
    { id: "due in hours", hasVisit: true, legalDeadline: law("2026-11-24", asked(14)), askedAt: asked(13) },
    { id: "no visit, asked last", hasVisit: false, legalDeadline: null, askedAt: asked(14) },
    { id: "no visit, due by law", hasVisit: false, legalDeadline: law("2026-12-31"), askedAt: asked(15) },
  ];
  expect(waiting.sort(inTurn).map(({ id }) => id)).toEqual([
    "no visit, due by law",
    "no visit, asked last",
    "due in hours",
    "due later",
    "asked first",
    "asked with the first",
    "asked last",
  ]);
  expect(legalDeadlineOf({ hazard: null, dueOn: "2026-11-24", dueAt: asked(14) })).toBeNull();
});

describe("who can take what", () => {
  const offer = (date: string, window: string, from: string): Offer =>
    ({ date, window, name: { en: window }, from, to: "17:00", isBeyondTarget: false }) as Offer;
  const offers = [
    offer("2026-11-24", "morning", "08:00"),
    offer("2026-11-24", "afternoon", "12:00"),
    offer("2026-11-26", "morning", "08:00"),
    offer("2026-11-27", "afternoon", "12:00"),
  ];
  const taker = {
    windows: ["morning", "afternoon"],
    noticeHours: 4,
    date: "2026-11-27" as string | null,
    repair: { hazard: null as string | null, dueOn: "2026-11-24" },
    made: [] as { date: string; window: string; outcome: string | null }[],
  };
  const changes = { cutOffMinutes: 60, mostMoves: 3 };
  const keys = (change: Partial<typeof taker>, until = "2026-11-23T11:00:00Z", limits = changes) =>
    suitable(offers, { ...taker, ...change }, { until: new Date(until), changes: limits }).map(
      ({ date, from }) => `${date.slice(8)} ${from}`,
    );
  const made = (outcome: string | null) => ({ made: [{ date: "2026-11-24", window: "morning", outcome }] });

  test.each<[string, string[], Parameters<typeof keys>]>([
    ["earlier dates only", ["24 08:00", "24 12:00", "26 08:00"], [{}]],
    ["any date, without a visit", ["24 08:00", "24 12:00", "26 08:00", "27 12:00"], [{ date: null }]],
    ["only windows that suit", ["24 12:00"], [{ windows: ["afternoon"] }]],
    ["the notice asked for, to the minute", ["24 08:00", "24 12:00", "26 08:00"], [{ noticeHours: 21 }]],
    ["that notice, counted from the last moment to answer", ["24 12:00", "26 08:00"], [{ noticeHours: 21 }, "2026-11-23T11:00:01Z"]],
    ["two days of notice", ["26 08:00"], [{ noticeHours: 48 }]],
    ["a hold that ends in the morning leaves no notice for it", ["24 12:00", "26 08:00"], [{}, "2026-11-24T08:00:00Z"]],
    ["nothing after the landlord's cut-off", ["26 08:00"], [{ noticeHours: 0 }, undefined, { ...changes, cutOffMinutes: 1600 }]],
    ["nothing after a legal date", ["24 08:00", "24 12:00"], [{ repair: { hazard: "damp-and-mould", dueOn: "2026-11-24" } }]],
    ["nothing that was declined", ["24 12:00", "26 08:00"], [made("declined")]],
    ["nothing that was not answered", ["24 12:00", "26 08:00"], [made("lapsed")]],
    ["nothing that is offered", ["24 12:00", "26 08:00"], [made(null)]],
    ["what had gone, again", ["24 08:00", "24 12:00", "26 08:00"], [made("gone")]],
  ])("%s", (_, expected, asked) => {
    expect(keys(...asked)).toEqual(expected);
  });
});

describe("who still waits", () => {
  const visit = { id: "a", status: "booked", date: "2026-11-26", window: "morning" };
  const than = { appointmentId: "a", date: "2026-11-26", window: "morning" };
  const none = { appointmentId: null, date: null, window: null };
  const repair = { status: "open", waitsFor: null as string | null, trade: "plumbing" as string | null, problemId: "p" };
  test.each<[string, boolean, Parameters<typeof stillWaits>[0], Partial<typeof repair>, (typeof visit)[], string?]>([
    ["the visit stands", true, than, {}, [visit]],
    ["it was moved to another date", false, than, {}, [{ ...visit, date: "2026-11-27" }]],
    ["it was moved to another window", false, than, {}, [{ ...visit, window: "afternoon" }]],
    ["it was cancelled", false, than, {}, [{ ...visit, status: "cancelled" }]],
    ["it was done", false, than, {}, [{ ...visit, status: "done" }]],
    ["its day has come", false, than, {}, [visit], "2026-11-26T00:00:00Z"],
    ["the repair was cancelled", false, than, { status: "cancelled" }, [visit]],
    ["no visit, we were to call", true, none, { waitsFor: "call" }, []],
    ["no visit, a hazard that an officer has", true, none, { waitsFor: "officer" }, [{ ...visit, status: "cancelled" }]],
    ["an officer is asked whether it is done", false, none, { waitsFor: "officer" }, [{ ...visit, status: "done" }]],
    ["no visit, one was booked since", false, none, {}, [visit]],
    ["nobody may book it before staff know who asks", false, none, { waitsFor: "identity" }, []],
    ["the tenant has asked to cancel", false, none, { waitsFor: "cancel" }, []],
    ["nobody knows whose trade it is", false, none, { trade: null }, []],
  ])("%s: %s", (_, expected, wish, change, appointments, at = "2026-11-23T09:00:00Z") => {
    expect(stillWaits(wish, { repair: { ...repair, ...change }, appointments }, new Date(at))).toBe(expected);
  });
});

test.each([
  [["lapsed", "lapsed"], false],
  [["lapsed", "lapsed", "lapsed"], true],
  [["lapsed", "declined", "lapsed", "lapsed"], false],
  [["declined", "lapsed", "lapsed", "lapsed"], true],
])("who leaves three offers in a row unanswered is asked no more: %s", (outcomes, expected) => {
  expect(doesNotAnswer(outcomes.map((outcome) => ({ date: "2026-11-24", window: "morning", outcome })))).toBe(expected);
});
