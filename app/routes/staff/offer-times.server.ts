import { isLocalDate } from "#app/domain/local-date.ts";
import { pageOfDays } from "#app/domain/offer-pages.ts";
import type { Offer } from "#app/domain/offers.ts";
import type { OfferDays } from "#app/features/staff/offer-times.tsx";
import type { RequestContext } from "#app/web/context.server.ts";
import { offerView } from "../report/picker.server.ts";

interface Shown {
  request: Request;
  words: RequestContext["words"];
  /** The page's own address, without what it was asked for. */
  path: string;
  /** How many days a page has. */
  days: number;
  /** What is said of a time after the target. */
  late: string;
}

/** Some days of times as a page shows them, from the date that its address asks for. */
export function offerDays(offers: readonly Offer[], { request, words, path, days, late }: Shown): OfferDays {
  const asked = new URL(request.url).searchParams.get("from") ?? "";
  const page = pageOfDays([...offers], { days, from: isLocalDate(asked) ? asked : undefined });
  const choice = (offer: Offer) => {
    const { key, label, isLate } = offerView(offer, words);
    return { value: key, text: isLate ? `${label} (${late})` : label };
  };
  const link = (date: string | undefined) => date && `${path}?from=${date}`;
  return {
    days: page.days.map(({ date, offers }) => ({ date: words.format.date(date), choices: offers.map(choice) })),
    ...{ earlier: link(page.earlier), later: link(page.later) },
  };
}
