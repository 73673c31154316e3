import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isNotAlone } from "#app/domain/home.ts";
import { localDate } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { RepairChangePage } from "#app/features/staff/repair-change-page.tsx";
import { aloneFields, markFields } from "#app/journeys/alone-forms.ts";
import { checkFields } from "#app/journeys/journey.ts";
import { staff } from "#app/languages/staff.ts";
import { markHome, readMark } from "#app/services/mark-home.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { markRows, requireRepairCase } from "./repair.server.ts";
import { isKnown, openChange, readChange } from "./repair-change.server.ts";

export const handle = { roles: MAY.changeRepairs };

/** The mark of a repair's home, to be set or taken away: from a repair that is closed too, until its details are deleted. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { context } = args;
  const { home } = await requireRepairCase(args);
  const isMarked = isNotAlone(home);
  const { title, why, button } = staff.alone[isMarked ? "remove" : "add"];
  const { view } = await openChange(args, title, { mayChange: isKnown });
  const mark = await readMark(context.site.db, home.uprn);
  return {
    ...{ ...view, version: home.version, now: [...view.now, ...markRows(home, mark, context)] },
    ...{ why, button, fields: fieldViews(fieldsFor(!isMarked, context.now), context), hidden: { wanted: isMarked ? "off" : "on" } },
  };
}

/** A mark that is set has a last day. */
const fieldsFor = (isSet: boolean, now: Date) => (isSet ? markFields(localDate(now)) : aloneFields);

export async function action(args: ActionFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { context } = args;
  const { db } = context.site;
  const { found, form, seen, path } = await readChange(args);
  const isMarked = form.wanted === "on";
  const checked = checkFields(fieldsFor(isMarked, context.now), form);
  if ("errors" in checked) return refuse(context, form, checked.errors);
  const { uprn } = found.home;
  const { why, until = "" }: { why: string; until?: string } = checked.answer;
  const mark = { uprn, isMarked, why, until: until || null };
  if (isMarked === isNotAlone(found.home) || (await markHome(db, { ...seen, ...mark }))) throw redirect(path, 303);
  const { stale, staleNow } = staff.alone;
  const last = await readMark(db, found.home.uprn);
  return refuse(context, form, { stale: last ? stale(last.what, last.by ?? "", instantIn(context.words, last.at)) : staleNow });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function MarkHome() {
  return <RepairChangePage {...useLoaderData<typeof loader>()} />;
}
