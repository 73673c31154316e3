import { localDate, localTime } from "#app/domain/local-date.ts";
import { problemLine } from "#app/domain/problem.ts";
import type { Words } from "#app/languages/en.ts";
import { placeLine } from "#app/languages/staff/places.ts";
import type { readEmergency } from "#app/services/read-emergency.server.ts";

type Case = NonNullable<Awaited<ReturnType<typeof readEmergency>>>;

/** A row that can be called is said so: its value is a phone number. */
export interface EmergencyRow {
  name: string;
  value: string;
  isPhone?: boolean;
}

/** An instant on the clock of whoever is on duty. */
export const timeOnDuty = (at: Date, { format }: Words) => format.timeOn(localTime(at), localDate(at));

/** What the person on duty needs to send somebody, and to reach who waits. */
export function emergencyRows({ repair, home, block, contact }: Case, words: Words): EmergencyRow[] {
  const { rows, none } = words.acknowledgement;
  const ways: Readonly<Record<string, string>> = words.report.contact.confirmBy.options;
  return [
    { name: rows.address, value: placeLine({ home, block }) },
    { name: rows.problem, value: problemLine(repair) },
    { name: rows.description, value: contact.description },
    { name: rows.reported, value: timeOnDuty(repair.raisedAt, words) },
    { name: rows.by, value: repair.dueAt ? timeOnDuty(repair.dueAt, words) : words.format.date(repair.dueOn) },
    { name: rows.name, value: contact.name },
    { name: rows.reach, value: ways[contact.confirmBy] ?? none },
    { name: rows.phone, value: contact.phone ?? none, isPhone: contact.phone !== null },
    { name: rows.email, value: contact.email ?? none },
  ];
}
