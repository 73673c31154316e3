import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { MAY } from "#app/domain/staff.ts";
import { RingFencesPage } from "#app/features/staff/ring-fences-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { ringFenceFields } from "#app/journeys/ring-fence-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { listRingFences, setRingFence } from "#app/services/set-ring-fence.server.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse, savedWords } from "../form.server.ts";
import { closureNames } from "./closing.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { wordsOf } from "./rule-words.server.ts";

export const handle = { roles: MAY.calendar };

async function factsOf(context: LoaderFunctionArgs["context"]) {
  const { trades } = await closureNames(context);
  const { priorities } = await readRules(context.site.db, localDate(context.now));
  return { trades, priorities: Object.fromEntries(priorities.map(({ code, name }) => [code, inLanguage(name, "en")])) };
}

/** How much of each trade is kept back. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const facts = await factsOf(context);
  const fences = await listRingFences(context.site.db);
  return {
    staffView: staffViewOf(who, "/staff/ring-fences"),
    documentTitle: staffTitle(context, staff.ringFences.title),
    fences: fences.map(({ tradeId, keptFor, slots, releasedAt }) => ({
      ...{ key: `${tradeId} ${keptFor}`, slots, released: staff.ringFences.released(context.words.format.time(releasedAt)) },
      ...{ trade: wordsOf(facts.trades, tradeId), keptFor: wordsOf(facts.priorities, keptFor) },
    })),
    fields: fieldViews(ringFenceFields(facts), context, { releasedAt: "14:00" }),
    saved: savedWords(args, { yes: staff.ringFences.saved }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const fields = ringFenceFields(await factsOf(context));
  const typed = fieldsOf(await readForm(args.request), Object.keys(fields));
  const checked = checkFields(fields, typed);
  if ("errors" in checked) return refuse(context, typed, checked.errors);
  const { trade: tradeId, ...fence } = checked.answer;
  await setRingFence(context.site.db, { fence: { tradeId, ...fence }, who: who.id, now: context.now });
  throw redirect("/staff/ring-fences?saved=yes", 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function RingFences() {
  return <RingFencesPage {...useLoaderData<typeof loader>()} />;
}
