import { addMilliseconds } from "date-fns";
import { addDays, instantAt, localDate, localTime } from "./local-date.ts";

/** Local times between which nobody is written to, but for what cannot wait. */
const QUIET_FROM = "21:00";
export const WAKING = "08:00";
const MINUTE_MS = 60_000;

/** The first instant from one on at which people are awake: itself by day, 8:00 where it is night. */
export function awakeFrom(at: Date): Date {
  const [date, time] = [localDate(at), localTime(at)];
  if (time >= QUIET_FROM) return instantAt(addDays(date, 1), WAKING);
  return time < WAKING ? instantAt(date, WAKING) : at;
}

/** The instant at which so many minutes have passed, those of the quiet hours not counted. */
export function addAwakeMinutes(at: Date, minutes: number): Date {
  let from = awakeFrom(at);
  let left = minutes * MINUTE_MS;
  for (let night = nightAfter(from); left > night.getTime() - from.getTime(); night = nightAfter(from)) {
    left -= night.getTime() - from.getTime();
    from = awakeFrom(night);
  }
  return addMilliseconds(from, left);
}

const nightAfter = (at: Date) => instantAt(localDate(at), QUIET_FROM);
