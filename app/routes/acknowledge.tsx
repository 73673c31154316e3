import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isNotAlone } from "#app/domain/home.ts";
import { AcknowledgePage } from "#app/features/duty/acknowledge-page.tsx";
import { text } from "#app/journeys/fields.ts";
import type { Words } from "#app/languages/en.ts";
import { acknowledgeEmergency } from "#app/services/acknowledge-emergency.server.ts";
import { readEmergency } from "#app/services/read-emergency.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { emergencyRows, timeOnDuty } from "./emergency-rows.server.ts";

type Case = NonNullable<Awaited<ReturnType<typeof readEmergency>>>;

/** The emergency of the link, or 404. Looking at it says nothing: mail programs open links by themselves. */
async function requireCase({ params, context }: LoaderFunctionArgs): Promise<Case> {
  const found = await readEmergency(context.site.db, { token: params.token ?? "", now: context.now });
  if (!found) throw new Response(null, { status: 404 });
  return found;
}

export async function loader(args: LoaderFunctionArgs) {
  const { words, mistake } = args.context;
  const found = await requireCase(args);
  const { acknowledgedAt, acknowledgedBy } = found.emergency;
  const title = words.acknowledgement.title(found.repair.reference);
  const { schema: _, ...name } = nameField(words);
  const error = mistake?.errors.name;
  return {
    title,
    documentTitle: pageTitle(args.context, title),
    rows: emergencyRows(found, words),
    isNotAlone: isNotAlone(found.home),
    seen: acknowledgedAt && words.acknowledgement.seen(acknowledgedBy ?? "", timeOnDuty(acknowledgedAt, words)),
    name: { name: "name", ...name, value: mistake?.typed.name ?? "", ...(error && { error }) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, params } = args;
  const form = await readForm(args.request);
  const { repair } = await requireCase(args);
  const by = nameField(context.words).schema.safeParse(form.name);
  if (!by.success) {
    context.mistake = { typed: { name: form.name ?? "" }, errors: { name: by.error.issues[0]?.message ?? "" } };
    return data(null, { status: 422 });
  }
  await acknowledgeEmergency(context.site.db, { repairId: repair.id, by: by.data, now: context.now });
  throw redirect(`/acknowledge/${params.token}`, 303);
}

const nameField = ({ acknowledgement }: Words) =>
  text({ ...acknowledgement.name, hint: acknowledgement.hint, max: 100, autocomplete: "name" });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Acknowledge() {
  return <AcknowledgePage {...useLoaderData<typeof loader>()} />;
}
