import { dayStarts, type Period, type Tally, tallyPeriods } from "#app/domain/figures.ts";
import { type LocalDate, localDate } from "#app/domain/local-date.ts";
import { datesOffered } from "#app/domain/offers.ts";
import type { BookingRule } from "#app/domain/rules.ts";
import type { Db } from "#db/client.ts";
import { countDays, countWaits } from "#db/queries/figures.ts";
import { firstFreeDate } from "#db/queries/first-free.ts";

/** Which figures: of one trade or patch or of all, for periods that follow each other. */
export interface FiguresAsked {
  periods: readonly Period[];
  trade: string | undefined;
  patch: string | undefined;
}

/** What the landlord's work has come to, period by period in their order. Seven statements, however many periods. */
export async function readFigures(db: Db, { periods, trade, patch }: FiguresAsked, now: Date): Promise<Tally[]> {
  const counted = { days: dayStarts(periods), trade, patch };
  const days = await countDays(db.read, db.schema, counted);
  const waits = await countWaits(db.read, db.schema, counted);
  return tallyPeriods(periods, { days, waits, today: localDate(now) });
}

/** The first date that somebody reporting at an instant could be offered; null where nobody is free on any. One statement. */
export async function readFirstFree(
  db: Db,
  { trade, patch }: Omit<FiguresAsked, "periods">,
  { booking, now }: { booking: BookingRule; now: Date },
): Promise<LocalDate | null> {
  return await firstFreeDate(db.read, db.schema, { ...datesOffered(booking, localDate(now)), trade, patch, now });
}
