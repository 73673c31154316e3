import { personToMeet } from "#app/domain/contact.ts";
import { isNotAlone } from "#app/domain/home.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { offerKey } from "#app/domain/offers.ts";
import type { VisitView } from "#app/features/staff/to-move-page.tsx";
import { placeLine } from "#app/languages/staff/places.ts";
import { staff } from "#app/languages/staff.ts";
import type { ToMove } from "#app/services/read-to-move.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { veiled } from "./restricted.server.ts";
import { askedRows, nobodyFor } from "./wish.server.ts";

type Visit = ToMove["visit"];
type Format = RequestContext["words"]["format"];

/** When a visit was promised, as one promise. */
export function promiseOf({ appointment: { date, windowName, starts, ends } }: Visit, format: Format): string {
  return format.appointment(date, windowName, starts, ends);
}

/** The number to call about a visit. */
export const phoneOf = ({ contact }: Visit): string | null => (contact ? personToMeet(contact).phone : null);

/** The names of a visit's two fields: every visit of the page has its own. */
export const fieldNames = (appointmentId: string) => ({ operative: `operative-${appointmentId}`, offer: `offer-${appointmentId}` });

/** A visit that needs moving as its page shows it, with the choices there are. */
export function visitView(
  { visit: found, takers, offers }: ToMove,
  context: Pick<RequestContext, "words" | "mistake" | "staff">,
): VisitView {
  const {
    words: { format },
    mistake,
  } = context;
  const visit = veiled(found, context);
  const { id } = visit.appointment;
  const words = staff.toMove;
  const names = fieldNames(id);
  const errorOf = (name: string) => (mistake?.errors[name] === undefined ? {} : { error: mistake.errors[name] });
  const people = Object.fromEntries(takers.map((taker) => [taker.id, taker.name]));
  const times = Object.fromEntries(
    offers.map((offer) => [
      offerKey(offer),
      `${format.date(offer.date)}, ${format.window(inLanguage(offer.name, "en"), offer.from, offer.to)}`,
    ]),
  );
  return {
    ...{ id, when: promiseOf(visit, format), href: `/staff/slots/${visit.slotId}`, rows: rowsOf(visit) },
    ...{ isNotAlone: isNotAlone(visit.home), nobody: nobodyFor(visit, words.nobody), noOffers: nobodyFor(visit, words.noOffers) },
    takers:
      takers.length > 0
        ? { kind: "select", name: names.operative, label: words.give.label, options: people, ...errorOf(names.operative) }
        : undefined,
    offers:
      offers.length > 0
        ? { kind: "radios", name: names.offer, label: words.offers.label, options: times, ...errorOf(names.offer) }
        : undefined,
  };
}

function rowsOf(visit: Visit) {
  const { rows } = staff.slot;
  const { repair, operative, contact } = visit;
  const problem = repair.hazard === null ? repair.problem : `${repair.problem} (${staff.calendar.hazard})`;
  return [
    { name: rows.address, value: placeLine(visit) },
    { name: rows.problem, value: `${problem}. ${staff.toMove.was(operative)}` },
    { name: rows.name, value: (contact && personToMeet(contact).name) ?? staff.slot.none },
    { name: rows.phone, value: phoneOf(visit) ?? staff.toMove.noPhone },
    ...askedRows(visit),
  ];
}
