import type { PersonKey } from "#app/domain/person.ts";
import type { Db } from "#db/client.ts";
import { keptOfHome, tenanciesOf } from "#db/queries/person-home.ts";

/**
 * What is held on a person as a tenant, for the copy of all that is held on them: their tenancies, and where a whole home is asked for what is
 * known of its household and the complaints about it. Who of the staff wrote it is not theirs.
 */
export async function exportHome({ read, schema }: Pick<Db, "read" | "schema">, key: PersonKey) {
  const kept = "uprn" in key ? await keptOfHome(read, schema, key.uprn) : { records: [], complaints: [] };
  return {
    tenancies: (await tenanciesOf(read, schema, key)).map(({ tenancy: { reference, uprn, startsOn, endsOn }, tenant, ways }) => {
      const { name, otherNames, bornOn } = tenant;
      return { reference, uprn, startsOn, endsOn, tenant: { name, otherNames, bornOn, reachedAt: ways.map(({ value }) => value) } };
    }),
    household: kept.records.map(({ kind, code, words, about, source, agreed, until, recordedAt, checkedAt, endedAt }) => {
      return { kind, code, words, about, source, agreed, until, recordedAt, checkedAt, endedAt };
    }),
    complaints: kept.complaints.map(({ complaint: { at, acknowledgeBy, acknowledgedAt, answerBy, answeredAt }, words }) => {
      return { at, words, acknowledgeBy, acknowledgedAt, answerBy, answeredAt };
    }),
  };
}
