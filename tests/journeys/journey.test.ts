import { describe, expect, expectTypeOf, test } from "vitest";
import { anyOf, oneOf, optional, text } from "#app/journeys/fields.ts";
import { Journey } from "#app/journeys/journey.ts";

interface Facts {
  rooms: Record<string, string>;
  isClosed: boolean;
}

const FACTS: Facts = { rooms: { kitchen: "Kitchen", hall: "Hall" }, isClosed: false };
const tooLong = (limit: number) => `Too long: ${limit}`;

const journey = Journey.about<Facts>()
  .ask("danger", {
    title: () => "Danger?",
    fields: () => ({ is: oneOf({ yes: "Yes", no: "No" }, { label: "Danger?", error: "Select yes or no" }) }),
  })
  .exitIf("call", { when: ({ danger }) => danger?.is === "yes", title: () => "Call us" })
  .ask("room", { title: () => "Room?", fields: (_, { rooms }) => ({ name: oneOf(rooms, { label: "Room?", error: "Select a room" }) }) })
  .askIf("tap", {
    when: ({ room }) => room?.name === "kitchen",
    title: (_, { room }) => `Tap in ${room?.name}?`,
    fields: () => ({ is: oneOf({ hot: "Hot", cold: "Cold" }, { label: "Tap?", error: "Select a tap" }) }),
  })
  .ask("reach", {
    title: () => "Reach?",
    fields: () => ({
      name: text({ label: "Name", error: "Enter a name", tooLong, max: 5 }),
      email: optional({ kind: "email", label: "Email", error: "Enter an email", isRight: (typed) => typed.includes("@") }),
    }),
    rule: ({ name, email }) => (name === "both" && !email ? { email: "Both, please" } : undefined),
  });

const slugs = (typed: Parameters<typeof journey.walk>[0], facts = FACTS) => journey.walk(typed, facts).path.map(({ slug }) => slug);
const DONE = { danger: { is: "no" }, room: { name: "kitchen" }, tap: { is: "hot" }, reach: { name: "Ann", email: "" } };

describe("walking a journey", () => {
  test.each([
    ["nothing typed: the first question", {}, ["danger"]],
    ["one answer: the next question", { danger: { is: "no" } }, ["danger", "room"]],
    ["an exit ends it, whatever was typed later", { ...DONE, danger: { is: "yes" } }, ["danger", "call"]],
    ["a branch that applies is asked", { danger: { is: "no" }, room: { name: "kitchen" } }, ["danger", "room", "tap"]],
    ["a branch that does not is left out", { danger: { is: "no" }, room: { name: "hall" } }, ["danger", "room", "reach"]],
    ["a gap is where it stops", { danger: { is: "no" }, tap: { is: "hot" } }, ["danger", "room"]],
    ["an answer that is no option any more is asked again", { ...DONE, room: { name: "attic" } }, ["danger", "room"]],
    ["an answer of another type is asked again", { ...DONE, danger: { is: ["no", "yes"] } }, ["danger"]],
    ["a name every object has is no option", { danger: { is: "constructor" } }, ["danger"]],
  ])("%s", (_, typed, path) => expect(slugs(typed)).toEqual(path));

  test("all answers are complete, trimmed and typed", () => {
    const { complete, answers } = journey.walk({ ...DONE, reach: { name: "  Ann\r\n", email: "" } }, FACTS);
    expect(complete).toEqual({ ...DONE, reach: { name: "Ann", email: "" } });
    expect(answers).toEqual(complete);
    expectTypeOf<NonNullable<typeof complete>["tap"]>().toEqualTypeOf<{ is: string } | undefined>();
    expectTypeOf<NonNullable<typeof complete>["room"]>().toEqualTypeOf<{ name: string }>();
  });

  test("a page that needs no answer is asked until it was seen", () => {
    const optionalOnly = Journey.about<Facts>().ask("extra", {
      title: () => "Extra?",
      fields: () => ({ list: anyOf({ a: "A", b: "B" }, { label: "Extra?", error: "Select from the list" }) }),
    });
    expect(optionalOnly.walk({}, FACTS).complete).toBeUndefined();
    expect(optionalOnly.walk({ extra: {} }, FACTS).complete).toEqual({ extra: { list: [] } });
    expect(optionalOnly.walk({ extra: { list: "b" } }, FACTS).complete).toEqual({ extra: { list: ["b"] } });
    expect(optionalOnly.walk({ extra: { list: ["a", "c"] } }, FACTS).complete).toBeUndefined();
  });

  test("what a changed answer leaves out is out of the answers, and back when the answer is", () => {
    const elsewhere = journey.walk({ ...DONE, room: { name: "hall" } }, FACTS);
    expect(elsewhere.complete).toEqual({ danger: DONE.danger, room: { name: "hall" }, reach: DONE.reach });
    expect(journey.walk(DONE, FACTS).complete).toEqual(DONE);
  });

  test("a fact that changed reopens its question", () => {
    expect(slugs(DONE, { ...FACTS, rooms: { hall: "Hall" } })).toEqual(["danger", "room"]);
  });
});

describe("checking a page", () => {
  const reach = journey.walk(DONE, FACTS).path.at(-1);
  test.each([
    ["nothing", undefined, { errors: { name: "Enter a name" } }],
    ["only spaces", { name: "   " }, { errors: { name: "Enter a name" } }],
    ["as long as it may be", { name: "abcde" }, { answer: { name: "abcde", email: "" } }],
    ["too long", { name: "abcdef" }, { errors: { name: "Too long: 5" } }],
    ["every fault at once", { name: "", email: "x" }, { errors: { name: "Enter a name", email: "Enter an email" } }],
    ["fields that do not go together", { name: "both" }, { errors: { email: "Both, please" } }],
    ["a field typed twice", { name: ["Ann", "Bob"] }, { errors: { name: "Enter a name" } }],
  ])("%s", (_, typed, result) => expect(reach?.check(typed)).toEqual(result));
});

describe("every question on one page", () => {
  const page = (typed: Parameters<typeof journey.check>[0]) => journey.check(typed, FACTS);

  test.each([
    ["nothing typed: all that apply", {}, ["danger", "room", "reach"]],
    ["a later answer first", { room: { name: "kitchen" } }, ["danger", "room", "tap", "reach"]],
    ["a wrong answer hides nothing", { danger: { is: "?" }, room: { name: "hall" } }, ["danger", "room", "reach"]],
    ["where it ends nothing comes after", { danger: { is: "yes" }, room: { name: "hall" } }, ["danger", "call"]],
  ])("%s", (_, typed, expected) => {
    expect(page(typed).path.map(({ slug }) => slug)).toEqual(expected);
    expect(page(typed).complete).toBeUndefined();
  });

  test("has the answers that are right, and is complete as the walk is", () => {
    expect(page({ reach: DONE.reach, danger: { is: "?" } }).answers).toEqual({ reach: DONE.reach });
    expect(page(DONE).complete).toEqual(journey.walk(DONE, FACTS).complete);
  });
});
