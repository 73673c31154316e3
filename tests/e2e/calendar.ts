import Database from "better-sqlite3";

/** Does something to the database of a running service, as another process may. */
function change(file: string, sql: string, values: Record<string, unknown> = {}): number {
  const database = new Database(file, { timeout: 5000 });
  try {
    return database.prepare(sql).run(values).changes;
  } finally {
    database.close();
  }
}

/** Stops every slot that nobody has: nothing can be offered any more. */
export function closeCalendar(file: string): void {
  change(file, "update slots set open = 0");
}

/** Staff have found every repair to be real: the next test may report as many at the same home. */
export function proveRepairs(file: string): void {
  change(file, "update repairs set proven = 1");
}

/** Ends what reports hold: the next test may hold any time that is free. */
export function endHolds(file: string): void {
  change(file, "update slots set expires_at = 0 where draft_id is not null");
}

/** Lets minutes pass for one report: what it holds ends that much sooner. */
export function letTimePass(file: string, draft: string, minutes: number): void {
  const values = { draft, by: minutes * 60_000 };
  change(file, "update slots set expires_at = expires_at - @by where draft_id = @draft", values);
  change(file, "update drafts set hold_until_at_most = hold_until_at_most - @by where id = @draft", values);
}

/** Stops every other slot of the day on which one report holds a time: there is no second one to be had. */
export function stopOtherSlots(file: string, draft: string): void {
  const day = "date = (select date from slots where draft_id = @draft)";
  change(file, `update slots set open = 0 where ${day} and draft_id is not @draft`, { draft });
}
