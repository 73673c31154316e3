import type { Landlord } from "#app/domain/landlord.ts";
import { localDate, localTime, weekdayOf } from "#app/domain/local-date.ts";
import { WEEKDAYS } from "#app/domain/rules.ts";
import type { RequestContext } from "./context.server.ts";

/** What a page shows of the site and of this request. */
export function siteViewOf({ site: { landlord }, words, now, nonce, requestId, faultStatus }: RequestContext) {
  return { landlord, words, nonce, requestId, faultStatus, isOpenNow: isOpenAt(landlord, now) };
}

/** Whether the landlord answers its phone at an instant. */
export function isOpenAt({ openingHours }: Landlord, now: Date): boolean {
  const weekday = WEEKDAYS[weekdayOf(localDate(now)) - 1];
  const time = localTime(now);
  return openingHours.some(({ days, hours }) => weekday && days.includes(weekday) && hours.from <= time && time < hours.to);
}
