import { addDays, instantAt, type LocalDate } from "#app/domain/local-date.ts";
import { newId } from "#db/ids.ts";
import type { Schema } from "#db/schema/schema.ts";
import people from "#db/seed/demo/people.json";
import { type Chance, chanceFrom } from "./random.server.ts";

type Row<Table extends keyof Schema> = Schema[Table]["$inferInsert"];

export interface DemoTenancies {
  tenancies: Row<"tenancies">[];
  tenants: Row<"tenants">[];
  tenantContacts: Row<"tenantContacts">[];
}

const YEARS = 365;
/** Of a hundred homes, so many stand empty or are held by two. */
const EMPTY = 3;
const JOINT = 22;

/** A mailbox that no mail reaches. */
export const mailboxOf = (name: string): string =>
  `${name
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .replaceAll(" ", ".")}@example.com`;

/** A mobile of Ofcom's range for drama, 07700 900000 to 900999. */
export const dramaMobile = (chance: Chance): string => `+447700900${String(chance.below(1000)).padStart(3, "0")}`;

/** Ofcom's ranges for drama, a thousand numbers each: mobiles, no area's, Leeds, Sheffield. */
const RANGES = ["7700900", "1632960", "1134960", "1144960"];

/** Numbers for drama in an order of chance, no two alike: who calls is then found by theirs. */
function numbersOf(chance: Chance): () => string {
  const numbers = chance.shuffled(Array.from({ length: 1000 * RANGES.length }, (_, at) => at));
  return () => {
    const at = numbers.pop() ?? 0;
    return `+44${RANGES[Math.floor(at / 1000)]}${String(at % 1000).padStart(3, "0")}`;
  };
}

/** Who lives in the demo's homes: people of no account, the same for a start date. */
export function demoTenancies(homes: readonly { uprn: string }[], today: LocalDate): DemoTenancies {
  const chance = chanceFrom(`tenants of ${today}`);
  const nextNumber = numbersOf(chance);
  const nextId = () => newId(instantAt(today, "00:00"), chance.bytes);
  const ago = (years: number) => addDays(today, -1 - chance.below(years * YEARS));
  const inhabited = [...homes.entries()].filter(() => chance.below(100) >= EMPTY);
  const tenancies = inhabited.map(([at, { uprn }]) => ({
    ...{ id: nextId(), reference: `FH${100_001 + at}`, uprn, startsOn: ago(25), endsOn: null, version: 0 },
  }));
  const tenants = tenancies.flatMap(({ id: tenancyId }) => {
    const last = chance.pick(people.last);
    const first = chance.shuffled(people.first).slice(0, chance.below(100) < JOINT ? 2 : 1);
    const bornOn = () => addDays(ago(60), -20 * YEARS);
    return first.map((each) => ({ id: nextId(), tenancyId, name: `${each} ${last}`, otherNames: null, bornOn: bornOn(), version: 0 }));
  });
  const contact = (tenantId: string, kind: string, value: string) => ({ id: nextId(), tenantId, kind, value });
  const tenantContacts = tenants.flatMap(({ id, name }) => [
    contact(id, "phone", nextNumber()),
    ...(chance.below(2) ? [contact(id, "email", mailboxOf(name))] : []),
  ]);
  return { tenancies, tenants, tenantContacts };
}

/** How the first tenant of each home is called and reached, by UPRN. */
export function tenantsByHome({
  tenancies,
  tenants,
  tenantContacts,
}: DemoTenancies): Map<string, { name: string; phone: string | undefined }> {
  const homeOf = new Map(tenancies.map(({ id, uprn }) => [id, uprn]));
  const phoneOf = new Map(tenantContacts.filter(({ kind }) => kind === "phone").map(({ tenantId, value }) => [tenantId, value]));
  return new Map(tenants.toReversed().map(({ id, tenancyId, name }) => [homeOf.get(tenancyId) ?? "", { name, phone: phoneOf.get(id) }]));
}
