import { addressLine } from "#app/domain/address.ts";
import { localTime } from "#app/domain/local-date.ts";
import type { GivenUpView } from "#app/features/staff/given-up.tsx";
import { staff } from "#app/languages/staff.ts";
import { readGivenUp } from "#app/services/give-up-visit.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { veiled } from "./restricted.server.ts";

interface Asked {
  date: string;
  /** Only what this one would have gone to. */
  operative?: string | undefined;
  /** For the office: who would have come, and the way to the repair. */
  isOffice?: boolean;
}

/** The visits of a date that their tenants gave up late, as a page shows them. */
export async function givenUpViews(context: RequestContext, { date, operative, isOffice = false }: Asked): Promise<GivenUpView[]> {
  const { site, words } = context;
  const all = (await readGivenUp(site.db, date)).map((visit) => veiled(visit, context));
  const own = all.filter(({ operativeId }) => operative === undefined || operativeId === operative);
  const { line, said } = staff.tenants.givenUp;
  return own.map(({ appointment: { id, starts, ends }, home, reference, at, ...visit }) => ({
    id,
    line: line(words.format.hours(starts, ends), addressLine(home)),
    said: said(words.format.time(localTime(at)), isOffice ? visit.operative : undefined),
    ...(isOffice && { repair: { href: `/staff/repairs/${reference}`, reference } }),
  }));
}
