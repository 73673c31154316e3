import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import { parseOfferKey } from "#app/domain/offers.ts";
import { cutOffOf, moveRefusal } from "#app/domain/own-visit.ts";
import { MovePage, MoveRefusedPage } from "#app/features/follow/move-page.tsx";
import { moveOwnVisit, type OwnMoveAnswer, offersToMove } from "#app/services/move-own-visit.server.ts";
import type { OwnVisit } from "#app/services/read-own-repair.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { offersView } from "../report/picker.server.ts";
import { type Own, requireOwn } from "./own.server.ts";
import { promiseIn } from "./own-view.server.ts";

/** What a repair without a visit to move has to do with this page: nothing. */
function visitOf({ own, path }: Own): OwnVisit {
  if (!own.current) throw redirect(path, 303);
  return own.current;
}

/** The times of this page, as they are free now. */
async function picker({ request, context }: LoaderFunctionArgs, { own, path }: Own) {
  const { site, words, now } = context;
  const rules = await readRules(site.db, localDate(now));
  const offers = await offersToMove(site.db, own, { rules, now });
  const asked = { offers, rules, path: `${path}/move`, dueOn: own.repair.dueOn };
  return { rules, ...offersView(asked, new URL(request.url).searchParams, words) };
}

/** The picker; or why it cannot be moved here any more. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { words, mistake, now, site } = context;
  const open = await requireOwn(args);
  const visit = visitOf(open);
  const { move } = words.ownVisit;
  const refusal = moveRefusal(visit, open.own.moved, site.landlord.visitChanges, now);
  const shown = { back: open.path, visit: promiseIn(visit, words) };
  if (refusal) {
    const notIn = refusal === "closed" ? undefined : `${open.path}/not-in`;
    return { ...shown, refused: whyNot(refusal, visit, context), notIn, documentTitle: pageTitle(context, move.refusedTitle) };
  }
  const { rules: _, ...offers } = await picker(args, open);
  const field = { kind: "radios" as const, name: "offer", label: move.title, ...(mistake && { error: mistake.errors.offer }) };
  return { ...shown, ...offers, field, title: move.title, documentTitle: pageTitle(context, move.title) };
}

function whyNot(refusal: "late" | "too-often" | "closed", visit: OwnVisit, { words, site }: RequestContext): string {
  const { refused } = words.ownVisit.move;
  const { visitChanges } = site.landlord;
  if (refusal === "late") return refused.late(instantIn(words, cutOffOf(visit, visitChanges)));
  return refusal === "closed" ? refused.closed : refused[refusal](visitChanges.mostMoves);
}

/** Moves the visit to what was chosen, where it is still free. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const form = await readForm(request);
  const open = await requireOwn(args);
  const visit = visitOf(open);
  const offer = typeof form.offer === "string" ? parseOfferKey(form.offer) : undefined;
  if (!offer) {
    context.mistake = { typed: {}, errors: { offer: context.words.ownVisit.move.error } };
    return data(null, { status: 422 });
  }
  const { rules, days } = await picker(args, open);
  const shown = days.flatMap(({ offers }) => offers.flatMap(({ key }) => parseOfferKey(key) ?? []));
  const changes = context.site.landlord.visitChanges;
  const move = { appointmentId: visit.id, offer, shown, rules, changes, now: context.now };
  throw redirect(after(await moveOwnVisit(context.site.db, move), open.path, new URL(request.url)), 303);
}

/** Moved: back to the repair. Gone: the same times again. Refused: the same page, which says why. */
function after(answer: OwnMoveAnswer, path: string, { searchParams }: URL): string {
  if (answer.ok) return `${path}?saved=moved`;
  if (answer.reason !== "slot-gone") return `${path}/move`;
  searchParams.set("gone", "");
  return `${path}/move?${searchParams}`;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Move() {
  const page = useLoaderData<typeof loader>();
  if ("refused" in page) return <MoveRefusedPage {...page} why={page.refused ?? ""} notIn={page.notIn} />;
  return <MovePage {...page} />;
}
