import { forgetBefore, type Retention } from "#app/domain/retention.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addEvents } from "#db/queries/repairs.ts";
import {
  deletePhotoRows,
  deleteUnfinished,
  emptyRepairs,
  emptyRequests,
  lockToForget,
  photosToRemove,
  repairsToForget,
} from "#db/queries/retention.ts";
import type { Site } from "./site.server.ts";

type Forgetting = Pick<Site, "db" | "photos"> & { retention: Retention; now: Date };

/**
 * Deletes what is personal about repairs whose time is over: their rows first, in short changes that each leave a trace, then the files of
 * their photos, then the rows that name those. The rows say which files are left to remove, so a run that was cut short is ended by the next,
 * and a repair that somebody holds meanwhile is kept whole. Reports of danger that were never sent, and requests, go after the same time.
 * May run on several servers at once. How many, for the log; undefined for none.
 */
export async function forgetRepairs({ db, photos, retention, now }: Forgetting): Promise<string | undefined> {
  const { schema } = db;
  const before = forgetBefore(now, retention);
  const repairs = await forgetClosed(db, { before, now });
  const unsent = await untilNone(() => db.write((tx) => deleteUnfinished(tx, schema, before)));
  const requests = await untilNone(() => db.write((tx) => emptyRequests(tx, schema, before)));
  const files = await removePhotos({ db, photos });
  if (repairs + files + unsent + requests === 0) return undefined;
  return `${repairs} repairs, ${files} photos, ${unsent} unsent reports and ${requests} requests`;
}

/** Does something a few at a time until there is no more of it; how many altogether. */
export async function untilNone(some: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let done = await some(); done > 0; done = await some()) total += done;
  return total;
}

async function forgetClosed(db: Db, { before, now }: { before: Date; now: Date }): Promise<number> {
  let forgotten = 0;
  const next = () => repairsToForget(db.read, db.schema, before);
  for (let ids = await next(); ids.length > 0; ids = await next()) {
    const due = ids;
    forgotten += await db.write((tx) => forgetIn(tx, db, { ids: due, before, now }));
  }
  return forgotten;
}

async function forgetIn(tx: Query, { schema }: Db, { ids, before, now }: { ids: readonly string[]; before: Date; now: Date }) {
  const due = await lockToForget(tx, schema, { ids, before });
  if (due.length === 0) return 0;
  await emptyRepairs(tx, schema, { ids: due.map(({ id }) => id), now });
  const changeId = newId(now);
  const trace = {
    at: now,
    who: "system",
    channel: "system",
    what: "personal details deleted",
    changeId,
    appointmentId: null,
    before: null,
  };
  const events = due.map(({ id: repairId, version }) => ({ ...trace, id: newId(now), repairId, after: { repairVersion: version + 1 } }));
  await addEvents(tx, schema, events);
  return due.length;
}

async function removePhotos({ db, photos }: Pick<Site, "db" | "photos">): Promise<number> {
  const { schema } = db;
  let removed = 0;
  for (let some = await photosToRemove(db.read, schema); some.length > 0; some = await photosToRemove(db.read, schema)) {
    const gone = some;
    for (const { file } of gone) await photos.remove(file);
    const ids = gone.map(({ id }) => id);
    removed += await db.write((tx) => deletePhotoRows(tx, schema, ids));
  }
  return removed;
}
