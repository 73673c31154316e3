import { addDays, instantAt, type LocalDate } from "#app/domain/local-date.ts";
import { type LookUps, lookUpsOf } from "#app/domain/look-ups.ts";
import { grouped } from "#app/domain/ordering.ts";
import type { Db } from "#db/client.ts";
import { exportsIn, homesOpened, openedWithReason, tenantsOpened } from "#db/queries/openings.ts";
import { listStaff } from "#db/queries/staff.ts";

/** What each member of staff looked up and took away on a local date, whoever stands out most first (domain/look-ups). */
export async function readLookUps(db: Db, date: LocalDate): Promise<LookUps[]> {
  const { read, schema } = db;
  const span = { from: instantAt(date, "00:00"), until: instantAt(addDays(date, 1), "00:00") };
  const rows = await homesOpened(read, schema, span);
  const withReason = new Set((await openedWithReason(read, schema, span)).map(({ who, uprn }) => `${who} ${uprn}`));
  const tenants = grouped(await tenantsOpened(read, schema, span), ({ uprn }) => uprn ?? "");
  const opened = rows.map(({ uprn: of, ...row }) => {
    const uprn = of ?? "";
    const hasReason = withReason.has(`${row.who} ${uprn}`);
    return { ...row, uprn, hasReason, tenants: (tenants.get(uprn) ?? []).map(({ name }) => name) };
  });
  return lookUpsOf({ staff: await listStaff(read, schema), opened, exports: await exportsIn(read, schema, span) });
}
