import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { MAY } from "#app/domain/staff.ts";
import { NewSlotPage } from "#app/features/staff/new-slot-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { newSlotFields } from "#app/journeys/slot-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { addSlot, type ExtraAnswer } from "#app/services/add-slot.server.ts";
import { readCalendarFilters } from "#app/services/read-calendar.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { fieldsOf, gather, readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.calendar };

async function fieldsFor({ site, now }: RequestContext) {
  const [{ operatives }, { windows }] = [await readCalendarFilters(site.db), await readRules(site.db, localDate(now))];
  return newSlotFields({
    operatives: Object.fromEntries(operatives.map(({ id, name }) => [id, name])),
    windows: Object.fromEntries(windows.map(({ code, name }) => [code, inLanguage(name, "en")])),
  });
}

/** One more slot; what the address says of it is filled in. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const { title } = staff.newSlot;
  const asked = gather(new URL(args.request.url).searchParams);
  return {
    title,
    staffView: staffViewOf(who, "/staff/calendar"),
    documentTitle: staffTitle(context, title),
    fields: fieldViews(await fieldsFor(context), context, asked),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const fields = await fieldsFor(context);
  const typed = fieldsOf(await readForm(args.request), Object.keys(fields));
  const checked = checkFields(fields, typed);
  if ("errors" in checked) return refuse(context, typed, checked.errors);
  const { operative: operativeId, date, window } = checked.answer;
  const answer = await addSlot(context.site.db, { operativeId, date, window, who: who.id, now: context.now });
  if (!answer.ok) return refuse(context, typed, errorOf(answer));
  throw redirect(`/staff/calendar?from=${date}&change=${answer.changeId}`, 303);
}

const errorOf = ({ reason }: Extract<ExtraAnswer, { ok: false }>) => ({ [reason]: staff.newSlot[reason].error });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function NewSlot() {
  return <NewSlotPage {...useLoaderData<typeof loader>()} />;
}
