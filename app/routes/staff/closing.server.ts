import { lastPlanned } from "#app/domain/closing.ts";
import { isNotAlone } from "#app/domain/home.ts";
import { type LocalDate, localDate } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { compareText } from "#app/domain/ordering.ts";
import type { ClosingRow } from "#app/features/staff/absences-page.tsx";
import type { Proposal } from "#app/features/staff/closing-page.tsx";
import type { ClosingFacts } from "#app/journeys/absence-forms.ts";
import { placeLine } from "#app/languages/staff/places.ts";
import { staff } from "#app/languages/staff.ts";
import type { listClosings } from "#app/services/list-closings.server.ts";
import { listOperatives } from "#app/services/list-operatives.server.ts";
import { readCalendarFilters } from "#app/services/read-calendar.server.ts";
import { absenceWords } from "#app/services/read-closings.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import type { Settled } from "#app/services/settle-visits.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import type { Form } from "#app/web/forms.server.ts";
import { veiled } from "./restricted.server.ts";
import { phoneOf, promiseOf } from "./to-move.server.ts";
import { askedFor } from "./wish.server.ts";

type Format = RequestContext["words"]["format"];
type Listed = Awaited<ReturnType<typeof listClosings>>;

const named = (all: readonly { id: string; name: string }[]) => Object.fromEntries(all.map(({ id, name }) => [id, name]));

/** Trades, patches and windows by id or code. */
export async function closureNames({ site, now }: Pick<RequestContext, "site" | "now">) {
  const { trades, patches } = await readCalendarFilters(site.db);
  const { windows } = await readRules(site.db, localDate(now));
  return {
    trades: named(trades),
    patches: named(patches),
    windows: Object.fromEntries(windows.map(({ code, name }) => [code, inLanguage(name, "en")])),
  };
}

/** What the forms choose from. */
export async function closingFacts(context: Pick<RequestContext, "site" | "now">): Promise<ClosingFacts> {
  const { site, now } = context;
  const people = await listOperatives(site.db);
  const operatives = named(people.toSorted((a, b) => compareText(a.name, b.name)));
  return { operatives, ...(await closureNames(context)), today: localDate(now), last: lastPlanned(now) };
}

const whenOf = ({ fromDate, untilDate }: { fromDate: LocalDate; untilDate: LocalDate }, format: Format) =>
  staff.absences.when(format.date(fromDate), format.date(untilDate));

/** An absence as its list shows it. */
export function absenceRow({ id, operative, kind, starts, ends, ...dates }: Listed["absences"][number], format: Format): ClosingRow {
  const when = whenOf(dates, format);
  const part = starts !== null && ends !== null ? staff.absences.part(when, format.hours(starts, ends)) : when;
  return { id, who: operative, why: absenceWords(kind), when: part };
}

/** A closure as its list shows it. */
export function closureRow(
  { id, reason, tradeId, patchId, window, ...dates }: Listed["closures"][number],
  { names, format }: { names: Awaited<ReturnType<typeof closureNames>>; format: Format },
): ClosingRow {
  const parts = [tradeId && names.trades[tradeId], patchId && names.patches[patchId], window && names.windows[window]];
  const who = parts.filter(Boolean).join(", ") || staff.absences.everybody;
  return { id, who, why: reason, when: whenOf(dates, format) };
}

/** The problem of a visit, with what says who can take it. */
function problemIn({ repair, home, ...visit }: Settled["left"][number]): string {
  const wish = askedFor(visit);
  return [repair.problem, isNotAlone(home) && staff.alone.mark, wish && staff.wish.line(wish)].filter(Boolean).join(". ");
}

/** What a change would do, as its page shows it. */
export function proposalView(
  { slots, given, left: all }: Settled & { slots: number },
  { typed, format, ...asking }: { typed: Form; format: Format } & Pick<RequestContext, "staff">,
): Proposal {
  const left = all.map((visit) => veiled(visit, asking));
  const shown = (visit: Settled["left"][number], last: string) => ({
    ...{ id: visit.appointment.id, when: promiseOf(visit, format), where: placeLine(visit), problem: problemIn(visit), last },
  });
  return {
    slots: staff.closing.proposal.slots(slots),
    given: given.map(({ visit, operative }) => shown(veiled(visit, asking), operative)),
    left: left.map((visit) => shown(visit, phoneOf(visit) ?? staff.toMove.noPhone)),
    typed: Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value].flat().join(" ")])),
  };
}
