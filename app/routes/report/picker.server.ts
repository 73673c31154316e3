import { isLocalDate, type LocalDate } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { byDay, type DayOfOffers, EVERY_TIME, filterOffers, offerFilters, pageOfDays } from "#app/domain/offer-pages.ts";
import { type Offer, offerKey } from "#app/domain/offers.ts";
import { type Rules, windowHours } from "#app/domain/rules.ts";
import { isShared } from "#app/journeys/report-places.ts";
import type { Words } from "#app/languages/en.ts";
import type { OpenReport } from "#app/services/open-report.server.ts";

const DAYS_A_PAGE = 10;

/** What can be chosen from, by anybody who chooses a time. */
interface Picking {
  offers: Offer[];
  rules: Rules;
  /** The page's own address. */
  path: string;
  dueOn: LocalDate | undefined;
}

/** What the picker shows: ten days of offers, the plain filters, and the way to earlier and later dates. */
export function pickerView(open: OpenReport, searchParams: URLSearchParams, words: Words) {
  const { draft, rules, job, progress } = open;
  const path = `/report/${draft.id}/slot`;
  return {
    ...offersView({ offers: withHeld(open), rules, path, dueOn: job?.due.dueOn }, searchParams, words),
    holdMinutes: rules.booking.holdMinutes,
    visits: job?.problem.visits ?? 1,
    presence: !isShared(progress.answers) && (job?.problem.presence ?? true),
    chosen: chosenKey(open),
  };
}

/** The offers of one page of a picker, whatever it is for. */
export function offersView({ offers, rules, path, dueOn }: Picking, searchParams: URLSearchParams, words: Words) {
  const filters = offerFilters(rules.windows).filter((filter) => filterOffers(offers, filter).length > 0);
  const asked = searchParams.get("show") ?? EVERY_TIME;
  const show = filters.includes(asked) ? asked : EVERY_TIME;
  const date = searchParams.get("from") ?? "";
  const page = pageOfDays(filterOffers(offers, show), { days: DAYS_A_PAGE, from: isLocalDate(date) ? date : undefined });

  const [first] = byDay(offers);
  const link = linkTo(path, show, searchParams);
  const shown = page.days.flatMap(({ offers }) => offers);
  return {
    days: page.days.map(({ date, offers }) => ({
      date: words.format.date(date),
      isFirst: date === first?.date && show === EVERY_TIME,
      offers: offers.map((offer) => offerView(offer, words)),
    })),
    filters: filters.map((filter) => ({ ...filterView(filter, rules, words), href: link({ show: filter }), isShown: filter === show })),
    earlier: page.earlier && link({ from: page.earlier }),
    later: page.later && link({ from: page.later }),
    isGone: searchParams.has("gone"),
    lateNote: lateNote(shown, first, dueOn, words),
  };
}

function chosenKey({ hold, claim }: OpenReport): string | undefined {
  const chosen = hold ?? claim;
  return chosen && offerKey(chosen);
}

/** Links to other pages of the picker keep the filter, and that an answer is being changed. */
function linkTo(path: string, show: string, searchParams: URLSearchParams) {
  return (query: { show?: string; from?: string }) => {
    const search = new URLSearchParams({ ...(show !== EVERY_TIME && { show }), ...query });
    if (searchParams.has("change")) search.set("change", "");
    return `${path}?${search}`;
  };
}

/** What is offered, and what this draft holds: to everybody else the held one is gone, to its holder it is not. */
export function withHeld({ offers = [], hold, rules, job }: OpenReport): Offer[] {
  if (!hold || offers.some(({ date, window }) => date === hold.date && window === hold.window)) return offers;
  const window = rules.windows.find(({ code }) => code === hold.window);
  const hours = window && windowHours(window, hold.date);
  if (!window || !hours) return offers;
  const { date } = hold;
  const held = { date, window: window.code, name: window.name, ...hours, isBeyondTarget: job !== undefined && date > job.due.dueOn };
  const place = (offer: Offer) => `${offer.date} ${offer.from} ${offer.to}`;
  return [...offers, held].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** What is said of the target where a shown time is later: that none is sooner, or how to tell. */
function lateNote(shown: Offer[], first: DayOfOffers | undefined, dueOn: LocalDate | undefined, { format, report }: Words) {
  if (!dueOn || !shown.some(({ isBeyondTarget }) => isBeyondTarget)) return undefined;
  const by = format.date(dueOn);
  return first && first.date > dueOn ? report.slot.lateOnly(by) : report.slot.lateNote(by);
}

/** An offer as one choice of several. */
export function offerView(offer: Offer, words: Words) {
  const label = words.format.window(inLanguage(offer.name, words.code), offer.from, offer.to);
  return { key: offerKey(offer), label, isLate: offer.isBeyondTarget };
}

function filterView(filter: string, rules: Rules, words: Words) {
  const window = rules.windows.find(({ code }) => code === filter);
  if (window) return { filter, label: words.report.slot.only(inLanguage(window.name, words.code)) };
  return { filter, label: filter === EVERY_TIME ? words.report.slot.any : words.report.slot.saturdays };
}
