import type { Columns } from "../columns/sqlite.ts";

/** The triage tree as data, one version after another: a repair keeps pointing into the version it was reported with. */
export function cataloguesFor({ table, id, text, whole, flag, instant, json, index, uniqueIndex }: Columns) {
  const catalogues = table(
    "catalogues",
    {
      id: id(),
      version: whole().notNull(),
      language: text().notNull(),
      source: text().notNull(),
      /** SHA-256 of the imported rows: importing the same file again changes nothing. */
      fingerprint: text().notNull(),
      addedAt: instant().notNull(),
    },
    (t) => [uniqueIndex("catalogues_by_version").on(t.version)],
  );

  /** One leaf of the tree: location, problem and, in three-level branches, detail. */
  const problems = table(
    "problems",
    {
      id: id(),
      catalogueId: text()
        .notNull()
        .references(() => catalogues.id),
      /** Its place in the file: people see the file's order. */
      position: whole().notNull(),
      location: text().notNull(),
      problem: text().notNull(),
      detail: text(),
      /** Schedule of rates. */
      code: text(),
      /** book, emergency, not-eligible (usually the tenant's own job), contact-us. */
      outcome: text().notNull(),
      trade: text(),
      priority: text(),
      /** 1 or 2: slots of one operative on one date. */
      visits: whole().notNull(),
      /** A hazard type of the law, or null. */
      hazard: text(),
      searchWords: text(),
      /** tenant, leaseholder, shared-area. */
      audience: json<string[]>().notNull(),
      /** Must someone be in? */
      presence: flag().notNull(),
      /** Does the work give a way into the home (locks, keys, fobs)? */
      entry: flag().notNull(),
    },
    (t) => [uniqueIndex("problems_in_order").on(t.catalogueId, t.position), index("problems_by_location").on(t.catalogueId, t.location)],
  );

  return { catalogues, problems };
}

export type Catalogues = ReturnType<typeof cataloguesFor>;
