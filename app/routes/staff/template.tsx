import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asTenantKind } from "#app/domain/message.ts";
import { fieldsOf as fieldNames } from "#app/domain/message-fields.ts";
import { MAY } from "#app/domain/staff.ts";
import { TemplatePage } from "#app/features/staff/templates-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { templateFields } from "#app/journeys/message-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { changeTemplate } from "#app/services/change-template.server.ts";
import { readTemplate } from "#app/services/write-message.server.ts";
import { fieldsOf, readForm, versionOf } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { languageOf, previewOf } from "./templates.server.ts";

export const handle = { roles: MAY.accounts };

const OWN = "/staff/messages/templates";

function kindOf({ params }: LoaderFunctionArgs) {
  const kind = asTenantKind(params.kind);
  if (!kind) throw new Response(null, { status: 404 });
  return kind;
}

/** The words of one kind of message, and how they read. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const kind = kindOf(args);
  const { words, version, isOwn } = await readTemplate(context.site.db, { kind, language: languageOf(context) });
  const title = staff.templates.edit(staff.messages.kinds[kind]);
  return {
    ...{ title, version, isOwn, known: staff.templates.known(fieldNames(kind)) },
    staffView: staffViewOf(who, OWN),
    documentTitle: staffTitle(context, title),
    fields: fieldViews(templateFields(kind), context, words),
    preview: previewOf(words, kind, context),
    problem: context.mistake?.errors.stale,
  };
}

/** Keeps other words, shows how they would read, or goes back to the standard ones. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const kind = kindOf(args);
  const form = await readForm(args.request);
  const fields = templateFields(kind);
  const typed = fieldsOf(form, Object.keys(fields));
  const change = { kind, language: languageOf(context), from: versionOf(form.version), who: who.id, now: context.now };
  const stale = () => refuse(context, typed, { stale: staff.templates.stale });
  if (form.step === "reset") {
    if (!(await changeTemplate(context.site.db, { ...change, words: null }))) return stale();
    throw redirect(`${OWN}?saved=standard`, 303);
  }
  const checked = checkFields(fields, typed);
  if ("errors" in checked) return refuse(context, typed, checked.errors);
  if (form.step === "show") return data({ words: checked.answer, preview: previewOf(checked.answer, kind, context) });
  const isSaved = change.from >= 0 && (await changeTemplate(context.site.db, { ...change, words: checked.answer }));
  if (!isSaved) return stale();
  throw redirect(`${OWN}?saved=yes`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Template() {
  const { fields, preview, ...page } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const typed: Record<string, string> = tried?.words ?? {};
  const shown = fields.map((field) => ({ ...field, value: typed[field.name] ?? field.value }));
  return <TemplatePage {...page} fields={shown} preview={tried?.preview ?? preview} />;
}
