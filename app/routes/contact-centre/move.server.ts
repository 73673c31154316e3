import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type Offer, offerKey, parseOfferKey } from "#app/domain/offers.ts";
import { cutOffOf, moveRefusal, type Override } from "#app/domain/own-visit.ts";
import type { Role } from "#app/domain/staff.ts";
import { staff } from "#app/languages/staff.ts";
import { moveOwnVisit } from "#app/services/move-own-visit.server.ts";
import type { OwnRepair, OwnVisit } from "#app/services/read-own-repair.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import type { Form } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { refuse } from "../form.server.ts";
import { promiseIn } from "../repair/own-view.server.ts";
import { offerDays } from "../staff/offer-times.server.ts";
import { pathOf } from "../staff/repair.server.ts";
import { callerPath, type openCaller, type readCaller } from "./caller.server.ts";

const { move } = staff.caller;
const DAYS_A_PAGE = 4;

/** The visit to move; a repair without one leads back to its page. */
export function visitOf({ current, repair }: Pick<OwnRepair, "current" | "repair">): OwnVisit {
  if (!current) throw redirect(pathOf(repair), 303);
  return current;
}

/** Why its tenant could not move a visit any more, in words; undefined where they can. */
export function whyNot(own: OwnRepair, visit: OwnVisit, { site, now, words }: RequestContext) {
  const { visitChanges } = site.landlord;
  const code = moveRefusal(visit, own.moved, visitChanges, now);
  if (code === undefined) return undefined;
  const { refused } = move;
  const late = refused.late(instantIn(words, cutOffOf(visit, visitChanges)));
  return { code, words: { late, closed: refused.closed, "too-often": refused["too-often"](visitChanges.mostMoves) }[code] };
}

interface Shown {
  opened: Awaited<ReturnType<typeof openCaller>>;
  offers: readonly Offer[];
  below: "move" | "override";
}

/** The times that a visit can be moved to, some days at a time. */
export function timesView({ opened, offers, below }: Shown, { request, context }: LoaderFunctionArgs) {
  const { own, view } = opened;
  const error = context.mistake?.errors.offer;
  const { late } = staff.repairChange.book;
  const path = `${callerPath(own.repair)}/${below}`;
  return {
    ...view,
    now: [...view.now, { name: staff.repair.visits.columns.when, value: promiseIn(visitOf(own), context.words) }],
    ...offerDays(offers, { request, words: context.words, path, days: DAYS_A_PAGE, late }),
    field: {
      kind: "radios" as const,
      name: "offer",
      label: move.label,
      value: context.mistake?.typed.offer ?? "",
      ...(error && { error }),
    },
  };
}

interface Moving {
  read: Awaited<ReturnType<typeof readCaller>>;
  offers: readonly Offer[];
  rules: Parameters<typeof moveOwnVisit>[1]["rules"];
  override?: Override;
}

/** The offer that was chosen; undefined where none was. */
export const offerIn = ({ offer }: Form) => (typeof offer === "string" ? parseOfferKey(offer) : undefined);

/** Moves a visit to what was chosen, for whoever is on the phone. */
export async function moveForCaller({ context }: ActionFunctionArgs, { read, offers, rules, override }: Moving) {
  const { own, form, by, path } = read;
  const visit = visitOf(own);
  const offer = offerIn(form);
  if (!offer) return refuse(context, form, { offer: move.error });
  const { visitChanges: changes } = context.site.landlord;
  const moving = { appointmentId: visit.id, offer, shown: offers.slice(0, DAYS_A_PAGE), rules, changes, by, override, now: context.now };
  const answer = await moveOwnVisit(context.site.db, moving);
  if (answer.ok) throw redirect(`${path}?saved=moved`, 303);
  return refuse(context, form, { offer: answer.reason === "slot-gone" ? move.gone : (whyNot(own, visit, context)?.words ?? move.gone) });
}

/** Whether a role is one of some. */
export const isOneOf = (roles: readonly Role[], role: Role): boolean => roles.includes(role);

/** The offer of a list that was chosen. */
export const chosenOf = <Some extends Offer>(offers: readonly Some[], form: Form): Some | undefined =>
  offers.find((each) => offerKey(each) === form.offer);
