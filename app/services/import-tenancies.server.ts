import { localDate } from "#app/domain/local-date.ts";
import { readTenant, TENANCY_HEADINGS, tenancyReference } from "#app/domain/tenancy.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import {
  applyTenancies,
  countTenancyChanges,
  deleteNewTenancies,
  endTenancies,
  findUnlistedTenancies,
  settleTenancies,
} from "#db/queries/tenancies-apply.ts";
import { countStagedTenants, deleteStagedTenants, findOtherTenancyImports, stageTenants } from "#db/queries/tenancies-import.ts";
import { type ImportAsked, importRows, overtaken, type StagedImport, settleAll } from "./import-rows.server.ts";

interface Applied {
  added: number;
  /** Tenancies that are not as they were: where, when, who holds them or how to reach them. */
  changed: number;
  ended: number;
}

/**
 * Brings a landlord's tenancies in from a CSV file as `importRows` does; the same file again changes nothing. Joint tenants are rows with one
 * tenancy reference. A full one lists every tenancy: those it does not list have ended.
 */
export function importTenancies(db: Db, asked: ImportAsked) {
  return importRows(db, asked, {
    headings: TENANCY_HEADINGS,
    read: readTenant,
    keyOf: (cells) => tenancyReference(cells["tenancy reference"] ?? ""),
    stage: (tx, { importId, rows }) => stageTenants(tx, db, { importId, rows: rows.map((row) => ({ ...row, id: newId(asked.now) })) }),
    apply: (work) => apply(db, work, asked),
    findOthers: (importId) => findOtherTenancyImports(db.read, db, importId),
    deleteStaged: (tx, importId) => deleteStagedTenants(tx, db, importId),
    deleteNotYet: (tx) => deleteNewTenancies(tx, db),
  });
}

/** Writes what can be written without anybody noticing, then brings it all into force in one transaction. */
async function apply(db: Db, { importId, has, good, listedAnyway }: StagedImport, { full, now }: ImportAsked): Promise<Applied> {
  const today = localDate(now);
  const work = { importId, has, partly: [...listedAnyway] };
  const unlisted = full ? await findUnlistedTenancies(db.read, db, { importId, today }) : [];
  const ended = unlisted.filter((reference) => !listedAnyway.has(reference));
  const counted = await countStagedTenants(db.read, db, importId);
  const added = await settleAll(db, (tx, after) => settleTenancies(tx, db, { ...work, after }));
  const left = await countStagedTenants(db.read, db, importId);
  const { changed } = await countTenancyChanges(db.read, db, importId);
  return db.write(async (tx) => {
    const { waiting } = await countTenancyChanges(tx, db, importId);
    const isWhole = counted === good && waiting === added && (await countStagedTenants(tx, db, importId)) === left;
    if (!isWhole) throw overtaken();
    await applyTenancies(tx, db, work);
    await endTenancies(tx, db, { references: ended, on: today });
    return { added, changed, ended: ended.length };
  });
}
