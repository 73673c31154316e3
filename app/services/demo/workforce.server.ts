import { addDays, type LocalDate } from "#app/domain/local-date.ts";
import type { Schema } from "#db/schema/schema.ts";
import workforce from "#db/seed/demo/workforce.json";
import seeded from "#db/seed/trades.json";
import { demoId } from "./homes.server.ts";

/** An operative of the demo, with what the planning of its bookings needs to know. */
export interface DemoOperative {
  id: string;
  trades: string[];
  patchIds: string[];
}

export interface DemoWorkforce {
  contractors: Schema["contractors"]["$inferInsert"][];
  operatives: Schema["operatives"]["$inferInsert"][];
  operativeTrades: Schema["operativeTrades"]["$inferInsert"][];
  operativePatches: Schema["operativePatches"]["$inferInsert"][];
  accreditations: Schema["accreditations"]["$inferInsert"][];
  operativeWishes: Schema["operativeWishes"]["$inferInsert"][];
  workingPatterns: (Schema["workingPatterns"]["$inferInsert"] & { untilDate: LocalDate | null; everyWeeks: number })[];
  /** The same people, for planning their bookings. */
  people: DemoOperative[];
}

const patterns: Record<string, { weekday: number; window: string; visits: number }[]> = workforce.patterns;

/** Gas Safe cards are good for a year. */
const ACCREDITED_DAYS = 365;

/** Whose first trade it is looks at damp and mould. */
const INVESTIGATORS = "plastering";

const trades: readonly { id: string; accreditation?: string }[] = seeded;

/** The demo landlord's contractors and operatives: who can do what, where, and when, from a date on. */
export function demoWorkforce(fromDate: LocalDate): DemoWorkforce {
  const named = workforce.operatives.map((operative, index) => ({ ...operative, id: `operative-${String(index + 1).padStart(2, "0")}` }));
  return {
    contractors: workforce.contractors.map(({ name, inHouse }) => ({ id: demoId(name), name, inHouse })),
    operatives: named.map(({ id, name, contractor, trades: [trade] }) => {
      return { id, name, contractorId: demoId(contractor), active: true, investigates: trade === INVESTIGATORS };
    }),
    operativeTrades: named.flatMap(({ id, trades }) => trades.map((tradeId) => ({ tradeId, operativeId: id }))),
    operativePatches: named.flatMap(({ id, patches }) => patches.map((patch) => ({ operativeId: id, patchId: demoId(patch) }))),
    accreditations: named.flatMap(({ id, trades: own }) =>
      trades.flatMap(({ id: trade, accreditation: kind }) =>
        kind && own.includes(trade) ? [{ operativeId: id, kind, endsOn: addDays(fromDate, ACCREDITED_DAYS) }] : [],
      ),
    ),
    operativeWishes: named.flatMap(({ id, meets = [] }) => meets.map((wish) => ({ operativeId: id, wish }))),
    workingPatterns: named.flatMap(({ id, pattern }) =>
      (patterns[pattern] ?? []).map(({ weekday, window, visits }) => ({
        id: `${id}-${weekday}-${window}`,
        operativeId: id,
        weekday,
        window,
        visits,
        fromDate,
        untilDate: null,
        everyWeeks: 1,
      })),
    ),
    people: named.map(({ id, trades, patches }) => ({ id, trades, patchIds: patches.map(demoId) })),
  };
}
