import { type CallCount, countCalls, type EndedCall } from "#app/domain/call.ts";
import type { Period } from "#app/domain/figures.ts";
import { addDays, instantAt, localDate } from "#app/domain/local-date.ts";
import type { Db } from "#db/client.ts";
import { callsWithin } from "#db/queries/call-ends.ts";
import { listStaff } from "#db/queries/staff.ts";

/** What calls came to: in each period, and for each agent over all of them. */
export interface CallFigures {
  periods: (Period & { count: CallCount })[];
  agents: { name: string; count: CallCount }[];
}

/** The calls of some periods that follow each other: of one agent, or of everybody. */
export async function readCalls(db: Db, { periods, staffId }: { periods: readonly Period[]; staffId?: string }): Promise<CallFigures> {
  const [from = "2000-01-01", last = "2000-01-01"] = [periods[0]?.first, periods.at(-1)?.last];
  const span = { from: instantAt(from, "00:00"), until: instantAt(addDays(last, 1), "00:00"), staffId };
  const calls = await callsWithin(db.read, db.schema, span);
  const isIn = ({ first, last }: Period, { startedAt }: EndedCall) => first <= localDate(startedAt) && localDate(startedAt) <= last;
  const staff = staffId === undefined ? await listStaff(db.read, db.schema) : [];
  return {
    periods: periods.map((period) => ({ ...period, count: countCalls(calls.filter((call) => isIn(period, call))) })),
    agents: staff
      .map(({ id, name }) => ({ name, count: countCalls(calls.filter((call) => call.staffId === id)) }))
      .filter(({ count }) => count.all > 0)
      .sort((a, b) => b.count.all - a.count.all),
  };
}
