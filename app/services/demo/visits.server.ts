import { addMinutes } from "date-fns";
import { addDays, instantAt } from "#app/domain/local-date.ts";
import type { Outcome } from "#app/domain/visit.ts";
import { newId } from "#db/ids.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Chance } from "./random.server.ts";

type Row<Table extends "appointments" | "repairs" | "visits" | "events"> = Schema[Table]["$inferInsert"];

interface Ending {
  outcome: Outcome;
  /** In the trace. */
  what: string;
  why: string | null;
}

/** How many of a hundred visits end how. */
const ENDINGS: readonly (Ending & { of100: number })[] = [
  { of100: 86, outcome: "done", what: "visit done", why: null },
  { of100: 4, outcome: "no-access", what: "no access", why: "knocked" },
  { of100: 4, outcome: "no-access", what: "no access", why: "knocked-and-phoned" },
  { of100: 4, outcome: "more-work", what: "more work needed", why: null },
  { of100: 2, outcome: "could-not", what: "could not be done", why: "parts" },
];
const HUNDRED: readonly Ending[] = ENDINGS.flatMap(({ of100, ...ending }) => Array.from({ length: of100 }, () => ending));

/** How a visit went whose day has passed, and its line in the trace. */
export function visitTo({ id, date, starts }: Row<"appointments">, repair: Row<"repairs">, chance: Chance) {
  const { what, ...ending } = chance.pick(HUNDRED);
  const arrivedAt = addMinutes(instantAt(date, starts), chance.below(150));
  const endedAt = addMinutes(arrivedAt, ending.outcome === "no-access" ? 10 : 20 + chance.below(70));
  const visit = { appointmentId: id, onTheWayAt: addMinutes(arrivedAt, -15), arrivedAt, endedAt, ...ending } satisfies Row<"visits">;
  const own = { id: newId(endedAt, chance.bytes), changeId: newId(endedAt, chance.bytes), repairId: repair.id, appointmentId: id };
  const event: Row<"events"> = { ...own, at: endedAt, who: "system", channel: "visit", what, before: null, after: { ...ending } };
  return { visit, event };
}

/** Now and then somebody who booked online moves the visit a week nearer, within two hours. */
export function moveOf({ id, date, window }: Row<"appointments">, repair: Row<"repairs">, chance: Chance): Row<"events">[] {
  if (repair.channel !== "online" || chance.next() > 0.08) return [];
  const at = addMinutes(repair.raisedAt, 1 + chance.below(119));
  const change = { id: newId(at, chance.bytes), at, who: "tenant", channel: "online", changeId: newId(at, chance.bytes) };
  const [before, after] = [
    { date: addDays(date, 7), window },
    { date, window },
  ];
  return [{ ...change, what: "appointment moved", repairId: repair.id, appointmentId: id, before, after }];
}
