import { addDays, instantAt, type LocalDate } from "#app/domain/local-date.ts";
import { makeReference } from "#app/domain/reference.ts";
import { type Rules, windowHours } from "#app/domain/rules.ts";
import { dueBy } from "#app/domain/target.ts";
import { newId } from "#db/ids.ts";
import type { Schema } from "#db/schema/schema.ts";
import people from "#db/seed/demo/people.json";
import { type Job, longestWait, shortestWait } from "./plan-jobs.server.ts";
import type { Chance } from "./random.server.ts";
import { dramaMobile, mailboxOf } from "./tenancies.server.ts";
import { moveOf, visitTo } from "./visits.server.ts";

type Row<Table extends keyof Schema> = Schema[Table]["$inferInsert"];

/** Where people can be, and when they called. */
export interface Circumstances {
  today: LocalDate;
  homes: readonly { uprn: string; patchId: string; tenure: string }[];
  /** Who lives in a home, by UPRN. */
  tenants: ReadonlyMap<string, { name: string; phone: string | undefined }>;
  rules: Rules;
  bankHolidays: ReadonlySet<LocalDate>;
  chance: Chance;
}

export interface DemoBookings {
  repairs: Row<"repairs">[];
  contacts: Row<"contacts">[];
  appointments: Row<"appointments">[];
  visits: Row<"visits">[];
  events: Row<"events">[];
  /** Who has a slot and as which part of their job, by the slot's id. */
  taken: Map<string, { appointmentId: string; part: number }>;
}

/** Homes of a patch in an order of chance, over and over, so that few have two repairs. Leaseholders look after their own. */
function homesByTurn({ homes, chance }: Circumstances): (patchId: string) => string {
  const decks = new Map<string, string[]>();
  for (const { uprn, patchId, tenure } of chance.shuffled(homes)) {
    if (tenure !== "leaseholder") decks.set(patchId, [...(decks.get(patchId) ?? []), uprn]);
  }
  return (patchId) => {
    const deck = decks.get(patchId);
    const uprn = deck?.shift();
    if (!deck || !uprn) throw new Error(`No homes in ${patchId}`);
    deck.push(uprn);
    return uprn;
  };
}

/** References that differ from each other. */
function newReferences(chance: Chance): () => string {
  const made = new Set<string>();
  return () => {
    for (;;) {
      const reference = makeReference(chance.below);
      if (made.has(reference)) continue;
      made.add(reference);
      return reference;
    }
  };
}

/** When it was reported: more often shortly before the visit than long before it, in the hours people are up, before today. */
function raisedAt({ date, problem }: Job, { today, chance }: Circumstances): Date {
  const least = shortestWait(date, today);
  const wait = least + Math.floor(chance.next() ** 2 * (longestWait(problem.priority) - least + 1));
  const time = [7 + chance.below(15), chance.below(60)].map((part) => String(part).padStart(2, "0")).join(":");
  return instantAt(addDays(date, -wait), time);
}

function repairOf(
  { problem }: Job,
  circumstances: Circumstances,
  own: { uprn: string; raisedAt: Date; reference: string },
): Row<"repairs"> {
  const { rules, bankHolidays, chance } = circumstances;
  const priority = rules.priorities.find(({ code }) => code === problem.priority);
  if (!priority) throw new Error(`The demo has no priority ${problem.priority}`);
  const { id: problemId, location, problem: words, detail, code, trade } = problem;
  return {
    id: newId(own.raisedAt, chance.bytes),
    submission: newId(own.raisedAt, chance.bytes),
    ...own,
    problemId,
    location,
    problem: words,
    detail,
    code,
    trade,
    hazard: null,
    priority: priority.code,
    ...dueBy(priority.target, own.raisedAt, bankHolidays),
    language: "en",
    channel: chance.next() < 0.7 ? "online" : "phone",
    status: "open",
    waitsFor: null,
    callTime: null,
    closedAt: null,
    forgottenAt: null,
    closedWhy: null,
    version: 0,
  };
}

/** Who reports it: a tenant, where there is one. */
function contactOf({ id: repairId, uprn }: Row<"repairs">, { tenants, chance }: Circumstances): Row<"contacts"> {
  const { name, phone } = tenants.get(uprn) ?? { name: `${chance.pick(people.first)} ${chance.pick(people.last)}`, phone: undefined };
  const confirmBy = chance.pick(["text", "text", "email", "phone"]);
  return {
    repairId,
    name,
    phone: phone?.startsWith("+447") ? phone : dramaMobile(chance),
    email: confirmBy === "email" || chance.next() < 0.4 ? mailboxOf(name) : null,
    confirmBy,
    description: chance.pick(people.said),
    version: 0,
  };
}

function appointmentOf(job: Job, repairId: string, { rules, today, chance }: Circumstances): Row<"appointments"> {
  const window = rules.windows.find(({ code }) => code === job.window);
  const hours = window && windowHours(window, job.date);
  if (!hours) throw new Error(`No ${job.window} on ${job.date}`);
  return {
    id: newId(instantAt(today, "00:00"), chance.bytes),
    repairId,
    purpose: "repair",
    date: job.date,
    window: window.code,
    windowName: window.name.en,
    starts: hours.from,
    ends: hours.to,
    slotsNeeded: job.slots.length,
    status: job.date < today ? "done" : "booked",
    version: 0,
  };
}

/** The trace of a report: reported and booked in one change. */
function eventsOf(repair: Row<"repairs">, appointment: Row<"appointments">, chance: Chance): Row<"events">[] {
  const { id: repairId, raisedAt: at, channel, priority } = repair;
  const changeId = newId(at, chance.bytes);
  const who = channel === "online" ? "tenant" : "system";
  const event = (what: string, appointmentId: string | null, after: Row<"events">["after"]): Row<"events"> => ({
    ...{ id: newId(at, chance.bytes), at, changeId, who, channel, what, repairId, appointmentId, before: null, after },
  });
  const { id, date, window } = appointment;
  return [event("reported", null, { status: "open", priority }), event("booked", id, { date, window, status: "booked" })];
}

interface Booked {
  repair: Row<"repairs">;
  appointment: Row<"appointments">;
}

/** Says how a visit went: done ends the repair; else it waits for an officer, or for the operative's next free visit. */
function endVisit(bookings: DemoBookings, { repair, appointment }: Booked, chance: Chance): Booked | undefined {
  const { visit, event } = visitTo(appointment, repair, chance);
  bookings.visits.push(visit);
  bookings.events.push(event);
  const isDone = visit.outcome === "done";
  Object.assign(repair, isDone ? { status: "done", closedAt: visit.endedAt, waitsFor: null } : { waitsFor: "officer" });
  return isDone ? undefined : { repair, appointment };
}

/** Makes repairs, people, appointments and their trace of planned jobs, with every promise as it would have been made at the time. */
export function demoBookings(jobs: readonly Job[], circumstances: Circumstances): DemoBookings {
  const { chance } = circumstances;
  const nextHome = homesByTurn(circumstances);
  const nextReference = newReferences(chance);
  const bookings: DemoBookings = { repairs: [], contacts: [], appointments: [], visits: [], events: [], taken: new Map() };
  /** By operative: the visit that was not the last one its repair needs. */
  const unfinished = new Map<string, Booked>();
  const report = (job: Job) => {
    const uprn = nextHome(chance.pick(job.person.patchIds));
    const repair = repairOf(job, circumstances, { uprn, raisedAt: raisedAt(job, circumstances), reference: nextReference() });
    bookings.repairs.push(repair);
    bookings.contacts.push(contactOf(repair, circumstances));
    const appointment = appointmentOf(job, repair.id, circumstances);
    bookings.events.push(...eventsOf(repair, appointment, chance), ...moveOf(appointment, repair, chance));
    return { repair, appointment };
  };
  /** The operative comes again. */
  const again = (job: Job, { repair }: Booked) => {
    repair.waitsFor = null;
    return { repair, appointment: { ...appointmentOf(job, repair.id, circumstances), purpose: "further work" } };
  };
  for (const job of jobs) {
    const before = unfinished.get(job.person.id);
    const booked = before && before.appointment.date < job.date ? again(job, before) : report(job);
    if (booked.repair === before?.repair) unfinished.delete(job.person.id);
    bookings.appointments.push(booked.appointment);
    job.slots.forEach((slot, at) => {
      bookings.taken.set(slot.id, { appointmentId: booked.appointment.id, part: at + 1 });
    });
    const left = booked.appointment.status === "done" ? endVisit(bookings, booked, chance) : undefined;
    if (left) unfinished.set(job.person.id, left);
  }
  return bookings;
}
