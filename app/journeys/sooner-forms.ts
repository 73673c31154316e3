import { inLanguage } from "#app/domain/localised.ts";
import { type ArrivalWindow, WEEKDAYS } from "#app/domain/rules.ts";
import type { Words } from "#app/languages/en.ts";
import { oneOf, someOf } from "./fields.ts";

/** A window as it is worked on the first weekday that it is: "Morning, 8am to 1pm". */
function windowIn({ name, hours }: ArrivalWindow, { format, code }: Words): string {
  const first = WEEKDAYS.map((weekday) => hours[weekday]).find((worked) => worked !== undefined);
  const called = inLanguage(name, code);
  return first ? format.window(called, first.from, first.to) : called;
}

/** What suits whoever wants a sooner visit. */
export function soonerFields(words: Words, windows: readonly ArrivalWindow[]) {
  const { ask } = words.sooner;
  return {
    windows: someOf(Object.fromEntries(windows.map((window) => [window.code, windowIn(window, words)])), ask.windows),
    notice: oneOf(ask.notices, ask.notice),
  };
}
