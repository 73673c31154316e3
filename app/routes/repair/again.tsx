import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dangerIn } from "#app/domain/emergency-words.ts";
import { localDate } from "#app/domain/local-date.ts";
import { FormOrCall } from "#app/features/follow/form-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { againFields } from "#app/journeys/own-repair-forms.ts";
import { continueRepair } from "#app/services/continue-repair.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { fieldViews, newSubmission, refuse } from "../form.server.ts";
import { ownPath, requireOwn } from "./own.server.ts";
import { mayContinue } from "./own-actions.server.ts";

/** A repair that is done, with who reported it; others lead back to their page. */
async function requireDone(args: LoaderFunctionArgs) {
  const { own, device, path } = await requireOwn(args);
  const { contact } = own;
  if (!mayContinue(own) || !contact) throw redirect(path, 303);
  return { found: { ...own, contact }, device, path };
}

/** What is still wrong after a repair was done. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { path } = await requireDone(args);
  const { lead, title, button } = context.words.followMore.again;
  return {
    ...{ title, button, back: path, lead: [lead], hidden: { submission: newSubmission() } },
    fields: fieldViews(againFields(context.words), context),
    documentTitle: pageTitle(context, title),
  };
}

/** Raises the new repair, whose page follows. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { site, now } = context;
  const { found, device } = await requireDone(args);
  const form = await readForm(args.request);
  const fields = againFields(context.words);
  const checked = checkFields(fields, form);
  if ("errors" in checked) return refuse(context, fieldsOf(form, Object.keys(fields)), checked.errors);
  const { how, worse, words } = checked.answer;
  const rules = await readRules(site.db, localDate(now));
  const by = { device, submission: String(form.submission ?? ""), rules, nation: site.landlord.nation, now };
  const reference = await continueRepair(site.db, { found, how, worse: worse === "yes", words, ...by });
  throw redirect(`${ownPath(reference)}?saved=${dangerIn(words) ? "danger" : "raised"}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Again() {
  return <FormOrCall {...useLoaderData<typeof loader>()} />;
}
