import { addMinutes } from "date-fns";
import { addDays, type LocalDate, localDate } from "./local-date.ts";
import { readPhone } from "./phone.ts";

/**
 * What a tenant is told, each in words of its own. `reported-booked`: with a time that was chosen at once. `given-up`: the visit alone, since nobody would
 * be in. `morning`: on the day itself. `sooner`: a time that is held for them; `sooner-ended`: no more are offered. `shared-…`: to whoever follows a
 * repair of shared areas that somebody else reported.
 */
export const TENANT_KINDS = [
  "reported",
  "reported-booked",
  "booked",
  "moved",
  "cancelled",
  "given-up",
  "reminder",
  "morning",
  "on-the-way",
  "no-access",
  "done",
  "sooner",
  "sooner-ended",
  "shared-booked",
  "shared-moved",
  "shared-done",
  "code",
] as const;
export type TenantKind = (typeof TENANT_KINDS)[number];

/** Reads a kind of message to a tenant; undefined where it is none, such as an emergency for the person on duty. */
export function asTenantKind(kind: unknown): TenantKind | undefined {
  return TENANT_KINDS.find((each) => each === kind);
}

/** What opens nothing: a code comes alone, and followers see nothing of what its reporter said. */
const WITHOUT_LINK: readonly string[] = ["code", "shared-booked", "shared-moved", "shared-done"];

/** Whether a kind of message comes with a link to its repair. */
export const hasLink = (kind: string): boolean => !WITHOUT_LINK.includes(kind);

/** How a tenant is told. Letters are printed and calls are made by staff. */
export type Channel = "text" | "email" | "letter" | "call";

/** What somebody waits for or stands in danger without: said at any hour, before all else. */
const URGENT: readonly string[] = ["emergency", "code", "on-the-way"];

/** What a person must learn of, though it takes staff to tell them. The others come too late by hand, or were just seen on the page. */
const TOLD_BY_HAND: readonly string[] = ["booked", "moved", "cancelled", "no-access", "done"];

export const isUrgent = (kind: string): boolean => URGENT.includes(kind);

/** In which turn a message is sent: 0 first, then 1; 2 is for staff, not for the sender. */
export function rankOf({ kind, channel }: { kind: string; channel: string }): number {
  if (channel === "letter" || channel === "call") return 2;
  return isUrgent(kind) ? 0 : 1;
}

/** Who gets a message, as domain/contact reads it. */
interface Receiver {
  phone: string | null;
  email: string | null;
  /** text, email, phone or letter. */
  by: string;
}

/** Where a channel reaches somebody: a mobile number or an address; undefined where it does not. */
export function addressBy(channel: string, { phone, email }: Pick<Receiver, "phone" | "email">): string | undefined {
  if (channel === "email") return email || undefined;
  return channel === "text" && phone && readPhone(phone)?.isMobile ? phone : undefined;
}

/**
 * By which channel somebody is told of something, or is told next where `after` has failed: as they asked, then by what else they gave, then by a
 * call of an agent. Undefined where nothing is left, or where telling
 * them by hand would come too late; whoever asked for a code asks again.
 */
export function channelFor(kind: string, receiver: Receiver, after?: string): Channel | undefined {
  if (kind === "code" && after !== undefined) return undefined;
  const electronic: Channel[] = receiver.by === "email" ? ["email", "text"] : ["text", "email"];
  // Whoever wants to be called reads a code all the same: no agent reads one out.
  const asked: Channel[] = kind === "code" ? electronic : receiver.by === "phone" ? [] : receiver.by === "letter" ? ["letter"] : electronic;
  const order: string[] = [...asked, "call"];
  const rest = order.slice(after === undefined ? 0 : order.indexOf(after) + 1) as Channel[];
  return rest.find((channel) => {
    if (channel === "letter" || channel === "call") return TOLD_BY_HAND.includes(kind);
    return addressBy(channel, receiver) !== undefined;
  });
}

/** What of a repair and its visit says whether a message is still true. */
export interface Standing {
  repairStatus: string;
  appointment: { status: string; date: LocalDate } | null;
  visit: { arrivedAt: Date | null; outcome: string | null } | null;
  /** Somebody is to come. */
  isServed: boolean;
}

/** A code is good for so long (minutes), and who is on the way has arrived after it. */
const CODE_MINUTES = 15;
const WAY_MINUTES = 120;

const isPromised = ({ appointment }: Standing, today: LocalDate) => appointment?.status === "booked" && appointment.date >= today;

/** A reminder says a date as it was when it fell due: moved, late, or with nobody to come, it is not said. */
function isDueVisit({ appointment, visit, isServed }: Standing, date: LocalDate): boolean {
  return appointment?.status === "booked" && appointment.date === date && isServed && !visit?.arrivedAt;
}

type Rule = (standing: Standing, message: { dueAt: Date }, now: Date) => boolean;

const STILL_TRUE: Readonly<Record<TenantKind, Rule>> = {
  reported: ({ repairStatus }) => repairStatus === "open",
  "reported-booked": (standing, _, now) => isPromised(standing, localDate(now)),
  booked: (standing, _, now) => isPromised(standing, localDate(now)),
  moved: (standing, _, now) => isPromised(standing, localDate(now)),
  cancelled: ({ repairStatus, appointment }) => repairStatus === "cancelled" || appointment?.status === "cancelled",
  "given-up": ({ repairStatus, appointment }) => repairStatus === "open" && appointment?.status === "cancelled",
  reminder: (standing, { dueAt }, now) => localDate(now) === localDate(dueAt) && isDueVisit(standing, addDays(localDate(dueAt), 1)),
  morning: (standing, _, now) => isDueVisit(standing, localDate(now)),
  "on-the-way": ({ appointment, visit }, { dueAt }, now) =>
    appointment?.status === "booked" && !visit?.arrivedAt && now < addMinutes(dueAt, WAY_MINUTES),
  "no-access": ({ visit }) => visit?.outcome === "no-access",
  done: ({ repairStatus }) => repairStatus === "done",
  sooner: ({ repairStatus }) => repairStatus === "open",
  "sooner-ended": ({ repairStatus }) => repairStatus === "open",
  "shared-booked": (standing, _, now) => isPromised(standing, localDate(now)),
  "shared-moved": (standing, _, now) => isPromised(standing, localDate(now)),
  "shared-done": ({ repairStatus }) => repairStatus === "done",
  code: (_, { dueAt }, now) => now < addMinutes(dueAt, CODE_MINUTES),
};

/** Whether a message still says what is so, as its repair stands now. */
export function isStillTrue(kind: TenantKind, message: { dueAt: Date }, standing: Standing, now: Date): boolean {
  return STILL_TRUE[kind](standing, message, now);
}
