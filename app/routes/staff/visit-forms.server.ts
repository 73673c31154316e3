import { isNotAlone } from "#app/domain/home.ts";
import { instantAt, type LocalDate, localDate } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { offerKey, parseOfferKey } from "#app/domain/offers.ts";
import { asStep, type Step } from "#app/domain/visit.ts";
import { wishOf } from "#app/domain/wish.ts";
import type { Options } from "#app/journeys/fields.ts";
import { checkFields } from "#app/journeys/journey.ts";
import { stepFields } from "#app/journeys/visit-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { findOffers } from "#app/services/find-offers.server.ts";
import type { FoundVisit } from "#app/services/read-day.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { recordVisit, type VisitStep } from "#app/services/record-visit.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { type Form, fieldsOf } from "#app/web/forms.server.ts";
import { fieldViews } from "../form.server.ts";

/** As many times as an officer reads out on the phone. */
const MOST_OFFERS = 6;

/** The step that a page was asked for, or that was posted to it and refused. */
export function stepAsked({ request, context }: { request: Request; context: RequestContext }): Step | undefined {
  return asStep(context.mistake ? context.mistake.typed.step : new URL(request.url).searchParams.get("step"));
}

/** The next times at which somebody can come for more work, by their keys. An officer arranges a visit that nobody makes alone. */
async function furtherOffers({ repair, home, needs }: FoundVisit, { site, words, now }: RequestContext): Promise<Options> {
  if (!repair.trade || isNotAlone(home)) return {};
  const rules = await readRules(site.db, localDate(now));
  const { trade, priority, dueOn } = repair;
  const able = { trade, patchId: home.patchId, wish: wishOf(needs?.needs ?? []), ...(priority && { priority }) };
  const offers = await findOffers(site.db, { ...able, visits: 1, rules, dueOn, now });
  const label = ({ date, name, from, to, isBeyondTarget }: (typeof offers)[number]) => {
    const promise = words.format.appointment(date, inLanguage(name, "en"), from, to);
    return isBeyondTarget ? staff.visit.offer.late(promise) : promise;
  };
  return Object.fromEntries(offers.slice(0, MOST_OFFERS).map((offer) => [offerKey(offer), label(offer)]));
}

/** When something was at a visit, from the local time that was typed: `now` where nothing was. Undefined where that is still to come. */
function timeSaid(typed: string | undefined, { date, now }: { date: LocalDate; now: Date }): Date | undefined {
  const at = typed ? instantAt(date, typed) : now;
  return at > now ? undefined : at;
}

/** What a step of a visit asks, as a page shows it; nothing where it is said in one press. */
export const stepViews = async (step: Step, found: FoundVisit, context: RequestContext) =>
  fieldViews(stepFields(step, step === "more-work" ? await furtherOffers(found, context) : {}), context);

/** The time that was posted: whether it is free is for the booking to say, since a form sent twice has taken it already. */
function postedOffer({ offer }: Form, { home }: FoundVisit): Options {
  const chosen = parseOfferKey(String(offer));
  return chosen && !isNotAlone(home) ? { [offerKey(chosen)]: "" } : {};
}

interface Said {
  context: RequestContext;
  found: FoundVisit;
  form: Form;
  by: Pick<VisitStep, "who" | "channel">;
}

/** Says a step of a visit; what is wrong where it cannot be said: `visit` where no field is. */
export async function sayStep(step: Step, { context, found, form, by }: Said): Promise<Record<string, string> | undefined> {
  const { site, now } = context;
  const fields = stepFields(step, postedOffer(form, found));
  const checked = checkFields(fields, fieldsOf(form, Object.keys(fields)));
  if ("errors" in checked) return checked.errors;
  const { why = null, note, time, offer = "" } = checked.answer;
  const at = timeSaid(time, { date: found.appointment.date, now });
  if (!at) return { time: staff.visit.time.error };
  const answer = await recordVisit(site.db, {
    ...{ appointmentId: found.appointment.id, step, why, note: note || null, at },
    ...{ submission: String(form.submission ?? ""), offer: parseOfferKey(offer) ?? null },
    ...{ rules: await readRules(site.db, localDate(now)), ...by, now },
  });
  if (answer.ok) return undefined;
  const isOfTime = answer.reason === "slot-gone" || answer.reason === "booked-already";
  return { [isOfTime ? "offer" : "visit"]: staff.visit.refused[answer.reason] };
}
