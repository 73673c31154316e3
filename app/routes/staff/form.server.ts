import { data, type LoaderFunctionArgs } from "@remix-run/node";
import type { FieldView } from "#app/components/field.tsx";
import { MAY } from "#app/domain/staff.ts";
import type { StaffView } from "#app/features/staff/staff-layout.tsx";
import type { Field } from "#app/journeys/fields.ts";
import { roleName } from "#app/journeys/staff-forms.ts";
import { staff } from "#app/languages/staff.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import type { Form } from "#app/web/forms.server.ts";
import { landlordName } from "#app/web/page-title.server.ts";
import type { StaffAtWork } from "#app/web/staff.server.ts";

type Context = Pick<RequestContext, "mistake" | "words" | "site">;

/** Fields as a page shows them, with what was posted and what is wrong with it. What is secret is never sent back. */
export function fieldViews(fields: Readonly<Record<string, Field<unknown>>>, { mistake }: Context, values: Form = {}): FieldView[] {
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

/** The title of the browser's tab. */
export function staffTitle(context: Context, page: string): string {
  const title = context.words.site.title(page, staff.service, landlordName(context));
  return context.mistake ? context.words.site.titleWithError(title) : title;
}

/** What a page says after a change, by the word that its address carries: never what came from the address itself, nor beside a mistake. */
export function savedWords({ request, context }: LoaderFunctionArgs, words: Readonly<Record<string, string>>): string | undefined {
  if (context.mistake) return undefined;
  const saved = new URL(request.url).searchParams.get("saved") ?? "";
  return Object.hasOwn(words, saved) ? words[saved] : undefined;
}

/** Every page of staff that stands in the navigation, and who may open it. */
const PAGES = [
  { href: "/staff", text: staff.pages.start, roles: MAY.signIn },
  { href: "/staff/emergencies", text: staff.pages.emergencies, roles: MAY.day },
  { href: "/staff/day", text: staff.pages.day, roles: MAY.day },
  { href: "/staff/calendar", text: staff.pages.calendar, roles: MAY.calendar },
  { href: "/staff/repairs", text: staff.pages.repairs, roles: MAY.repairs },
  { href: "/staff/absences", text: staff.pages.absences, roles: MAY.calendar },
  { href: "/staff/operatives", text: staff.pages.operatives, roles: MAY.calendar },
  { href: "/staff/messages", text: staff.messages.title, roles: MAY.repairs },
  { href: "/staff/shifts", text: staff.pages.shifts, roles: MAY.day },
  { href: "/staff/figures", text: staff.figures.title, roles: MAY.figures },
  { href: "/staff/accounts", text: staff.pages.accounts, roles: MAY.accounts },
  { href: "/staff/sessions", text: staff.pages.sessions, roles: MAY.signIn },
] as const;

/** What stands around a page for whoever is signed in. */
export function staffViewOf({ name, role, toMove }: StaffAtWork, current: string): StaffView {
  const own = PAGES.filter(({ roles }) => roles.some((each) => each === role));
  return {
    who: staff.signedInAs(name, roleName(role)),
    toMove: toMove > 0 && current !== "/staff/to-move" ? staff.toMove.banner(toMove) : undefined,
    pages: own.map(({ href, text }) => ({ href, text, isCurrent: href === current })),
  };
}
