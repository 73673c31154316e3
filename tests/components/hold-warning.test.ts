// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { announceHoldWarning } from "#app/enhance/hold-warning.ts";

const warn = (style: string) => {
  document.body.innerHTML = `<div data-hold-warning role="status" style="${style}"><p>2 more minutes</p><button>Keep</button></div>`;
  announceHoldWarning(document);
  return document.querySelector("[data-hold-warning]");
};

const spoken = () => [...document.querySelectorAll('[role="status"]')].map((region) => region.textContent);

beforeEach(() => document.body.replaceChildren());

test("the warning is said when it shows itself, once, and not before", () => {
  const warning = warn("visibility: hidden");
  expect(spoken()).toEqual([""]);
  warning?.dispatchEvent(new Event("animationstart"));
  expect(spoken()).toEqual(["2 more minutes"]);
});

test("a warning that is already there is said at once", () => {
  warn("visibility: visible");
  expect(spoken()).toEqual(["2 more minutes"]);
});

test("a page without a hold is left as it is", () => {
  announceHoldWarning(document);
  expect(document.body.innerHTML).toBe("");
});
