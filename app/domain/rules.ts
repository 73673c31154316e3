import { z } from "zod";
import { type LocalDate, weekdayOf } from "./local-date.ts";
import { localised } from "./localised.ts";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time, like 08:00");
const hours = z.object({ from: time, to: time }).refine(({ from, to }) => from < to, "must end after it starts");

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const weekday = z.enum(WEEKDAYS);
const code = z.string().regex(/^[a-z][a-z0-9-]*$/, "must be a short code, like morning");

/** A named span in which the operative may arrive. Windows may overlap and differ by weekday; a weekday left out has none. */
const arrivalWindow = z.object({
  code,
  name: localised,
  /** The times of each weekday it is worked. */
  hours: z.partialRecord(weekday, hours),
  /** Windows of slots that may serve an offer of this window; always itself too. School hours: from a morning or an afternoon slot. */
  servedBy: z.array(code).default([]),
});

/** How long the landlord gives itself. `clock-hours` run through nights and holidays; `working-days` and `calendar-days` end with a date. */
const target = z.object({
  amount: z.number().int().min(1).max(1000),
  unit: z.enum(["clock-hours", "working-days", "calendar-days"]),
});
export type Target = z.infer<typeof target>;

const priority = z.object({ code, name: localised, target });

/**
 * The earliest offer is `leadDays` calendar days from today, the last `horizonDays`; a chosen slot is held `holdMinutes`. Holds
 * take at most `holdShare` per cent of a trade's slots on a date (domain/hold-share).
 */
const booking = z.object({
  leadDays: z.number().int().min(0).max(30),
  horizonDays: z.number().int().min(7).max(365).default(60),
  holdMinutes: z.number().int().min(3).max(60).default(10),
  holdShare: z.number().int().min(1).max(100).default(50),
});

/** Every kind of rule that has a date from which it is in force, and the shape of its value. */
export const ruleKinds = {
  windows: z
    .array(arrivalWindow)
    .min(1)
    .refine(
      (windows) => windows.every(({ servedBy }) => servedBy.every((other) => windows.some((window) => window.code === other))),
      "must name only windows that are listed in servedBy",
    ),
  priorities: z.array(priority).min(1),
  booking,
};

export type RuleKind = keyof typeof ruleKinds;
export type ArrivalWindow = z.infer<typeof arrivalWindow>;
type Priority = z.infer<typeof priority>;
export type BookingRule = z.infer<typeof booking>;

/** The rules in force on one date. */
export interface Rules {
  windows: ArrivalWindow[];
  priorities: Priority[];
  booking: BookingRule;
}

/** A window's hours on a date (local HH:MM), or undefined where it is not worked that weekday. */
export function windowHours(window: ArrivalWindow, date: LocalDate): { from: string; to: string } | undefined {
  const weekday = WEEKDAYS[weekdayOf(date) - 1];
  return weekday && window.hours[weekday];
}

export { hours as hoursOfDay, WEEKDAYS, weekday as weekdayName };
