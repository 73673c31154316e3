import { and, asc, isNull, type SQL, sql } from "drizzle-orm";
import type { HomeSearch, SearchKey, SearchWord } from "#app/domain/home-search.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import { makeSpellings, nearlyLike } from "#app/domain/spellings.ts";
import type { Db } from "../client.ts";
import { given, run } from "../prepared.ts";

/** So many homes are found at once; where there are more, more is to be typed. */
export const MOST_HOMES = 50;
/** Documents looked at for them: some are of homes that have ended. */
const MOST_DOCUMENTS = 4 * MOST_HOMES;

/** A home with what tells it apart from others. */
export type HomeFound = Awaited<ReturnType<typeof homesOf>>[number];

/** What leads to homes: a key, or a query in the words of the engine's index. */
type Way = SearchKey["by"] | "words";

const words = ({ engine }: Db, value: SQL): SQL =>
  engine === "sqlite"
    ? sql`select cast(rowid as text) from home_words where home_words match ${value} limit ${sql.raw(String(MOST_DOCUMENTS))}`
    : sql`select uprn from home_words where words @@ cast(${value} as tsquery) limit ${sql.raw(String(MOST_DOCUMENTS))}`;

/** Whoever has a way to be reached: a tenant, or who reported a repair or is met for it. */
const reached = ({ schema }: Db, value: SQL, columns: [keyof Db["schema"]["contacts"], keyof Db["schema"]["contacts"]]): SQL => {
  const { tenancies, tenants, tenantContacts, repairs, contacts } = schema;
  const ofRepair = columns.map(
    (column) => sql`union all select ${repairs.uprn} from ${contacts} join ${repairs} on ${repairs.id} = ${contacts.repairId}
      where ${contacts[column]} = ${value}`,
  );
  return sql`select ${tenancies.uprn} from ${tenantContacts} join ${tenants} on ${tenants.id} = ${tenantContacts.tenantId}
    join ${tenancies} on ${tenancies.id} = ${tenants.tenancyId} where ${tenantContacts.value} = ${value} ${sql.join(ofRepair, sql` `)}`;
};

/** The UPRNs that each way leads to. */
const WAYS: Record<Way, (db: Db, value: SQL) => SQL> = {
  repair: ({ schema: { repairs } }, value) => sql`select ${repairs.uprn} from ${repairs} where ${repairs.reference} = ${value}`,
  postcode: ({ schema: { homes } }, value) => sql`select ${homes.uprn} from ${homes} where ${homes.postcode} = ${value}`,
  phone: (db, value) => reached(db, value, ["phone", "visitPhone"]),
  email: (db, value) => reached(db, value, ["email", "visitEmail"]),
  uprn: (_, value) => value,
  tenancy: ({ schema: { tenancies } }, value) => sql`select ${tenancies.uprn} from ${tenancies} where ${tenancies.reference} = ${value}`,
  words,
};

/** Homes that a way leads to, as people sort addresses, one more than are shown where there are more. Those that have ended are left out. */
function homesOf(db: Db, way: Way, { value, today }: { value: string; today: LocalDate }) {
  const { homes } = db.schema;
  const { uprn, line1, line2, line3, town, postcode, restrictedTo } = homes;
  return run(
    db.read,
    `homes by ${way}`,
    (query) => {
      // Named outright: Drizzle leaves the tables out in what is selected of one table.
      const names = sql<
        string | null
      >`(select string_agg(t.name, ', ' order by t.name) from tenancies y join tenants t on t.tenancy_id = y.id
        where y.uprn = homes.uprn and (y.ends_on is null or y.ends_on >= ${given(homes.uprn, "today")}))`;
      return query
        .select({ ...{ uprn, line1, line2, line3, town, postcode, restrictedTo }, names })
        .from(homes)
        .where(and(sql`${homes.uprn} in (${WAYS[way](db, given(homes.uprn, "value"))})`, isNull(homes.endedOn)))
        .orderBy(asc(homes.postcode), asc(homes.sortKey), asc(homes.uprn))
        .limit(MOST_HOMES + 1);
    },
    { value, today },
  );
}

/** Words as the engine's index is asked for them. They are letters and digits alone, so they need no escape. */
function matchOf({ engine }: Db, all: readonly SearchWord[]): string {
  const [quote, beginning, or, and] = engine === "sqlite" ? ['"', "*", " OR ", " AND "] : ["'", ":*", " | ", " & "];
  const term = (word: string) => `${quote}${word.replace("*", "")}${quote}${word.endsWith("*") ? beginning : ""}`;
  return all.map(({ any }) => `(${any.map(term).join(or)})`).join(and);
}

const withoutOne = (word: string) => Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));

/** The words of addresses and names that one was nearly typed as. */
async function nearTo({ read }: Db, typed: string): Promise<string[]> {
  const like = [typed, ...withoutOne(typed)];
  const rows = await read
    .selectDistinct({ word: sql`word`.mapWith(String) })
    .from(sql`search_spellings`)
    .where(
      sql`spelling in (${sql.join(
        like.map((word) => sql`${word}`),
        sql`, `,
      )})`,
    );
  return nearlyLike(makeSpellings(rows.map(({ word }) => word)), typed).words;
}

/**
 * Homes by what was typed: what it may be a key of is tried first, then its words, in any order, in addresses and in the names of tenants and
 * of those who reported repairs; where nothing has them all, the words they were nearly typed as. `by` says what it was taken for. Up to 51
 * homes: the last one says that there are more.
 */
export async function searchHomes(db: Db, { keys, words: typed }: HomeSearch, today: LocalDate): Promise<{ by: Way; homes: HomeFound[] }> {
  for (const { by, value } of keys) {
    const homes = await homesOf(db, by, { value, today });
    if (homes.length > 0) return { by, homes };
  }
  const homes = await homesOf(db, "words", { value: matchOf(db, typed), today });
  if (homes.length > 0 || typed.every((word) => word.typed === undefined)) return { by: "words", homes };
  const near: SearchWord[] = [];
  for (const word of typed) near.push({ ...word, any: [...word.any, ...(word.typed ? await nearTo(db, word.typed) : [])] });
  return { by: "words", homes: await homesOf(db, "words", { value: matchOf(db, near), today }) };
}
