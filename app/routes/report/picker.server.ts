import { isLocalDate } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { byDay, type DayOfOffers, EVERY_TIME, filterOffers, offerFilters, pageOfDays } from "#app/domain/offer-pages.ts";
import { type Offer, offerKey } from "#app/domain/offers.ts";
import { windowHours } from "#app/domain/rules.ts";
import { isShared } from "#app/journeys/report-places.ts";
import type { Words } from "#app/languages/en.ts";
import type { OpenReport } from "#app/services/open-report.server.ts";

const DAYS_A_PAGE = 10;

/** What the picker shows: ten days of offers, the plain filters, and the way to earlier and later dates. */
export function pickerView(open: OpenReport, searchParams: URLSearchParams, words: Words) {
  const { draft, rules, job, progress } = open;
  const offers = withHeld(open);
  const filters = offerFilters(rules.windows).filter((filter) => filterOffers(offers, filter).length > 0);
  const asked = searchParams.get("show") ?? EVERY_TIME;
  const show = filters.includes(asked) ? asked : EVERY_TIME;
  const date = searchParams.get("from") ?? "";
  const page = pageOfDays(filterOffers(offers, show), { days: DAYS_A_PAGE, from: isLocalDate(date) ? date : undefined });

  const [first] = byDay(offers);
  const link = linkTo(draft.id, show, searchParams);
  return {
    days: page.days.map(({ date, offers }) => ({
      date: words.format.date(date),
      isFirst: date === first?.date && show === EVERY_TIME,
      offers: offers.map((offer) => offerView(offer, words)),
    })),
    filters: filters.map((filter) => ({ ...filterView(filter, open, words), href: link({ show: filter }), isShown: filter === show })),
    earlier: page.earlier && link({ from: page.earlier }),
    later: page.later && link({ from: page.later }),
    isGone: searchParams.has("gone"),
    holdMinutes: rules.booking.holdMinutes,
    visits: job?.problem.visits ?? 1,
    presence: !isShared(progress.answers) && (job?.problem.presence ?? true),
    lateNote: lateNote(
      page.days.flatMap(({ offers }) => offers),
      first,
      open,
      words,
    ),
    chosen: chosenKey(open),
  };
}

function chosenKey({ hold, claim }: OpenReport): string | undefined {
  const chosen = hold ?? claim;
  return chosen && offerKey(chosen);
}

/** Links to other pages of the picker keep the filter, and that an answer is being changed. */
function linkTo(draftId: string, show: string, searchParams: URLSearchParams) {
  return (query: { show?: string; from?: string }) => {
    const search = new URLSearchParams({ ...(show !== EVERY_TIME && { show }), ...query });
    if (searchParams.has("change")) search.set("change", "");
    return `/report/${draftId}/slot?${search}`;
  };
}

/** What is offered, and what this draft holds: to everybody else the held one is gone, to its holder it is not. */
function withHeld({ offers = [], hold, rules, job }: OpenReport): Offer[] {
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
function lateNote(shown: Offer[], first: DayOfOffers | undefined, { job }: OpenReport, { format, report }: Words) {
  if (!job || !shown.some(({ isBeyondTarget }) => isBeyondTarget)) return undefined;
  const by = format.date(job.due.dueOn);
  return first && first.date > job.due.dueOn ? report.slot.lateOnly(by) : report.slot.lateNote(by);
}

/** An offer as one choice of several. */
export function offerView(offer: Offer, words: Words) {
  const label = words.format.window(inLanguage(offer.name, words.code), offer.from, offer.to);
  return { key: offerKey(offer), label, isLate: offer.isBeyondTarget };
}

function filterView(filter: string, { rules }: OpenReport, words: Words) {
  const window = rules.windows.find(({ code }) => code === filter);
  if (window) return { filter, label: words.report.slot.only(inLanguage(window.name, words.code)) };
  return { filter, label: filter === EVERY_TIME ? words.report.slot.any : words.report.slot.saturdays };
}
