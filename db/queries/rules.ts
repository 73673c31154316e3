import { and, asc, eq, gte, lt, lte, sql } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import { type ArrivalWindow, type RuleKind, type Rules, ruleKinds } from "#app/domain/rules.ts";
import type { Db, Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";

interface RuleRow {
  kind: string;
  fromDate: LocalDate;
  value: unknown;
}

/** Of each kind, the row that began last by the date given as `date`. */
const inForce =
  ({ rules }: Db["schema"]) =>
  (query: Db["read"]) =>
    query
      .select({ kind: rules.kind, fromDate: rules.fromDate, value: rules.value })
      .from(rules)
      .where(
        sql`${rules.fromDate} = (select max(begun.from_date) from ${rules} begun
          where begun.kind = ${rules.kind} and begun.from_date <= ${given(rules.fromDate, "date")})`,
      );

const rulesInForce = (db: Db, date: LocalDate) => run<RuleRow[]>(db.read, "rules-in-force", inForce(db.schema), { date });

/** A rule as its kind says it must be; a fault names the kind, its date and the field. */
function validRule<Kind extends RuleKind>(kind: Kind, row: RuleRow | undefined): Rules[Kind] {
  if (!row) throw new Error(`There is no rule for ${kind} yet`);
  const checked = ruleKinds[kind].safeParse(row.value);
  if (checked.success) return checked.data as Rules[Kind];
  const [issue] = checked.error.issues;
  throw new Error(`The rule for ${kind} from ${row.fromDate} is wrong: ${issue?.path.join(".")}: ${issue?.message}`);
}

/**
 * The rules in force on a local date: of each kind the latest that had begun by then, so that a rule with a later date leaves
 * earlier dates alone. Throws when a kind has none yet, or when a stored rule is not valid.
 */
export async function findRules(db: Db, date: LocalDate): Promise<Rules> {
  const rows = await rulesInForce(db, date);
  const valid = <Kind extends RuleKind>(kind: Kind) =>
    validRule(
      kind,
      rows.find((row) => row.kind === kind),
    );
  return { windows: valid("windows"), priorities: valid("priorities"), booking: valid("booking") };
}

/** The arrival windows by date, for the dates from one (included) to another (left out): no windows before the first rule began. */
export async function findWindows(db: Db, from: LocalDate, to: LocalDate): Promise<(date: LocalDate) => ArrivalWindow[]> {
  const { rules } = db.schema;
  const rows = await db.read
    .select({ kind: rules.kind, fromDate: rules.fromDate, value: rules.value })
    .from(rules)
    .where(and(eq(rules.kind, "windows"), lt(rules.fromDate, to)))
    .orderBy(asc(rules.fromDate));
  const begun = rows.filter((row) => row.fromDate <= from).length;
  const needed = rows.slice(Math.max(0, begun - 1)).map((row) => ({ from: row.fromDate, windows: validRule("windows", row) }));
  return (date) => needed.findLast((rule) => rule.from <= date)?.windows ?? [];
}

interface NationsDate {
  date: LocalDate;
}

/** The bank holidays of a nation, past and to come. */
export async function findBankHolidays(db: Db, nation: string): Promise<ReadonlySet<LocalDate>> {
  const { bankHolidays } = db.schema;
  const rows = await run<NationsDate[]>(
    db.read,
    "bank-holidays",
    (query) =>
      query
        .select({ date: bankHolidays.date })
        .from(bankHolidays)
        .where(eq(bankHolidays.nation, given(bankHolidays.nation, "nation"))),
    { nation },
  );
  return new Set(rows.map(({ date }) => date));
}

/** The bank holidays of a nation from a local date to another (both included), by name. */
export async function findNamedHolidays(
  query: Query,
  { bankHolidays }: Schema,
  { nation, from, to }: { nation: string; from: LocalDate; to: LocalDate },
): Promise<{ date: LocalDate; name: string }[]> {
  return await query
    .select({ date: bankHolidays.date, name: bankHolidays.name })
    .from(bankHolidays)
    .where(and(eq(bankHolidays.nation, nation), gte(bankHolidays.date, from), lte(bankHolidays.date, to)))
    .orderBy(asc(bankHolidays.date));
}
