import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { instantAt } from "#app/domain/local-date.ts";
import type { OwnRepair } from "./read-own-repair.server.ts";

/** What a calendar shows of a visit. */
interface Shown {
  summary: string;
  description: string;
  url: string;
}

/**
 * The calendar file (RFC 5545) of a repair's visit: its last one where there is none to come. The same visit has the same UID for ever, and a
 * SEQUENCE that goes up each time it is moved or cancelled, so that a calendar changes what it has. Its times are instants, which no clock
 * change moves. Undefined where there was never a visit.
 */
export function visitCalendar({ current, visits, events }: OwnRepair, shown: Shown): string | undefined {
  const visit = current ?? visits[0];
  if (!visit) return undefined;
  const isCancelled = visit.status === "cancelled";
  const changes = events.filter(({ appointmentId, what }) => appointmentId === visit.id && what !== "booked");
  const moves = changes.filter(({ what }) => what === "appointment moved").length;
  const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const calendar = ical({ method, prodId: { company: "Housing Repairs", product: "Visits" } });
  calendar.createEvent({
    id: `${visit.id}@housing-repairs`,
    sequence: moves + (isCancelled ? 1 : 0),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    start: instantAt(visit.date, visit.starts),
    end: instantAt(visit.date, visit.ends),
    // Of its last change, not of this moment: the same visit is the same file.
    stamp: changes.at(-1)?.at ?? events[0]?.at ?? instantAt(visit.date, visit.starts),
    ...shown,
  });
  return calendar.toString();
}
