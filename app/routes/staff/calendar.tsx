import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addDays, localDate, mondayOf } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { CalendarPage } from "#app/features/staff/calendar-page.tsx";
import { type BulkChange, checkBulk } from "#app/journeys/bulk-form.ts";
import { staff } from "#app/languages/staff.ts";
import { changeSlots } from "#app/services/change-slots.server.ts";
import { giveVisits } from "#app/services/give-appointment.server.ts";
import { readCalendar, readCalendarFilters } from "#app/services/read-calendar.server.ts";
import { readLeft } from "#app/services/read-changes.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { refuse } from "../form.server.ts";
import { askedOf, capacityOf, daysOf, groupsOf, lastWorked, warningsIn, weekPath } from "./calendar.server.ts";
import { bannerOf, leftLines } from "./change.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.calendar };

/** A week of slots, of the date asked for or of today: every operative's, or how much of it is left. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { site, now, words, mistake } = context;
  const who = await requireStaff(args, handle.roles);
  const today = localDate(now);
  const filters = await readCalendarFilters(site.db);
  const asked = askedOf(new URL(request.url).searchParams, filters, today);
  const { filter, show, monday } = asked;
  const rules = await readRules(site.db, monday);
  const { windows } = rules;
  const week = await readCalendar(site.db, { first: monday, days: lastWorked(windows, monday), filter, now });
  const title = staff.calendar.title(words.format.date(monday));
  const link = (days: number) => weekPath(asked, addDays(monday, days), today);
  return {
    title,
    staffView: staffViewOf(who, "/staff/calendar"),
    documentTitle: staffTitle(context, title),
    banner: mistake ? undefined : await bannerOf(request, context),
    days: daysOf(week, { windows, today, format: words.format.date }),
    people: show === "people" ? groupsOf(week, rules, { ...context, warnings: await warningsIn(week, context, today) }) : [],
    capacity: show === "capacity" ? capacityOf(week, windows) : [],
    links: { earlier: link(-7), later: link(7), thisWeek: weekPath(asked, mondayOf(today), today) },
    filter: { trade: filter.trade ?? "", patch: filter.patch ?? "", operative: filter.operative ?? "", show, from: monday, ...filters },
    bulk: { action: link(0), selected: [mistake?.typed.slot ?? []].flat(), typed: mistake?.typed ?? {}, errors: mistake?.errors ?? {} },
  };
}

/** Changes the selected slots together, each as it stands; what could not be changed so is listed. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { site, now } = context;
  const who = await requireStaff(args, handle.roles);
  const form = await readForm(request);
  const checked = checkBulk(form);
  if ("errors" in checked) return refuse(context, form, checked.errors);
  const { changeId, refused } = await changeAll(args, { ...checked.answer, who: who.id });
  if (!changeId) {
    refuse(context, form, { slot: staff.bulk.refused });
    const rules = await readRules(site.db, localDate(now));
    return data({ left: leftLines(await readLeft(site.db, refused), rules, context) }, { status: 422 });
  }
  const url = new URL(request.url);
  url.searchParams.set("change", changeId);
  throw redirect(url.pathname + url.search, 303);
}

async function changeAll({ context }: ActionFunctionArgs, { change, ids, reason, operativeId, who }: BulkChange & { who: string }) {
  const { site, now } = context;
  if (change !== "give") return changeSlots(site.db, { ids, change, reason, who, now });
  const rules = await readRules(site.db, localDate(now));
  return giveVisits(site.db, { slotIds: ids, operativeId, reason, rules, who, now });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Calendar() {
  return <CalendarPage {...useLoaderData<typeof loader>()} left={useActionData<typeof action>()?.left ?? []} />;
}
