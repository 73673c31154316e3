import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { PatternPage } from "#app/features/staff/pattern-page.tsx";
import { patternFields, readPattern, visitsNames, WEEKDAY_NUMBERS } from "#app/journeys/operative-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { listOperatives } from "#app/services/list-operatives.server.ts";
import { readOperative } from "#app/services/read-operative.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { type PatternEffect, proposePattern, setPattern } from "#app/services/set-pattern.server.ts";
import { clean, type Form, fieldsOf, readForm, versionOf } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse, savedWords } from "../form.server.ts";
import { proposalView } from "./closing.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { requireOperative } from "./operative.server.ts";
import { patternValues, weekTables } from "./pattern.server.ts";

export const handle = { roles: MAY.calendar };

/** What an operative works now, or what another one works, to be copied. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { site, now, words } = context;
  const who = await requireStaff(args, handle.roles);
  const { operative, patterns } = await requireOperative(args);
  const today = localDate(now);
  const { windows } = await readRules(site.db, today);
  const copied = new URL(request.url).searchParams.get("copy");
  const other = copied === null ? undefined : await readOperative(site.db, { id: clean(copied), now });
  const values = patternValues(other?.patterns ?? patterns, today);
  const title = staff.pattern.title(operative.name);
  const others = (await listOperatives(site.db)).filter(({ id }) => id !== operative.id);
  return {
    title,
    staffView: staffViewOf(who, "/staff/operatives"),
    documentTitle: staffTitle(context, title),
    fields: fieldViews(patternFields, context, values),
    weekdays: WEEKDAY_NUMBERS.map((weekday) => words.format.weekdays([weekday])),
    weeks: weekTables(windows, values, context),
    version: operative.version,
    others: others.map(({ id, name }) => ({ value: id, text: name })),
    saved: savedWords(args, { yes: staff.pattern.saved }),
    problem: context.mistake?.errors.pattern,
  };
}

/** Shows what the pattern would do; with a decision, sets it. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { site, now } = context;
  const who = await requireStaff(args, handle.roles);
  const { operative } = await requireOperative(args);
  const form = await readForm(args.request);
  const today = localDate(now);
  const rules = await readRules(site.db, today);
  const typed = fieldsOf(form, [...Object.keys(patternFields), ...visitsNames(rules.windows)]);
  const read = readPattern(typed, { operativeId: operative.id, windows: rules.windows, today });
  if ("errors" in read) return refuse(context, typed, read.errors);
  const wish = { pattern: read.pattern, version: versionOf(form.version), nation: site.landlord.nation, rules, who: who.id, now };
  if (form.step !== "give" && form.step !== "keep") {
    const effect = await proposePattern(site.db, wish);
    return effect ? proposed(context, { effect, typed, version: wish.version, windows: rules.windows }) : stale(context, typed);
  }
  const effect = await setPattern(site.db, { ...wish, give: form.step === "give" });
  if (!effect) return stale(context, typed);
  if (effect.left.length > 0) throw redirect(`/staff/to-move?saved=all&given=${effect.given.length}`, 303);
  throw redirect(`/staff/operatives/${operative.id}/pattern?saved=yes`, 303);
}

const stale = (context: ActionFunctionArgs["context"], typed: Form) => refuse(context, typed, { pattern: staff.operative.stale });

function proposed(
  context: ActionFunctionArgs["context"],
  { effect, typed, version, windows }: { effect: PatternEffect; typed: Form; version: number; windows: Parameters<typeof weekTables>[0] },
) {
  const { added, dropped, ...settled } = effect;
  const view = proposalView(
    { ...settled, slots: dropped },
    { ...context, typed: { ...typed, version: String(version) }, format: context.words.format },
  );
  return data({
    proposal: { ...view, slots: staff.pattern.effect(added, dropped) },
    fields: fieldViews(patternFields, context, typed),
    weeks: weekTables(windows, typed, context),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Pattern() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <PatternPage {...page} fields={answer?.fields ?? page.fields} weeks={answer?.weeks ?? page.weeks} proposal={answer?.proposal} />;
}
