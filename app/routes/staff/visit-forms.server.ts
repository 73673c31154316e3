import { instantAt, type LocalDate, localDate } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { offerKey } from "#app/domain/offers.ts";
import type { Rules } from "#app/domain/rules.ts";
import { asStep, type Step } from "#app/domain/visit.ts";
import type { Options } from "#app/journeys/fields.ts";
import { staff } from "#app/languages/staff.ts";
import { findOffers } from "#app/services/find-offers.server.ts";
import type { FoundVisit } from "#app/services/read-day.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";

/** As many times as an officer reads out on the phone. */
const MOST_OFFERS = 6;

/** The step that a page was asked for, or that was posted to it and refused. */
export function stepAsked({ request, context }: { request: Request; context: RequestContext }): Step | undefined {
  return asStep(context.mistake ? context.mistake.typed.step : new URL(request.url).searchParams.get("step"));
}

/** The next times at which somebody can come for more work, by their keys. */
export async function furtherOffers({ repair, home }: FoundVisit, { site, words, now }: RequestContext): Promise<Options> {
  if (!repair.trade) return {};
  const rules: Rules = await readRules(site.db, localDate(now));
  const { trade, dueOn } = repair;
  const offers = await findOffers(site.db, { trade, patchId: home.patchId, visits: 1, rules, dueOn, now });
  const label = ({ date, name, from, to, isBeyondTarget }: (typeof offers)[number]) => {
    const promise = words.format.appointment(date, inLanguage(name, "en"), from, to);
    return isBeyondTarget ? staff.visit.offer.late(promise) : promise;
  };
  return Object.fromEntries(offers.slice(0, MOST_OFFERS).map((offer) => [offerKey(offer), label(offer)]));
}

/** When something was at a visit, from the local time that was typed: `now` where nothing was. Undefined where that is still to come. */
export function timeSaid(typed: string | undefined, { date, now }: { date: LocalDate; now: Date }): Date | undefined {
  const at = typed ? instantAt(date, typed) : now;
  return at > now ? undefined : at;
}
