import type { Db } from "#db/client.ts";
import { SEARCH_INDEX } from "#db/search-index.ts";
import people from "#db/seed/demo/people.json" with { type: "json" };
import areas from "#db/seed/demo/places.json" with { type: "json" };

/** How large a landlord is. Every tenancy is of the home of its number; every fifth is held by two. */
export const LARGE_LANDLORD = { homes: 200_000, tenancies: 150_000 };

const STREETS = [...new Set(areas.flatMap(({ streets }) => streets.map((street) => street.split(" ")[0]?.replace("'", "") ?? "")))];
const KINDS = ["Street", "Road", "Avenue", "Close", "Court", "Lane", "Gardens", "Crescent", "Drive", "Way"];
const WHICH = ["", "Upper ", "Lower ", "Old ", "New ", "Great ", "Little ", "Far "];
const ENDINGS = ["", "son", "ley", "worth", "man", "ford", "wick", "ham", "by", "well"];
const HOMES_A_STREET = 40;

const list = (name: string, words: readonly string[]) => {
  const rows = words.map((word, at) => `(${at}, '${word.replaceAll("'", "''")}')`);
  return `${name}(k, word) as (values ${rows.join(", ")})`;
};
const numbers = (count: number) => `n(i) as (select 0 union all select i + 1 from n where i < ${count - 1})`;
const padded = (number: string) => `substr('000000' || (${number}), length(cast(${number} as text)) + 1)`;
const [NUMBER, STREET] = [`(i % ${HOMES_A_STREET} + 1)`, `(i / ${HOMES_A_STREET})`];

const HOMES = `with recursive ${numbers(LARGE_LANDLORD.homes)}, ${list("streets", STREETS)}, ${list("kinds", KINDS)}, ${list("which", WHICH)},
  placed as (select i, which.word || streets.word || ' ' || kinds.word as street, ${STREET} % 4 = 0 as is_flat from n
    join streets on streets.k = ${STREET} % ${STREETS.length} join kinds on kinds.k = (${STREET} / ${STREETS.length}) % ${KINDS.length}
    join which on which.k = (${STREET} / ${STREETS.length * KINDS.length}) % ${WHICH.length})
  insert into homes (uprn, line1, town, postcode, sort_key, tenure)
  select cast(100000000000 + i * 13 as text), case when is_flat then 'Flat ' || ${NUMBER} || ', 7 ' || street else ${NUMBER} || ' ' || street end,
    'Fernhill', 'FH' || (${STREET} % 9 + 1) || ((${STREET} / 9) % 10) || substr('ABDEFGHJLN', (${STREET} / 90) % 10 + 1, 1)
      || substr('PQRSTUWXYZ', (${STREET} / 900) % 10 + 1, 1),
    lower(street) || ' ' || case when is_flat then ${padded("7")} || ' flat ' || ${padded(NUMBER)} else ${padded(NUMBER)} end, 'secure' from placed`;

const [FIRST, LAST] = [people.first.length, people.last.length];
const named = (
  of: string,
  shift: number,
) => `with recursive ${numbers(of === "second" ? LARGE_LANDLORD.tenancies / 5 : LARGE_LANDLORD.tenancies)},
  ${list("firsts", people.first)}, ${list("lasts", people.last)}, ${list("endings", ENDINGS)}, t(i) as (select ${of === "second" ? "i * 5" : "i"} from n)
  insert into tenants (id, tenancy_id, name) select '${of}-' || i, 'tenancy-' || i, firsts.word || ' ' || lasts.word || endings.word from t
    join firsts on firsts.k = (i + ${shift}) % ${FIRST} join lasts on lasts.k = (i / ${FIRST}) % ${LAST}
    join endings on endings.k = (i / ${FIRST * LAST}) % ${ENDINGS.length}`;

const FILL = [
  HOMES,
  `with recursive ${numbers(LARGE_LANDLORD.tenancies)} insert into tenancies (id, reference, uprn, starts_on)
    select 'tenancy-' || i, 'TEN-' || i || '/01', cast(100000000000 + i * 13 as text), '2015-04-01' from n`,
  named("first", 0),
  named("second", 1),
  `insert into tenant_contacts (id, tenant_id, kind, value) select 'phone-' || id, id, 'phone', '+44' || (7000000000 + cast(substr(id, 7) as integer))
    from tenants where id like 'first-%'`,
  `insert into tenant_contacts (id, tenant_id, kind, value) select 'email-' || id, id, 'email', 'tenant' || substr(id, 7) || '@example.com'
    from tenants where id like 'first-%'`,
];

/** Statements that fill an empty, migrated database with a landlord of 200,000 homes, and make its index for searching of them at once. */
export const largeLandlord = (engine: Db["engine"]): string[] => [
  ...SEARCH_INDEX[engine].drop,
  ...FILL,
  ...SEARCH_INDEX[engine].make,
  // As PostgreSQL does by itself in the first minute; SQLite plans without, as in the product.
  ...(engine === "postgres" ? ["analyze"] : []),
];

/** The UPRN of the home of a number. */
export const uprnOf = (at: number): string => String(100_000_000_000 + at * 13);
