import { randomUUID } from "node:crypto";
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import type { FieldView } from "#app/components/field.tsx";
import type { Field } from "#app/journeys/fields.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import type { Form } from "#app/web/forms.server.ts";

/** Fields as a page shows them, with what was posted and what is wrong with it. What is secret is never sent back. */
export function fieldViews(
  fields: Readonly<Record<string, Field<unknown>>>,
  { mistake }: Pick<RequestContext, "mistake">,
  values: Form = {},
): FieldView[] {
  return Object.entries(fields).map(([name, { schema: _, ...field }]): FieldView => {
    const value = field.kind === "password" ? undefined : (mistake?.typed[name] ?? values[name]);
    const error = mistake?.errors[name];
    return { name, ...field, ...(value !== undefined && { value }), ...(error !== undefined && { error }) };
  });
}

/** Shows the page again with what was typed and what is wrong. */
export function refuse(context: RequestContext, typed: Form, errors: Record<string, string>) {
  context.mistake = { typed, errors };
  return data(null, { status: 422 });
}

/** What a page says after a change, by the word that its address carries: never what came from the address itself, nor beside a mistake. */
export function savedWords({ request, context }: LoaderFunctionArgs, words: Readonly<Record<string, string>>): string | undefined {
  if (context.mistake) return undefined;
  const saved = new URL(request.url).searchParams.get("saved") ?? "";
  return Object.hasOwn(words, saved) ? words[saved] : undefined;
}

/** What a form is given when it is shown, so that sending it twice says it once. */
export const newSubmission = (): string => randomUUID();
