import { expect, test } from "vitest";
import { shownName } from "#app/domain/photo.ts";

test.each([
  ["holiday.jpg", "holiday.jpg"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\Ann\\tap.png", "tap.png"],
  ["..\\..\\tap.png", "tap.png"],
  ["tap\0.png\r\nSet-Cookie: a", "tap.pngSet-Cookie: a"],
  ["\u202Egpj.exe", "gpj.exe"],
  ["Küche 🔧.jpg", "Küche 🔧.jpg"],
  ["half \ud83d.jpg", "half \ufffd.jpg"],
  ["a folder/", ""],
  [" ", ""],
])("the file %j is called %j", (name, shown) => expect(shownName(name)).toBe(shown));

test("a name without end is cut, its ending kept", () => {
  const shown = shownName(`${"long ".repeat(100)}.jpeg`);
  expect(shown).toMatch(/^long .*….jpeg$/);
  expect(shown).toHaveLength(60);
});
