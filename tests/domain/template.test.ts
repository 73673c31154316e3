import { expect, test } from "vitest";
import { TENANT_KINDS } from "#app/domain/message.ts";
import { fieldsOf } from "#app/domain/message-fields.ts";
import { fillTemplate, simpleHtml, unknownFields } from "#app/domain/template.ts";
import { textLength } from "#app/domain/text-length.ts";
import { messages } from "#app/languages/en/messages.ts";

test("a template names only fields there are, and what is filled in is not read again", () => {
  expect(unknownFields("{day} {Day} {day} {} {constructor}", ["day"])).toEqual(["Day", "", "constructor"]);
  expect(fillTemplate("{day}, {problem} {constructor} {x}", { day: "{problem}", problem: "$& tap" })).toBe(
    "{problem}, $& tap {constructor} {x}",
  );
});

test("an email's words become simple HTML, with links, and nothing of them is markup", () => {
  const html = simpleHtml('Tap <b>"1" & 2\nmore\n\nhttps://repairs.test/repair/link/a_b-c', { title: "<Tap>", language: "en" });
  expect(html).toContain("<title>&lt;Tap&gt;</title>");
  expect(html).toContain('<p>Tap &lt;b&gt;&quot;1&quot; &amp; 2<br>more</p><p><a href="https://repairs.test/repair/link/a_b-c">');
});

test.each([
  ["a".repeat(160), 160, 1],
  ["a".repeat(161), 161, 2],
  ["€".repeat(80), 160, 1],
  ["£@\nÉ", 4, 1],
  ["ŵ".repeat(70), 70, 1],
  ["ŵ".repeat(71), 71, 2],
  ["😀", 2, 1],
])("the length of a text counts as its network does (%#)", (text, units, paid) => {
  expect(textLength(text)).toMatchObject({ units, messages: paid });
});

/** As long as they get with a landlord and an address of common length. */
const LONG = {
  landlord: "Fernhill Council",
  phone: "01632 960 100",
  reference: "7KQ4-9XM2",
  problem: "Bathroom, Toilet, Will not flush",
  day: "Thu 26 Nov",
  date: "Wednesday 30 September",
  hours: "9:30am to 2:30pm",
  link: `https://repairs.fernhill.gov.uk/repair/link/${"a".repeat(43)}`,
  next: messages.next.call,
  code: "123456",
};

test.each(TENANT_KINDS)("the words of %s name known fields, and its text is one message with a landlord of common length", (kind) => {
  const { text, subject, body } = messages.templates[kind];
  for (const part of [text, subject, body]) expect(unknownFields(part, fieldsOf(kind))).toEqual([]);
  const filled = fillTemplate(text, LONG);
  expect(filled).not.toContain("{");
  expect(textLength(filled)).toMatchObject({ isGsm7: true, messages: 1 });
});
