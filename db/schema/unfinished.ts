import type { Columns } from "../columns/sqlite.ts";
import type { Catalogues } from "./catalogue.ts";
import type { Places } from "./places.ts";

export function unfinishedFor({ table, id, text, instant, index }: Columns, { homes, problems }: Places & Catalogues) {
  /**
   * Reports of an emergency, damp or mould that were left before they were sent: staff see them, since somebody may be in danger. As much as
   * was typed. The pages say so beforehand.
   */
  const unfinishedReports = table(
    "unfinished_reports",
    {
      /** The draft's. No foreign key: drafts are deleted. */
      id: id(),
      uprn: text()
        .notNull()
        .references(() => homes.uprn),
      /** emergency, or damp-and-mould. */
      reason: text().notNull(),
      /** The answer to the emergency question, where it was one: flood, insecure, … */
      emergency: text(),
      problemId: text().references(() => problems.id),
      description: text(),
      /** As typed, right or wrong. */
      name: text(),
      phone: text(),
      email: text(),
      confirmBy: text(),
      language: text().notNull(),
      begunAt: instant().notNull(),
      /** When it was last touched. */
      leftAt: instant().notNull(),
      addedAt: instant().notNull(),
    },
    (t) => [index("unfinished_reports_by_left").on(t.leftAt), index("unfinished_reports_by_home").on(t.uprn)],
  );

  return { unfinishedReports };
}
