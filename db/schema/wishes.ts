import type { Columns } from "../columns/sqlite.ts";
import type { Operatives } from "./operatives.ts";

/** What tenants ask of who comes. */
export function wishesFor({ table, text, primaryKey }: Columns, { operatives }: Operatives) {
  /** The wishes (domain/wish) that an operative has said they meet. */
  const operativeWishes = table(
    "operative_wishes",
    {
      operativeId: text()
        .notNull()
        .references(() => operatives.id),
      wish: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.operativeId, t.wish] })],
  );

  return { operativeWishes };
}
