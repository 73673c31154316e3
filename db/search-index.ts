import type { Engine } from "./migrate-files.ts";

/*
 * The index that homes are searched by: a document of words for each home, its address and everybody named in connection with it. Triggers
 * make a home's document anew in the statement that changes what it is made of, so it cannot drift from its rows. All of it is derived: it is
 * dropped before migrations, made again after them, and is no part of the schema or, on PostgreSQL, of a backup.
 */

/**
 * What a document is made of. `sort_key` is the address in plain lower-case words, its numbers six digits wide. One query inside another, not
 * joined: so PostgreSQL reads a home's own rows by their indexes even of tables that have just been filled, of which it knows nothing yet.
 */
const TEXT = `coalesce(h.sort_key, '') || ' ' || coalesce(h.town, '') || ' ' || h.postcode
  || ' ' || coalesce((SELECT string_agg((SELECT string_agg(t.name || ' ' || coalesce(t.other_names, ''), ' ') FROM tenants t
    WHERE t.tenancy_id = y.id), ' ') FROM tenancies y WHERE y.uprn = h.uprn), '')
  || ' ' || coalesce((SELECT string_agg((SELECT c.name || ' ' || coalesce(c.visit_name, '') FROM contacts c
    WHERE c.repair_id = r.id), ' ') FROM repairs r WHERE r.uprn = h.uprn), '')`;

/** The tables that documents are made of, the columns that matter, and which home a row is about. */
const SOURCES = [
  { table: "homes", columns: ["sort_key", "town", "postcode"], home: (row: string) => `${row}.uprn` },
  { table: "tenancies", columns: ["uprn"], home: (row: string) => `${row}.uprn` },
  {
    table: "tenants",
    columns: ["name", "other_names"],
    home: (row: string) => `(SELECT uprn FROM tenancies WHERE id = ${row}.tenancy_id)`,
  },
  { table: "contacts", columns: ["name", "visit_name"], home: (row: string) => `(SELECT uprn FROM repairs WHERE id = ${row}.repair_id)` },
];

/** An event of a source, and the rows whose homes it changes. */
const EVENTS = [
  { event: "INSERT", rows: ["new"] },
  { event: "UPDATE", rows: ["old", "new"] },
  { event: "DELETE", rows: ["old"] },
];

/** Words shorter than this have too many others near them, longer ones are hardly typed; a word's spellings are it, and it without a letter. */
const [SHORTEST, LONGEST] = [4, 20];

const PLAIN_SQLITE = ["'", "’"].reduce((text, sign) => `replace(${text}, '${sign.replace("'", "''")}', '')`, TEXT);
const WORDS_SQLITE = ["-", ".", ",", ";", "/", "("].reduce((text, sign) => `replace(${text}, '${sign}', ' ')`, PLAIN_SQLITE);

/** FTS5 takes documents by a whole number: UPRNs are some. It lowers letters and leaves out accents itself. */
const REFRESH_SQLITE = (uprn: string) => `DELETE FROM home_words WHERE rowid = CAST(${uprn} AS INTEGER);
  INSERT INTO home_words (rowid, words) SELECT CAST(uprn AS INTEGER), words FROM home_documents WHERE uprn = ${uprn};
  ${SPELL_SQLITE(`uprn = ${uprn}`)};`;

const SPELL_SQLITE = (where: string) => `INSERT INTO search_spellings
  SELECT CASE p.value WHEN 0 THEN word ELSE substr(word, 1, p.value - 1) || substr(word, p.value + 1) END, word
  FROM (SELECT DISTINCT w.value AS word FROM home_documents d, json_each('[' || replace(json_quote(d.words), ' ', '","') || ']') w
    WHERE ${where} AND length(w.value) BETWEEN ${SHORTEST} AND ${LONGEST} AND w.value NOT GLOB '*[0-9]*'
    AND NOT EXISTS (SELECT 1 FROM search_spellings s WHERE s.spelling = w.value AND s.word = w.value)),
  json_each('[${Array.from({ length: LONGEST + 1 }, (_, at) => at).join()}]') p
  WHERE p.value <= length(word) ON CONFLICT DO NOTHING`;

const SQLITE = {
  drop: [
    ...SOURCES.flatMap(({ table }) => EVENTS.map(({ event }) => `DROP TRIGGER IF EXISTS home_words_${table}_${event.toLowerCase()}`)),
    "DROP VIEW IF EXISTS home_documents",
    "DROP TABLE IF EXISTS home_words",
    "DROP TABLE IF EXISTS search_spellings",
  ],
  make: [
    "CREATE VIRTUAL TABLE home_words USING fts5(words, content='', contentless_delete=1, prefix='2 3')",
    "CREATE TABLE search_spellings (spelling TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (spelling, word)) WITHOUT ROWID",
    `CREATE VIEW home_documents AS SELECT h.uprn, lower(${WORDS_SQLITE}) AS words FROM homes h WHERE h.uprn NOT GLOB '*[^0-9]*'`,
    ...SOURCES.flatMap(({ table, columns, home }) =>
      EVENTS.map(
        ({ event, rows }) => `CREATE TRIGGER home_words_${table}_${event.toLowerCase()}
          AFTER ${event}${event === "UPDATE" ? ` OF ${columns.join(", ")}` : ""} ON ${table} BEGIN
          ${rows.map((row) => REFRESH_SQLITE(home(row))).join("\n")} END`,
      ),
    ),
    "INSERT INTO home_words (rowid, words) SELECT CAST(uprn AS INTEGER), words FROM home_documents",
    SPELL_SQLITE("true"),
  ],
};

const WORDS_POSTGRES = `regexp_replace(regexp_replace(normalize(${TEXT}, NFKD), '[\\u0300-\\u036f''’]', '', 'g'), '[\\s.,;/()-]+', ' ', 'g')`;
const LEXEMES = "array_to_tsvector(array_remove(string_to_array(d.words, ' '), ''))";

const SPELL_POSTGRES = (where: string) => `INSERT INTO search_spellings
  SELECT CASE p WHEN 0 THEN word ELSE overlay(word placing '' from p for 1) END AS spelling, word
  FROM (SELECT DISTINCT w AS word FROM home_documents d, unnest(string_to_array(d.words, ' ')) w
    WHERE ${where} AND length(w) BETWEEN ${SHORTEST} AND ${LONGEST} AND w !~ '[0-9]'
    AND NOT EXISTS (SELECT 1 FROM search_spellings s WHERE s.spelling = w AND s.word = w)) words, generate_series(0, length(word)) p
  ORDER BY 1, 2 ON CONFLICT DO NOTHING`;

const POSTGRES = {
  drop: [
    ...SOURCES.map(({ table }) => `DROP FUNCTION IF EXISTS home_words_of_${table} CASCADE`),
    "DROP FUNCTION IF EXISTS refresh_home_words",
    "DROP VIEW IF EXISTS home_documents",
    "DROP TABLE IF EXISTS home_words",
    "DROP TABLE IF EXISTS search_spellings",
  ],
  make: [
    `CREATE TABLE home_words (uprn text COLLATE "C" PRIMARY KEY, words tsvector NOT NULL)`,
    "CREATE INDEX home_words_by_word ON home_words USING gin (words)",
    `CREATE TABLE search_spellings (spelling text COLLATE "C", word text COLLATE "C", PRIMARY KEY (spelling, word))`,
    `CREATE VIEW home_documents AS SELECT h.uprn, lower(${WORDS_POSTGRES} COLLATE "default") COLLATE "C" AS words FROM homes h`,
    // Whoever changes a home at the same time waits at the first statement, and then sees the other's rows.
    `CREATE FUNCTION refresh_home_words(changed text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
      PERFORM 1 FROM home_words WHERE uprn = changed FOR UPDATE;
      INSERT INTO home_words SELECT d.uprn, ${LEXEMES} FROM home_documents d WHERE d.uprn = changed
        ON CONFLICT (uprn) DO UPDATE SET words = excluded.words;
      IF NOT FOUND THEN DELETE FROM home_words WHERE uprn = changed; END IF;
      ${SPELL_POSTGRES("d.uprn = changed")};
    END $$`,
    ...SOURCES.flatMap(({ table, columns, home }) => [
      `CREATE FUNCTION home_words_of_${table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP <> 'INSERT' THEN PERFORM refresh_home_words(${home("old")}); END IF;
        IF TG_OP <> 'DELETE' THEN PERFORM refresh_home_words(${home("new")}); END IF;
        RETURN NULL;
      END $$`,
      `CREATE TRIGGER home_words_${table} AFTER INSERT OR DELETE OR UPDATE OF ${columns.join(", ")} ON ${table}
        FOR EACH ROW EXECUTE FUNCTION home_words_of_${table}()`,
    ]),
    `INSERT INTO home_words SELECT d.uprn, ${LEXEMES} FROM home_documents d`,
    SPELL_POSTGRES("true"),
  ],
};

/** The statements that take an engine's index for searching away, whether it is there or not, and those that make and fill it. */
export const SEARCH_INDEX: Record<Engine, { drop: readonly string[]; make: readonly string[] }> = { sqlite: SQLITE, postgres: POSTGRES };

/** The tables of the index: what they hold is in others. */
export const SEARCH_TABLES = ["home_words", "search_spellings"];
