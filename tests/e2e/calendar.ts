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

/** Offers whoever waits with one repair a plumber's morning before their visit, and holds it for them, as the service does each minute. */
export function offerSooner(file: string, reference: string): void {
  const wish = "from sooner_wishes w join repairs r on r.id = w.repair_id where r.reference = @reference and w.ended_at is null";
  const isFree = "open and draft_id is null and appointment_id is null and kept_for is null and window = 'morning'";
  const plumbers = "select operative_id from operative_trades where trade_id = 'plumbing'";
  // The service may have been quicker.
  const added = change(
    file,
    `insert or ignore into sooner_offers (id, wish_id, date, window, draft_id, offered_at, until)
     select w.id, w.id, (select max(date) from slots where ${isFree} and operative_id in (${plumbers}) and date < w.date),
     'morning', w.id, w.asked_at, w.asked_at + 7200000 ${wish}`,
    { reference },
  );
  if (added === 0) return;
  const draft = "select w.id, 'offer', '', r.language, p.catalogue_id, '{}', w.asked_at, w.asked_at";
  change(
    file,
    `insert into drafts (id, kind, device, language, catalogue_id, typed, created_at, touched_at)
     ${draft} ${wish.replace("where", "join problems p on p.id = r.problem_id where")}`,
    { reference },
  );
  change(
    file,
    `update slots set draft_id = o.draft_id, part = 1, expires_at = o.until from sooner_offers o where o.id = (select w.id ${wish})
     and slots.id = (select id from slots where ${isFree} and date = o.date and operative_id in (${plumbers}) limit 1)`,
    { reference },
  );
}

/** The visit of a repair was made, and the repair is done. */
export function endVisit(file: string, reference: string): void {
  const ofRepair = "repair_id = (select id from repairs where reference = @reference)";
  const visit = `select id, 'done', 1795000000000 from appointments where ${ofRepair}`;
  change(file, `insert into visits (appointment_id, outcome, ended_at) ${visit}`, { reference });
  change(file, `update appointments set status = 'done' where ${ofRepair}`, { reference });
  change(file, "update repairs set status = 'done', closed_at = 1795000000000 where reference = @reference", { reference });
}
