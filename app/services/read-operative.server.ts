import { localDate } from "#app/domain/local-date.ts";
import type { WorkingPattern } from "#app/domain/slot-generation.ts";
import type { Db } from "#db/client.ts";
import { accreditationKinds, type OperativeCase, operativeCase, patternsOf } from "#db/queries/operatives.ts";

/** An operative with the patterns that are not over; undefined where there is none. */
export async function readOperative(
  db: Db,
  { id, now }: { id: string; now: Date },
): Promise<(OperativeCase & { patterns: (WorkingPattern & { id: string })[] }) | undefined> {
  const found = await operativeCase(db.read, db.schema, id);
  return found && { ...found, patterns: await patternsOf(db.read, db.schema, { operativeId: id, from: localDate(now) }) };
}

/** What trades ask operatives to be accredited for. */
export function listAccreditations(db: Db): Promise<string[]> {
  return accreditationKinds(db.read, db.schema);
}
