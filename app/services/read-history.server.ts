import type { Db, Query } from "#db/client.ts";
import { MARKED, UNMARKED } from "#db/queries/home-mark.ts";
import { eventsOf, type Happened, operativeNames } from "#db/queries/slot-page.ts";
import { listStaff } from "#db/queries/staff.ts";

/** Something that happened, and the name of the member of staff who did it, where one did; operatives are named. */
export type HappenedBy = Happened & { staffName: string | undefined };

/** What has happened to a repair and its appointments, the first first. */
export async function readHistory(query: Query, { schema }: Pick<Db, "schema">, repairId: string): Promise<HappenedBy[]> {
  const events = await eventsOf(query, schema, repairId);
  if (events.length === 0) return [];
  const staffNames = new Map((await listStaff(query, schema)).map(({ id, name }) => [id, name]));
  const ids = events.flatMap(({ before, after }) => [before?.operativeId, after?.operativeId]).filter((id) => typeof id === "string");
  const operatives = await operativeNames(query, schema, [...new Set(ids)]);
  const named = (values: Happened["after"]) =>
    values?.operativeId ? { ...values, operative: operatives.get(String(values.operativeId)) ?? null } : values;
  return events.map((event) => ({
    ...event,
    before: named(event.before),
    after: named(event.after),
    staffName: staffNames.get(event.who),
  }));
}

/** Changes of what a person told us, and what is written beside a repair, leave its own row as it is. */
const BESIDE = [
  ...["note added", "followed", "details changed", MARKED, UNMARKED, "chased", "message sent again", "tried to reach"],
  ...["complaint recorded", "complaint acknowledged", "complaint answered"],
];

/** What last changed a repair's row, or its contact details: what somebody is told whose form is older. */
export async function lastChange(db: Db, repairId: string, of: "repair" | "contact"): Promise<HappenedBy | undefined> {
  const history = await readHistory(db.read, db, repairId);
  return history.findLast(({ what }) => (of === "contact" ? what === "details changed" : !BESIDE.includes(what)));
}
