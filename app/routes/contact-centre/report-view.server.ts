import type { LoaderFunctionArgs } from "@remix-run/node";
import { addressLine } from "#app/domain/address.ts";
import { isNotAlone } from "#app/domain/home.ts";
import { isLocalDate, localTime } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { byDay, pageOfDays } from "#app/domain/offer-pages.ts";
import { type Offer, offerKey } from "#app/domain/offers.ts";
import { problemLine } from "#app/domain/problem.ts";
import { callReason, NONE_SUIT } from "#app/journeys/report-facts.ts";
import { messageWays } from "#app/journeys/report-people.ts";
import { staff } from "#app/languages/staff.ts";
import type { CallReport } from "#app/services/open-call-report.server.ts";
import { searchCatalogue } from "#app/services/search-catalogue.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { withHeld } from "../report/picker.server.ts";
import { dueIn } from "../report/view.server.ts";
import { wordsOf } from "../staff/rule-words.server.ts";
import { answersIn, askedPages, questionView } from "./report.server.ts";

const words = staff.desk.report;
const SOONEST = 3;
const DAYS_BELOW = 3;

/** Which questions stand in which column; the others are of the problem. */
const COLUMNS: Readonly<Record<string, "time" | "person">> = { planned: "time", "call-back": "time", person: "person", contact: "person" };

/** The questions of the page by the column they stand in, with what was typed and what is wrong. */
export function questionViews(open: CallReport, { mistake }: Pick<RequestContext, "mistake">) {
  const typed = { ...open.draft.typed, ...(mistake && answersIn(mistake.typed, open)) };
  const all = askedPages(open).map((page) => questionView(page, typed[page.slug], mistake?.errors ?? {}));
  const of = (column: "time" | "person" | undefined) => all.filter(({ slug }) => COLUMNS[slug] === column);
  return { problem: of(undefined), time: of("time"), person: of("person") };
}

export const askedSlugs = (open: CallReport) => askedPages(open).map(({ slug }) => slug);

const wording = ({ problem, detail }: { problem: string; detail: string | null }) => (detail ? `${problem}: ${detail}` : problem);

/** What was searched for, and what fits it best until one is chosen. */
export async function searchView(open: CallReport, { site, mistake }: Pick<RequestContext, "site" | "mistake">) {
  const { q = "", done } = open.draft.typed.search ?? {};
  const typed = String(q);
  const found = typed && !done ? await searchCatalogue(site.db, open, typed) : [];
  const options = Object.fromEntries(found.map((each) => [`leaf-${each.position}`, `${wording(each)} (${each.location})`]));
  const [first] = Object.keys(options);
  return {
    q: typeof mistake?.typed.q === "string" ? mistake.typed.q : typed,
    error: mistake?.errors.q,
    isNone: typed !== "" && !done && !first,
    matches: first ? { options, value: open.job ? "" : first, error: mistake?.errors.problem } : undefined,
    chosen: open.job && problemLine(open.job.problem),
  };
}

function offerChoice(offer: Offer, context: Pick<RequestContext, "words">) {
  const label = context.words.format.appointment(offer.date, inLanguage(offer.name, context.words.code), offer.from, offer.to);
  return { value: offerKey(offer), text: offer.isBeyondTarget ? `${label} (${words.offers.late})` : label };
}

/** The soonest times first, then some days of others, with what is held among them. Undefined where there is no calendar. */
export function timesView(open: CallReport, { request, context }: LoaderFunctionArgs) {
  const slot = open.progress.path.find(({ slug }) => slug === "slot");
  if (!slot) return undefined;
  const offers = withHeld(open);
  const asked = new URL(request.url).searchParams.get("from") ?? "";
  const soonest = offers.slice(0, SOONEST);
  const page = pageOfDays(offers.slice(SOONEST), { days: DAYS_BELOW, from: isLocalDate(asked) ? asked : undefined });
  const below = page.days.flatMap(({ offers }) => offers);
  const { hold, claim } = open;
  const chosen = hold ?? claim;
  const isShown = chosen && [...soonest, ...below].some((each) => offerKey(each) === offerKey(chosen));
  const kept = chosen && !isShown ? offers.filter((each) => offerKey(each) === offerKey(chosen)) : [];
  const groups = [
    { legend: words.offers.soonest, choices: [...soonest, ...kept] },
    ...byDay(below).map(({ date, offers }) => ({ legend: context.words.format.date(date), choices: offers })),
  ];
  const value = chosen ? offerKey(chosen) : String(open.draft.typed.slot?.offer ?? "");
  return {
    groups: [
      ...groups.map(({ legend, choices }) => ({ legend, choices: choices.map((offer) => offerChoice(offer, context)) })),
      { legend: words.offers.other, choices: [{ value: NONE_SUIT, text: words.offers.noneSuit }] },
    ],
    value,
    later: page.later,
    state: stateOf(open),
    error: context.mistake?.errors["slot-offer"],
    isGone: new URL(request.url).searchParams.has("gone"),
  };
}

function stateOf({ hold, facts: { slots } }: CallReport): string | undefined {
  if (hold && slots.held) return words.offers.held(slots.held.label, localTime(hold.expiresAt));
  return slots.claimed && words.offers.unheld(slots.claimed.label);
}

/** Why there is no calendar, in words for the agent; undefined where there is one, or no problem yet. */
export function whyNoTimes(open: CallReport): string | undefined {
  const { job, progress, facts } = open;
  if (!job || progress.path.some(({ slug, isExit }) => slug === "planned" || isExit)) return undefined;
  const reason = callReason(progress.answers, facts);
  if (reason === undefined || reason === "plan") return undefined;
  if (reason === "no-slots" || reason === "officer") {
    if (isNotAlone(job.home)) return words.offers.notAlone;
    return reason === "officer" ? words.offers.officer : words.offers.none;
  }
  return words.reasons[reason];
}

/** What the agent reads out before they save: as it stands. */
export function readBack(open: CallReport, context: Pick<RequestContext, "words">) {
  const { job, progress, on, facts } = open;
  const { readBack } = words;
  const { slots } = facts;
  const label = (slots.held ?? slots.claimed)?.label;
  const { contact } = progress.answers;
  const way = contact && wordsOf(messageWays(progress.answers, facts), contact.confirmBy);
  const time = isCalled(open) ? readBack.call : (label ?? readBack.none);
  const due = job && progress.path.some(({ slug }) => slug === "planned") ? dueIn(job.due, context.words) : undefined;
  return [
    { name: readBack.address, value: addressLine(on.home) },
    { name: readBack.problem, value: job ? problemLine(job.problem) : readBack.none },
    { name: readBack.time, value: due ?? time },
    { name: readBack.contact, value: [contact?.name, contact?.phone, contact?.email, way].filter(Boolean).join(", ") || readBack.none },
  ];
}

const isCalled = ({ progress, job }: CallReport) => job !== undefined && progress.path.some(({ slug }) => slug === "call-back");

const STOPS: Readonly<Record<string, string>> = {
  gas: words.stop.gas,
  fire: words.stop.fire,
  "no-homes": words.stop.home,
  "not-listed": words.stop.home,
};

/** What to say where the report ends without one, in place of the questions; undefined where it goes on. */
export function stopOf({ progress }: CallReport): string | undefined {
  const exit = progress.path.find(({ isExit }) => isExit);
  return exit && (STOPS[exit.slug] ?? words.stop.other);
}
