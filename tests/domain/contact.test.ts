import { describe, expect, test } from "vitest";
import { messagesAnswer, personToMeet, readMessages, receiverOf } from "#app/domain/contact.ts";
import { tenureDiffers } from "#app/domain/home.ts";

const REPORTER = { name: "Ann", phone: "+447700900123", email: null };
const OWN = { ...REPORTER, confirmBy: "text", messagesTo: "reporter", visitName: null, visitPhone: null, visitEmail: null };
const MARY = { visitName: "Mary", visitPhone: "+447700900456", visitEmail: "mary@example.com" };
const HERS = { name: "Mary", phone: "+447700900456", email: "mary@example.com" };

describe("the people of a repair", () => {
  test("are one where somebody reports for themselves", () => {
    expect(personToMeet(OWN)).toEqual(REPORTER);
    expect(receiverOf(OWN)).toEqual({ ...REPORTER, by: "text" });
  });
  test("are kept apart where not: messages go where they were asked for, and to nobody else", () => {
    expect(personToMeet({ ...OWN, ...MARY })).toEqual(HERS);
    expect(receiverOf({ ...OWN, ...MARY })).toEqual({ ...REPORTER, by: "text" });
    expect(receiverOf({ ...OWN, ...MARY, messagesTo: "visit", confirmBy: "email" })).toEqual({ ...HERS, by: "email" });
  });
  test.each(["text", "email", "phone", "them-text", "them-email", "them-phone"])("keep the answer %s", (answer) => {
    expect(messagesAnswer(readMessages(answer))).toBe(answer);
  });
});

describe("what is said of a tenure", () => {
  test.each([
    ["rent", "secure", false],
    ["rent", "temporary", false],
    ["rent", "leaseholder", true],
    ["lease", "leaseholder", false],
    ["lease", "secure", true],
    ["lease", "shared-ownership", true],
    ["shared", "shared-ownership", false],
    ["unsure", "secure", false],
    ["unsure", "leaseholder", true],
  ])("%s of a home that is %s: differs %s", (said, tenure, differs) => expect(tenureDiffers(said, tenure)).toBe(differs));
});
