import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { currentCatalogue } from "#db/queries/catalogue.ts";
import type { Typed } from "#db/schema/drafts.ts";

interface Beginning {
  /** SHA-256 of the device's id. */
  device: string;
  language: string;
  /** What is known already, by page. */
  typed?: Typed;
  /** The agent who fills it in, where one does. */
  staffId?: string;
  now: Date;
}

/** Begins a report on a device: a draft that keeps to today's catalogue. Returns the draft's id. */
export async function startReport(db: Db, { typed = {}, now, ...begun }: Beginning): Promise<string> {
  const catalogue = await currentCatalogue(db.read, db.schema);
  if (!catalogue) throw new Error("No catalogue has been imported: npm run import:catalogue");
  const id = newId(now);
  const { drafts } = db.schema;
  await db.write(async (tx) => {
    await tx.insert(drafts).values({ id, kind: "report", ...begun, catalogueId: catalogue.id, typed, createdAt: now, touchedAt: now });
  });
  return id;
}
