import { addDays, instantAt, type LocalDate } from "#app/domain/local-date.ts";
import { makeReference } from "#app/domain/reference.ts";
import { type Rules, windowHours } from "#app/domain/rules.ts";
import { dueBy } from "#app/domain/target.ts";
import { newId } from "#db/ids.ts";
import type { Schema } from "#db/schema/schema.ts";
import people from "#db/seed/demo/people.json";
import { type Job, longestWait, shortestWait } from "./plan-jobs.server.ts";
import type { Chance } from "./random.server.ts";

type Row<Table extends keyof Schema> = Schema[Table]["$inferInsert"];

/** Where people can be, and when they called. */
export interface Circumstances {
  today: LocalDate;
  homes: readonly { uprn: string; patchId: string; tenure: string }[];
  rules: Rules;
  bankHolidays: ReadonlySet<LocalDate>;
  chance: Chance;
}

export interface DemoBookings {
  repairs: Row<"repairs">[];
  contacts: Row<"contacts">[];
  appointments: Row<"appointments">[];
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
  { problem, date }: Job,
  circumstances: Circumstances,
  own: { uprn: string; raisedAt: Date; reference: string },
): Row<"repairs"> {
  const { rules, bankHolidays, chance, today } = circumstances;
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
    status: date < today ? "done" : "open",
    waitsFor: null,
    callTime: null,
    version: 0,
  };
}

/** A person with a number of Ofcom's range for drama, 07700 900000 to 900999, and an address that no mail reaches. */
function contactOf(repairId: string, chance: Chance): Row<"contacts"> {
  const name = `${chance.pick(people.first)} ${chance.pick(people.last)}`;
  const confirmBy = chance.pick(["text", "text", "email", "phone"]);
  const mailbox = name
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .replaceAll(" ", ".");
  return {
    repairId,
    name,
    phone: `+447700900${String(chance.below(1000)).padStart(3, "0")}`,
    email: confirmBy === "email" || chance.next() < 0.4 ? `${mailbox}@example.com` : null,
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

/** The trace of a job: reported and booked in one change, and done where its day has passed. */
function eventsOf(repair: Row<"repairs">, appointment: Row<"appointments">, chance: Chance): Row<"events">[] {
  const event = (what: string, at: Date, change: { changeId: string; who: string }, after: Row<"events">["after"]): Row<"events"> => ({
    id: newId(at, chance.bytes),
    at,
    ...change,
    channel: repair.channel,
    what,
    repairId: repair.id,
    appointmentId: what === "reported" ? null : appointment.id,
    before: null,
    after,
  });
  const { raisedAt } = repair;
  const report = { changeId: newId(raisedAt, chance.bytes), who: repair.channel === "online" ? "tenant" : "system" };
  const { date, window } = appointment;
  const trace = [
    event("reported", raisedAt, report, { status: "open", priority: repair.priority }),
    event("booked", raisedAt, report, { date, window, status: "booked" }),
  ];
  if (appointment.status !== "done") return trace;
  const done = instantAt(date, appointment.ends);
  const change = { changeId: newId(done, chance.bytes), who: "system" };
  return [...trace, event("done", done, change, { status: "done" })];
}

/** Makes repairs, people, appointments and their trace of planned jobs, with every promise as it would have been made at the time. */
export function demoBookings(jobs: readonly Job[], circumstances: Circumstances): DemoBookings {
  const { chance } = circumstances;
  const nextHome = homesByTurn(circumstances);
  const nextReference = newReferences(chance);
  const bookings: DemoBookings = { repairs: [], contacts: [], appointments: [], events: [], taken: new Map() };
  for (const job of jobs) {
    const uprn = nextHome(chance.pick(job.person.patchIds));
    const repair = repairOf(job, circumstances, { uprn, raisedAt: raisedAt(job, circumstances), reference: nextReference() });
    const appointment = appointmentOf(job, repair.id, circumstances);
    bookings.repairs.push(repair);
    bookings.contacts.push(contactOf(repair.id, chance));
    bookings.appointments.push(appointment);
    bookings.events.push(...eventsOf(repair, appointment, chance));
    job.slots.forEach((slot, at) => {
      bookings.taken.set(slot.id, { appointmentId: appointment.id, part: at + 1 });
    });
  }
  return bookings;
}
