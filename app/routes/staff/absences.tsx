import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { AbsencesPage } from "#app/features/staff/absences-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { endClosingNow } from "#app/services/end-closing.server.ts";
import { listClosings } from "#app/services/list-closings.server.ts";
import { workHoliday } from "#app/services/work-holiday.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { refuse, savedWords } from "../form.server.ts";
import { absenceRow, closureNames, closureRow } from "./closing.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.calendar };

/** Who is away, when nobody works, and the bank holidays to come. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { site, now, words, mistake } = context;
  const who = await requireStaff(args, handle.roles);
  const { absences, closures, holidays } = await listClosings(site.db, { nation: site.landlord.nation, now });
  const names = await closureNames(context);
  return {
    staffView: staffViewOf(who, "/staff/absences"),
    documentTitle: staffTitle(context, staff.absences.title),
    absences: absences.map((absence) => absenceRow(absence, words.format)),
    closures: closures.map((closure) => closureRow(closure, { names, format: words.format })),
    holidays: holidays.map(({ date, name, isWorked }) => ({
      ...{ date, name, isWorked, shown: words.format.date(date) },
      closeHref: `/staff/absences/add/closure?${new URLSearchParams({ from: date, reason: name })}`,
    })),
    saved: savedWords(args, { ended: staff.absences.ended, worked: staff.absences.holidayWorked }),
    problem: mistake?.errors.closing,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { site, now } = context;
  const who = await requireStaff(args, handle.roles);
  const form = await readForm(args.request);
  const by = { who: who.id, now };
  if (form.end === "absences" || form.end === "closures") {
    if (await endClosingNow(site.db, { what: form.end, id: String(form.id), ...by })) throw redirect("/staff/absences?saved=ended", 303);
  } else if (await workHoliday(site.db, { date: String(form.work), nation: site.landlord.nation, ...by }))
    throw redirect("/staff/absences?saved=worked", 303);
  return refuse(context, form, { closing: staff.absences.changed });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Absences() {
  return <AbsencesPage {...useLoaderData<typeof loader>()} />;
}
