import { localDate, localTime } from "#app/domain/local-date.ts";
import type { Words } from "#app/languages/en.ts";

/** An instant as a page says it: "9:01am on Monday 23 November". */
export function instantIn({ format }: Words, at: Date): string {
  return format.instant(localDate(at), localTime(at));
}
