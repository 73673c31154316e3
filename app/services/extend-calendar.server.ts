import { addDays, localDate } from "#app/domain/local-date.ts";
import type { Db } from "#db/client.ts";
import { generateSlots } from "./generate-slots.server.ts";
import { keepSlots } from "./keep-slots.server.ts";
import { readRules } from "./read-rules.server.ts";

/** Twelve weeks: as far as officers plan. */
const AT_LEAST_DAYS = 84;

/** Makes the slots from today to twelve weeks ahead, or to the booking horizon where that is later. Running it again is cheap and safe. */
export async function extendCalendar(db: Db, { nation, now }: { nation: string; now: Date }): Promise<void> {
  const today = localDate(now);
  const { booking } = await readRules(db, today);
  const to = addDays(today, Math.max(AT_LEAST_DAYS, booking.horizonDays + 1));
  await generateSlots(db, { nation, from: today, to, now });
  await keepSlots(db, { from: today, to, now });
}
