import { addDays, instantAt, type LocalDate } from "#app/domain/local-date.ts";
import type { Rules } from "#app/domain/rules.ts";
import { datesFrom, slotsOn } from "#app/domain/slot-generation.ts";
import type { Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addDemo, type BookableProblem, type DemoRows, findBookableProblems } from "#db/queries/load-demo.ts";
import type { Schema } from "#db/schema/schema.ts";
import { demoBookings } from "./demo/bookings.server.ts";
import { demoPlaces } from "./demo/homes.server.ts";
import { planJobs } from "./demo/plan-jobs.server.ts";
import { chanceFrom } from "./demo/random.server.ts";
import { demoTenancies, tenantsByHome } from "./demo/tenancies.server.ts";
import { demoWorkforce } from "./demo/workforce.server.ts";

const DAYS_BEHIND = 21;
const DAYS_AHEAD = 84;

interface DemoStart {
  today: LocalDate;
  rules: Rules;
  bankHolidays: ReadonlySet<LocalDate>;
}

/** Every row of the demo landlord for a start date: the same date, rules and catalogue give the same rows, ids included. */
export function demoRows({ today, rules, bankHolidays, problems }: DemoStart & { problems: readonly BookableProblem[] }): DemoRows {
  const from = addDays(today, -DAYS_BEHIND);
  const places = demoPlaces();
  const tenancies = demoTenancies(places.homes, today);
  const { people, ...workforce } = demoWorkforce(from);
  const chance = chanceFrom(`calendar of ${today}`);
  const dates = datesFrom(from, addDays(today, DAYS_AHEAD));
  const madeAt = instantAt(today, "00:00");
  const planned = dates
    .flatMap((date) => slotsOn(date, { patterns: workforce.workingPatterns, windows: rules.windows, bankHolidays }))
    .map((slot) => ({ id: newId(madeAt, chance.bytes), ...slot }));
  const jobs = planJobs({ today, slots: planned, people, problems, rules, chance });
  const { taken, ...bookings } = demoBookings(jobs, {
    today,
    homes: places.homes,
    tenants: tenantsByHome(tenancies),
    rules,
    bankHolidays,
    chance,
  });
  const free = { appointmentId: null, part: null };
  return {
    ...places,
    ...tenancies,
    ...workforce,
    ...bookings,
    days: dates.map((date) => ({ date })),
    slots: planned.map((slot) => ({ ...slot, ...(taken.get(slot.id) ?? free) })),
  };
}

/**
 * Fills an empty database with the demo landlord: homes, operatives, three weeks of work done and twelve weeks of slots, some of
 * them booked. Part of the change `tx`, so that a start that is cut short leaves nothing; the catalogue and the trades are there.
 */
export async function loadDemo(tx: Query, schema: Schema, start: DemoStart): Promise<void> {
  const problems = await findBookableProblems(tx, schema);
  if (problems.length === 0) throw new Error("The demo needs a catalogue with problems that can be booked");
  await addDemo(tx, schema, demoRows({ ...start, problems }));
}
