import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Closing } from "#app/domain/closing.ts";
import { localDate } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { ClosingPage } from "#app/features/staff/closing-page.tsx";
import { absenceFields, closureFields, readClosing } from "#app/journeys/absence-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { applyClosing, proposeClosing } from "#app/services/apply-closing.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { fieldsOf, gather, readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { closingFacts, proposalView } from "./closing.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.calendar };

function requireWhat({ params }: LoaderFunctionArgs): Closing["what"] {
  if (params.what === "absence" || params.what === "closure") return params.what;
  throw new Response(null, { status: 404 });
}

/** The form of an absence or a closure, with what a link says already. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const who = await requireStaff(args, handle.roles);
  const what = requireWhat(args);
  const facts = await closingFacts(context);
  const fields = what === "absence" ? absenceFields(facts) : closureFields(facts);
  const asked = gather(new URL(request.url).searchParams);
  const defaults = { from: localDate(context.now), trade: "all", patch: "all", window: "all" };
  return {
    staffView: staffViewOf(who, "/staff/absences"),
    title: staff.closing.titles[what],
    documentTitle: staffTitle(context, staff.closing.titles[what]),
    fields: fieldViews(fields, context, { ...defaults, ...fieldsOf(asked, Object.keys(fields)) }),
    problem: context.mistake?.errors.closing,
  };
}

/** Shows what it would do; with a decision, does it. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { site, now, words } = context;
  const who = await requireStaff(args, handle.roles);
  const what = requireWhat(args);
  const form = await readForm(args.request);
  const facts = await closingFacts(context);
  const fields = what === "absence" ? absenceFields(facts) : closureFields(facts);
  const { operatives, ...others } = fieldsOf(form, Object.keys(fields));
  // With a decision they come as one value, as the proposal wrote them.
  const typed = operatives === undefined ? others : { ...others, operatives: [operatives].flat().flatMap((ids) => ids.split(" ")) };
  const read = readClosing(what, typed, facts);
  if ("errors" in read) return refuse(context, typed, read.errors);
  const wish = { closing: read.closing, rules: await readRules(site.db, localDate(now)), who: who.id, now };
  if (form.step === "give" || form.step === "keep") {
    const effect = await applyClosing(site.db, { ...wish, give: form.step === "give" });
    if (!effect) return refuse(context, typed, { closing: staff.closing.gone });
    throw redirect(`/staff/to-move?saved=closed&slots=${effect.slots}&given=${effect.given.length}`, 303);
  }
  const proposal = proposalView(await proposeClosing(site.db, wish), { ...context, typed, format: words.format });
  return data({ proposal, fields: fieldViews(fields, context, typed) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function AddClosing() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ClosingPage {...page} fields={answer?.fields ?? page.fields} proposal={answer?.proposal} />;
}
