import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { currentCatalogue } from "#db/queries/catalogue.ts";

/** Begins a report on a device (SHA-256 of its id): a draft that keeps to today's catalogue. Returns the draft's id. */
export async function startReport(db: Db, { device, language, now }: { device: string; language: string; now: Date }): Promise<string> {
  const catalogue = await currentCatalogue(db.read, db.schema);
  if (!catalogue) throw new Error("No catalogue has been imported: npm run import:catalogue");
  const id = newId(now);
  const { drafts } = db.schema;
  await db.write(async (tx) => {
    await tx
      .insert(drafts)
      .values({ id, kind: "report", device, language, catalogueId: catalogue.id, typed: {}, createdAt: now, touchedAt: now });
  });
  return id;
}
