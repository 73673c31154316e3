import { TZDate } from "@date-fns/tz";
import { addYears, startOfDay, subYears } from "date-fns";
import { z } from "zod";
import { type LocalDate, localDate, UK } from "./local-date.ts";

/** For how many years a landlord keeps personal details of what is closed: six, the time to go to court in (Limitation Act 1980, s5). */
export const retention = z
  .strictObject({ years: z.number().int("must be a whole number of years").min(1).max(100).default(6) })
  .prefault({});

export type Retention = z.infer<typeof retention>;

/**
 * The instant before which a repair must have been closed for its personal details to be deleted now: the years count from the end of the
 * local day of closing. A year has its 29 February or not, so a few are kept a day longer, and none a day less.
 */
export function forgetBefore(now: Date, { years }: Retention): Date {
  return new Date(startOfDay(subYears(new TZDate(now.getTime(), UK), years)).getTime());
}

/** The last local date of those years, for what was closed at an instant. */
export function keptUntil(closedAt: Date, { years }: Retention): LocalDate {
  return localDate(addYears(new TZDate(closedAt.getTime(), UK), years));
}
