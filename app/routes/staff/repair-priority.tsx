import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import type { Rules } from "#app/domain/rules.ts";
import { MAY } from "#app/domain/staff.ts";
import { RepairChangePage } from "#app/features/staff/repair-change-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { priorityFields, priorityRule } from "#app/journeys/repair-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { changePriority } from "#app/services/change-repair.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { openChange, readChange, refuseStale } from "./repair-change.server.ts";
import { priorityName } from "./rule-words.server.ts";

export const handle = { roles: MAY.changeRepairs };

const { priority } = staff.repairChange;

const optionsOf = (rules: Rules) => Object.fromEntries(rules.priorities.map(({ code }) => [code, priorityName(rules, code)]));

/** Another priority for a repair: those it has not. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { found, rules, view } = await openChange(args, priority.title);
  const { [found.repair.priority]: _, ...others } = optionsOf(rules);
  return { ...view, why: priority.why, fields: fieldViews(priorityFields(others), args.context) };
}

export async function action(args: ActionFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { context } = args;
  const { site, now } = context;
  const { who, found, form, seen, path } = await readChange(args);
  const rules = await readRules(site.db, localDate(now));
  const checked = checkFields(priorityFields(optionsOf(rules)), form, priorityRule);
  if ("errors" in checked) return refuse(context, form, checked.errors);
  if (checked.answer.priority === found.repair.priority) throw redirect(path, 303);
  const change = { ...seen, ...checked.answer, rules, nation: site.landlord.nation, staffName: who.name };
  if (!(await changePriority(site.db, change))) return refuseStale(context, found, form);
  throw redirect(path, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function ChangePriority() {
  return <RepairChangePage {...useLoaderData<typeof loader>()} button={priority.button} />;
}
