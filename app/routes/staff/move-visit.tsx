import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isNotAlone } from "#app/domain/home.ts";
import { localDate } from "#app/domain/local-date.ts";
import { parseOfferKey } from "#app/domain/offers.ts";
import { MAY } from "#app/domain/staff.ts";
import { MoveVisitPage } from "#app/features/staff/move-visit-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { moveFields } from "#app/journeys/slot-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { findOtherTimes } from "#app/services/find-offers.server.ts";
import { moveAppointment } from "#app/services/move-appointment.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { readSlot } from "#app/services/read-slot.server.ts";
import { clean, fieldsOf, readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { offerDays } from "./offer-times.server.ts";
import { openHome } from "./restricted.server.ts";
import { promiseRow, seenOf, staleness } from "./slot.server.ts";
import { askedRows, nobodyFor } from "./wish.server.ts";

export const handle = { roles: MAY.calendar };

const DAYS_A_PAGE = 10;

/** The visit of a slot, where one is booked and its date is not over. */
async function requireVisit(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const found = await readSlot(context.site.db, clean(params.slot ?? ""));
  const isOver = found !== undefined && found.slot.date < localDate(context.now);
  if (!found?.visit || isOver || found.visit.appointment.status !== "booked") throw new Response(null, { status: 404 });
  const { visit } = found;
  await openHome(args, { home: visit.home, what: "slot", repairId: visit.repair.id });
  return { ...found, visit };
}

/** Where a visit can be moved to: ten days of times at a time, the earliest first. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { site, now, words, mistake } = context;
  const who = await requireStaff(args, handle.roles);
  const { slot, visit } = await requireVisit(args);
  const rules = await readRules(site.db, localDate(now));
  const { dueOn } = visit.repair;
  const offers = await findOtherTimes(site.db, visit.appointment, { rules, dueOn, now });
  const { title, late } = staff.moveVisit;
  const path = `/staff/slots/${slot.id}`;
  return {
    ...{ title, back: path, seen: seenOf(slot), rows: [promiseRow(visit, words), ...askedRows(visit)] },
    ...{ none: nobodyFor(visit, staff.moveVisit.none), isNotAlone: isNotAlone(visit.home) },
    staffView: staffViewOf(who, "/staff/calendar"),
    documentTitle: staffTitle(context, title),
    fields: fieldViews(moveFields, context),
    ...offerDays(offers, { request, words, path: `${path}/move`, days: DAYS_A_PAGE, late: late(words.format.date(dueOn)) }),
    problem: mistake?.errors.slot,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { site, now } = context;
  const who = await requireStaff(args, handle.roles);
  const found = await requireVisit(args);
  const form = await readForm(args.request);
  const typed = fieldsOf(form, Object.keys(moveFields));
  const stale = await staleness(found, form.seen, context);
  if (stale) return refuse(context, typed, { slot: stale });
  const checked = checkFields(moveFields, typed);
  const offer = "answer" in checked ? parseOfferKey(checked.answer.offer) : undefined;
  if ("errors" in checked || !offer) return refuse(context, typed, "errors" in checked ? checked.errors : {});
  const { agreed } = checked.answer;
  const rules = await readRules(site.db, localDate(now));
  const move = { appointmentId: found.visit.appointment.id, offer, rules, agreed, who: who.id, channel: "office", now };
  const answer = await moveAppointment(site.db, move);
  if (!answer.ok)
    return refuse(context, typed, answer.reason === "slot-gone" ? { offer: staff.moveVisit.gone } : { slot: staff.slot.refused });
  const change = answer.changeId ? `&change=${answer.changeId}` : "";
  throw redirect(`/staff/calendar?from=${offer.date}${change}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function MoveVisit() {
  return <MoveVisitPage {...useLoaderData<typeof loader>()} />;
}
