import { HOME_HEADINGS, parseUprn, readHome } from "#app/domain/home.ts";
import { localDate } from "#app/domain/local-date.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import {
  beginNew,
  changeHomes,
  deleteNotYet,
  type EndedWithRepairs,
  endHomes,
  findChangedParts,
  findMissing,
  settleSome,
} from "#db/queries/homes-apply.ts";
import {
  addPlaces,
  countStaged,
  deleteStaged,
  findChangedBlocks,
  findNewPatches,
  findOtherImports,
  moveBlocks,
  stageHomes,
} from "#db/queries/homes-import.ts";
import { type ImportAsked, importRows, inTurn, overtaken, type StagedImport, settleAll } from "./import-rows.server.ts";

interface Applied {
  added: number;
  /** Homes that are not as they were, or are listed again after they had ended. */
  changed: number;
  ended: number;
  endedWithRepairs: EndedWithRepairs[];
}

/** What became of an import of homes. */
export type HomesImported = Awaited<ReturnType<typeof importHomes>>;

/**
 * Brings a landlord's homes in from a CSV file as `importRows` does; the same file again changes nothing. A full one lists every home:
 * those it does not list have ended.
 */
export function importHomes(db: Db, asked: ImportAsked) {
  const { schema } = db;
  return importRows(db, asked, {
    headings: HOME_HEADINGS,
    read: (cells) => {
      const read = readHome(cells);
      return "home" in read ? { listed: read.home } : read;
    },
    keyOf: ({ uprn }) => parseUprn(uprn ?? "") ?? "",
    async stage(tx, { importId, rows }) {
      const repeated = await stageHomes(tx, db, { importId, rows: rows.map(({ line, listed: home }) => ({ line, home })) });
      return new Map([...repeated].map((line) => [line, "another row above has the same uprn"]));
    },
    apply: (work) => apply(db, work, asked),
    findOthers: (importId) => findOtherImports(db.read, schema, importId),
    deleteStaged: (tx, importId) => deleteStaged(tx, schema, importId),
    deleteNotYet: (tx) => deleteNotYet(tx, schema),
  });
}

/** Writes what can be written without anybody noticing, then brings it all into force in one transaction. */
async function apply(db: Db, { good, listedAnyway, ...work }: StagedImport, { full, now }: ImportAsked): Promise<Applied> {
  const { schema } = db;
  const { importId } = work;
  const blocks = await findChangedBlocks(db.read, schema, importId);
  const patches = await findNewPatches(db.read, schema, importId);
  const missing = full ? await findMissing(db.read, schema, importId) : [];
  const ended = { uprns: missing.filter((uprn) => !listedAnyway.has(uprn)), on: localDate(now) };
  const counted = await countStaged(db.read, schema, importId);
  await inTurn(db, (tx) => addPlaces(tx, schema, { patches, blocks, nextId: () => newId(now) }));
  const added = await settleAll(db, (tx, after) => settleSome(tx, schema, { ...work, after }));
  const changed = await countStaged(db.read, schema, importId);
  const parts = await findChangedParts(db.read, schema, work);
  return db.write(async (tx) => {
    const isWhole =
      counted === good && (await changeHomes(tx, schema, { ...work, parts })) === changed && (await beginNew(tx, schema)) === added;
    if (!isWhole) throw overtaken();
    await moveBlocks(tx, schema, blocks);
    const endedWithRepairs = await endHomes(tx, db, ended);
    return { added, changed, ended: ended.uprns.length, endedWithRepairs };
  });
}
