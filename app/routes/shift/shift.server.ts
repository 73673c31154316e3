import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { localDate } from "#app/domain/local-date.ts";
import { formatPostcode } from "#app/domain/postcode.ts";
import type { VisitView } from "#app/features/staff/visit-card.tsx";
import { staff } from "#app/languages/staff.ts";
import { type FoundVisit, type RepairPhoto, readDay } from "#app/services/read-day.server.ts";
import type { HomeRecord } from "#app/services/read-home.server.ts";
import { readShift, type Shift } from "#app/services/shift-links.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { staffTitle } from "../staff/form.server.ts";
import { visitView } from "../staff/visit.server.ts";

/** A shift that its link opens, and its visits in order. */
export interface OpenShift {
  shift: Shift;
  visits: FoundVisit[];
  photos: RepairPhoto[];
  records: HomeRecord[];
}

/** The shift of an address; undefined where the link has ended, or never was: the answer is the same. */
export async function openShift({ params, context }: LoaderFunctionArgs): Promise<OpenShift | undefined> {
  const { db } = context.site;
  const shift = await readShift(db, { token: params.token ?? "", now: context.now });
  if (!shift) return undefined;
  const { operatives, unserved, photos, records } = await readDay(db, { date: shift.date, operative: shift.operativeId });
  // Whoever has set out says how it went, though the slot was closed since.
  const begun = unserved.filter(({ visit }) => visit?.onTheWayAt || visit?.arrivedAt);
  return { shift, visits: [...operatives.flatMap(({ visits }) => visits), ...begun], photos, records };
}

/** A visit of a shift; a 404 where it is not one of the link's. */
export function requireVisit({ params }: LoaderFunctionArgs, { visits }: OpenShift): FoundVisit {
  const found = visits.find(({ appointment }) => appointment.id === params.appointment);
  if (!found) throw new Response(null, { status: 404 });
  return found;
}

/** What a page of a shift says once its link has ended. */
export const endedLink = (context: RequestContext) =>
  data({ isEnded: true as const, documentTitle: staffTitle(context, staff.shift.ended) }, { status: 404 });

/** A visit as the pages behind a link show it. */
export function shiftVisitView(found: FoundVisit, { params, context }: LoaderFunctionArgs, { photos, records }: OpenShift): VisitView {
  const view = visitView(found, { ...context, today: localDate(context.now), photos: [], records, back: "" });
  const href = `/shift/${params.token}/${view.id}`;
  const own = photos.filter(({ repairId }) => repairId === found.repair.id);
  const to = new URLSearchParams({ to: formatPostcode(found.home.postcode) });
  return {
    ...view,
    href,
    photos: own.map(({ id }) => `${href}/photos/${id}`),
    directions: `https://www.openstreetmap.org/directions?${to}`,
  };
}

/** How the trace names an operative. */
export const operativeWho = ({ operativeId }: Shift): string => `operative:${operativeId}`;
