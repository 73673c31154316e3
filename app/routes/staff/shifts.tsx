import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isLocalDate, localDate, localTime } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { ShiftsPage } from "#app/features/staff/shifts-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { endShiftLink, listShifts, makeShiftLink } from "#app/services/shift-links.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { refuse } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.day };

/** The date of the address, or today. */
function dateOf({ request, context }: LoaderFunctionArgs): string {
  const asked = new URL(request.url).searchParams.get("date") ?? "";
  return isLocalDate(asked) ? asked : localDate(context.now);
}

/** Who works on a day, and who has a link to it. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, now, words, mistake } = args.context;
  const who = await requireStaff(args, handle.roles);
  const date = dateOf(args);
  const workers = await listShifts(site.db, { date, now });
  const { until, over } = staff.shifts;
  return {
    staffView: staffViewOf(who, "/staff/shifts"),
    documentTitle: staffTitle(args.context, staff.shifts.title),
    ...{ date, dateName: words.format.date(date), problem: mistake?.errors.shift },
    workers: workers.map(({ id, name, visits, shiftEnds, linkEnds }) => ({
      ...{ id, name, visits, isOver: shiftEnds <= now, hasLink: linkEnds !== undefined },
      link: linkEnds ? until(words.format.time(localTime(linkEnds))) : shiftEnds <= now ? over : "",
    })),
  };
}

/** Makes a link, which is shown once, in the answer; or ends one. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const who = await requireStaff(args, handle.roles);
  const form = await readForm(request);
  const date = dateOf(args);
  const shift = { operativeId: String(form.operative ?? ""), date, who: who.id, now: context.now };
  if (form.change === "end") {
    await endShiftLink(context.site.db, shift);
    throw redirect(`/staff/shifts?date=${date}`, 303);
  }
  const made = form.change === "make" ? await makeShiftLink(context.site.db, shift) : undefined;
  if (!made) return refuse(context, form, { shift: staff.shifts.gone });
  return data({ link: { name: made.name, url: new URL(`/shift/${made.token}`, request.url).href } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function StaffShifts() {
  return <ShiftsPage {...useLoaderData<typeof loader>()} link={useActionData<typeof action>()?.link} />;
}
