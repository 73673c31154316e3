import { localDate } from "#app/domain/local-date.ts";
import { datesOffered } from "#app/domain/offers.ts";
import type { SoonerOfferProps } from "#app/features/follow/sooner-page.tsx";
import { type AcceptedAnswer, acceptSooner, declineSooner } from "#app/services/answer-sooner.server.ts";
import { mayAskSooner, readSooner } from "#app/services/ask-sooner.server.ts";
import { promised } from "#app/services/move-appointment.server.ts";
import type { OwnRepair } from "#app/services/read-own-repair.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import type { Form } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { promiseIn } from "./own-view.server.ts";

/** What stands until something sooner is accepted. */
export function standsIn({ current }: Pick<OwnRepair, "current">, words: RequestContext["words"]): string {
  const { lead } = words.sooner.ask;
  return current ? lead.visit(promiseIn(current, words)) : lead.none;
}

/** How a repair's tenant waits, and the time that is held for them now. */
export async function soonerView(own: Pick<OwnRepair, "repair" | "current">, { site, words, now }: RequestContext) {
  const waiting = await readSooner(site.db, { repairId: own.repair.id, now });
  const rules = await readRules(site.db, localDate(now));
  const open = waiting?.open;
  const promise = open && promised(open, rules.windows, words.code);
  const offer: SoonerOfferProps | undefined = promise && {
    kind: "offer",
    offer: open.id,
    visit: promiseIn(promise, words),
    stands: standsIn(own, words),
    until: words.sooner.offer.until(instantIn(words, open.until)),
  };
  return { wish: waiting?.wish, rules, offer };
}

/** What can be done on a repair's page, with the way to a sooner visit: first where one is held, else last. */
export async function withSooner(
  actions: { href: string; text: string }[],
  { own, path }: { own: OwnRepair; path: string },
  context: RequestContext,
): Promise<{ href: string; text: string }[]> {
  if (!mayAskSooner(own, context.now)) return actions;
  const { link } = context.words.sooner;
  const href = `${path}/sooner`;
  const { wish, rules, offer } = await soonerView(own, context);
  if (offer) return [{ href, text: link.answer(offer.visit) }, ...actions];
  // Nothing is offered before the first date that anybody can choose.
  const isSoonest = own.current && own.current.date <= datesOffered(rules.booking, localDate(context.now)).first;
  if (isSoonest && !wish) return actions;
  return [...actions, { href, text: wish ? link.change : link.ask }];
}

/** Does what was answered to the offer that a form names; undefined where the form answers none. */
export async function answerOffer(
  { repair }: Pick<OwnRepair, "repair">,
  form: Form,
  { site, now }: RequestContext,
): Promise<AcceptedAnswer | "declined" | undefined> {
  const { db, landlord } = site;
  const answering = { offerId: typeof form.offer === "string" ? form.offer : "", repairId: repair.id, now };
  if (form.intent === "accept") {
    return acceptSooner(db, { ...answering, rules: await readRules(db, localDate(now)), changes: landlord.visitChanges });
  }
  if (form.intent !== "decline") return undefined;
  await declineSooner(db, answering);
  return "declined";
}

/** Where an answer leads: to the repair, which says what has become of it; or to that the time has gone. */
export function afterAnswer(answer: AcceptedAnswer | "declined", { own, path }: { own: Pick<OwnRepair, "current">; path: string }): string {
  if (answer === "gone") return `${path}/sooner?gone`;
  if (answer === "declined") return `${path}?saved=sooner-declined`;
  return `${path}?saved=${own.current ? "moved" : "booked"}`;
}
