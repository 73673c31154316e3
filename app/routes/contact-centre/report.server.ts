import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { FieldView } from "#app/components/field.tsx";
import { CANNOT_CALL } from "#app/domain/cannot-call.ts";
import type { Page, Typed } from "#app/journeys/journey.ts";
import { staff } from "#app/languages/staff.ts";
import { type CallReport, openCallReport } from "#app/services/open-call-report.server.ts";
import { savedCallReport } from "#app/services/read-call-report.server.ts";
import { type Form, fieldsOf } from "#app/web/forms.server.ts";
import { openHome } from "../staff/restricted.server.ts";

const words = staff.desk.report;

/** Questions that the call has answered, or that have a place of their own on the page. */
const NOT_ASKED = ["emergency", "call-us", "who", "postcode", "home", "known", "where", "what", "which", "photos", "slot"];

/** When somebody comes or calls hangs on the problem. */
const OF_PROBLEM = ["planned", "call-back"];

export const reportPath = (draftId: string) => `/contact-centre/report/${draftId}`;

/** The report of the address, for any agent. One that was saved leads to what it came to; one that is no agent's is not there. */
export async function requireCallReport(args: LoaderFunctionArgs): Promise<CallReport> {
  const { params, context } = args;
  const { site, words, now } = context;
  const draftId = params.draft ?? "";
  if (await savedCallReport(site.db, draftId)) throw redirect(`${reportPath(draftId)}/saved`, 303);
  const { nation, emergencyContact } = site.landlord;
  const open = await openCallReport(site.db, { draftId, words, nation, takesEmergencies: emergencyContact !== undefined, now });
  if (!open) throw new Response(null, { status: 404 });
  await openHome(args, { home: open.on.home, what: "home" });
  return open;
}

/** The questions that the page asks by their fields, as they apply now. */
export const askedPages = ({ progress, job }: CallReport): Page[] =>
  progress.path.filter(({ slug, isExit }) => !isExit && !NOT_ASKED.includes(slug) && (job || !OF_PROBLEM.includes(slug)));

/** Where a journey has a page for each question, this page has them all: each field bears its question's name. */
export const nameOf = (slug: string, field: string) => `${slug}-${field}`;

/** What was typed into the questions that stood on the form, by question. A question that was shown later is not taken for an empty answer. */
export function answersIn(form: Form, open: CallReport): Typed {
  const shown = typeof form.asked === "string" ? form.asked.split(" ") : [];
  const pages = askedPages(open).filter(({ slug }) => shown.includes(slug));
  return Object.fromEntries(
    pages.map(({ slug, fields }) => {
      const names = Object.keys(fields);
      const posted = fieldsOf(
        form,
        names.map((name) => nameOf(slug, name)),
      );
      return [slug, Object.fromEntries(names.flatMap((name) => named(name, posted[nameOf(slug, name)])))];
    }),
  );
}

const named = (name: string, value: string | string[] | undefined): [string, string | string[]][] =>
  value === undefined ? [] : [[name, value]];

/** What is still to be answered, by the names of the form's fields. */
export function openErrors(open: CallReport): Record<string, string> {
  const { draft, progress } = open;
  const pages = askedPages(open).flatMap((page) => {
    const checked = page.check(draft.typed[page.slug]);
    return "errors" in checked
      ? Object.entries(checked.errors).map(([field, error]): [string, string] => [nameOf(page.slug, field), error])
      : [];
  });
  const slot = progress.path.find(({ slug }) => slug === "slot");
  const isOpen = slot && "errors" in slot.check(draft.typed.slot);
  return {
    ...(!open.job && { q: words.needed }),
    ...(isOpen && { "slot-offer": staff.repairChange.book.error }),
    ...Object.fromEntries(pages),
  };
}

/** A question as a part of the page. What is said to a tenant who cannot call is said by the agent for them. */
export function questionView({ slug, title, fields }: Page, typed: Typed[string] | undefined, errors: Record<string, string>) {
  const views = Object.entries(fields).map(([field, { schema: _, autocomplete: __, ...shown }]): FieldView => {
    const name = nameOf(slug, field);
    const options = shown.options && renamed(shown.options);
    const value = typed?.[field];
    return {
      ...shown,
      name,
      ...(options && { options }),
      ...(value !== undefined && { value }),
      ...(errors[name] && { error: errors[name] }),
    };
  });
  return { slug, title, fields: views };
}

const renamed = (options: Readonly<Record<string, string>>): Record<string, string> =>
  Object.hasOwn(options, CANNOT_CALL) ? { ...options, [CANNOT_CALL]: words.emergencyNow } : { ...options };
