import type { LoaderFunctionArgs } from "@remix-run/node";
import { addressLine } from "#app/domain/address.ts";
import { isNotAlone, parseUprn } from "#app/domain/home.ts";
import { asRecordKind, FACT_CODES, isToReview, NEED_CODES, NOT_ALONE, type RecordKind, WARNING_CODES } from "#app/domain/household.ts";
import { localDate } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import type { RecordView } from "#app/features/staff/home-page.tsx";
import type { HomeTagsView } from "#app/features/staff/home-tags.tsx";
import type { Options } from "#app/journeys/fields.ts";
import type { RecordFacts } from "#app/journeys/household-forms.ts";
import { inFull } from "#app/languages/staff/figures.ts";
import { staff } from "#app/languages/staff.ts";
import { lastOfHome } from "#app/services/keep-home-record.server.ts";
import { type HomePlace, type HomeRecord, readHomePlace } from "#app/services/read-home.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import type { Form } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import type { StaffAtWork } from "#app/web/staff.server.ts";
import { refuse } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { openHome } from "./restricted.server.ts";
import { wordsOf } from "./rule-words.server.ts";

export const homePath = ({ uprn }: { uprn: string }) => `/staff/homes/${uprn}`;

/** The home of the address; a 404 where there is none. Who may open it is for the caller to ask. */
export async function findHome({ params, context }: LoaderFunctionArgs): Promise<HomePlace> {
  const place = await readHomePlace(context.site.db, parseUprn(params.uprn ?? "") ?? "");
  if (!place) throw new Response(null, { status: 404 });
  return place;
}

/** The home of the address, opened: recorded, and a 403 where it is restricted to others. `health`: its page shows needs. */
export async function requireHome(args: LoaderFunctionArgs, { health = false } = {}): Promise<HomePlace> {
  const place = await findHome(args);
  await openHome(args, { home: place.home, what: "home", health });
  return place;
}

/** The kind of the address; a 404 where it is none. */
export function requireKind(name: unknown): RecordKind {
  const kind = asRecordKind(name);
  if (!kind) throw new Response(null, { status: 404 });
  return kind;
}

/** Whether somebody may say that nobody visits a home alone. */
export const mayMark = ({ role }: Pick<StaffAtWork, "role">) => MAY.changeRepairs.some((each) => each === role);

const CODES = { need: NEED_CODES, warning: WARNING_CODES, fact: FACT_CODES } as const;

/** The codes of a kind in words, with the landlord's own needs. That nobody visits alone is a warning for whoever may say so. */
function codesOf(kind: RecordKind, { site }: Pick<RequestContext, "site">, { withMark = false } = {}): Options {
  const words: Options = staff.home.codes[kind];
  const own = kind === "need" ? site.landlord.needs : {};
  const mark: Options = withMark ? { [NOT_ALONE]: staff.home.notAlone } : {};
  return { ...mark, ...Object.fromEntries(CODES[kind].map((code) => [code, wordsOf(words, code)])), ...own };
}

/** What a form of a kind needs. */
export const factsOf = (kind: RecordKind, context: RequestContext, which: { withMark?: boolean } = {}): RecordFacts => ({
  codes: codesOf(kind, context, which),
  today: localDate(context.now),
});

/** The name of a record's code. A code that the landlord's settings have no more stands as it is. */
const nameOf = ({ kind, code }: HomeRecord, context: Pick<RequestContext, "site">): string =>
  wordsOf(codesOf(requireKind(kind), context), code);

const isOf = (kind: RecordKind) => (record: HomeRecord) => record.kind === kind;

/** What staff are told before a visit, in short: warnings by name, and what helps in plain words, never for which reason. */
export function tagsOf(records: readonly HomeRecord[], context: Pick<RequestContext, "site">): HomeTagsView {
  return {
    warnings: records.filter(isOf("warning")).map((record) => nameOf(record, context)),
    helps: records.filter(isOf("need")).flatMap(({ words }) => words ?? []),
  };
}

/** The same for whoever goes there, with what is to be known of each warning. */
export function warningLines(records: readonly HomeRecord[], context: Pick<RequestContext, "site">): string[] {
  return records.filter(isOf("warning")).map((record) => [nameOf(record, context), record.words].filter(Boolean).join(": "));
}

interface Around {
  context: RequestContext;
  names: ReadonlyMap<string, string>;
  path: string;
}

/** A record as the home's page shows it. */
export function recordView(record: HomeRecord, { context, names, path }: Around): RecordView {
  const { home } = staff;
  const kind = requireKind(record.kind);
  const isNeed = kind === "need";
  const lines = [
    isNeed ? nameOf(record, context) : record.words,
    record.about && home.about(record.about),
    record.source && wordsOf(home.sources, record.source),
    isNeed && home.agreed[record.agreed ? "yes" : "no"],
    record.until && home.until[kind](inFull(record.until)),
    home.checked(inFull(localDate(record.checkedAt)), names.get(record.checkedBy) ?? ""),
  ];
  return {
    id: record.id,
    name: (isNeed && record.words) || nameOf(record, context),
    lines: lines.filter((line) => typeof line === "string" && line !== "") as string[],
    isLate: isToReview(record, localDate(context.now)),
    href: `${path}/records/${record.id}`,
  };
}

/** The mark that nobody visits alone, as a warning among the others; none where the home has none. Why stands there for whoever may set it. */
export function markView(
  { home, mark }: Pick<HomePlace, "home"> & { mark: { at: Date; by: string | null } | undefined },
  { path }: Pick<Around, "path">,
  who: StaffAtWork,
): RecordView[] {
  if (!isNotAlone(home)) return [];
  const lines = [
    mayMark(who) && home.notAloneWhy,
    home.notAloneUntil && staff.home.until.warning(inFull(home.notAloneUntil)),
    mark && staff.home.checked(inFull(localDate(mark.at)), mark.by ?? ""),
  ];
  return [
    {
      ...{ id: NOT_ALONE, name: staff.home.notAlone, isLate: false },
      lines: lines.filter((line) => typeof line === "string") as string[],
      href: mayMark(who) ? `${path}/records/${NOT_ALONE}` : undefined,
    },
  ];
}

/** What stands around each form of a home. */
export function homeFormView(title: string, { home }: HomePlace, { who, context }: { who: StaffAtWork; context: RequestContext }) {
  return {
    ...{ title, home: addressLine(home), back: homePath(home), problem: context.mistake?.errors.stale },
    staffView: staffViewOf(who, ""),
    documentTitle: staffTitle(context, title),
  };
}

/** Shows a form again: who has changed the home, or one record of it, meanwhile, and what was typed. */
export async function refuseStaleHome(context: RequestContext, form: Form, { uprn, record }: { uprn: string; record?: string }) {
  const last = await lastOfHome(context.site.db, uprn, record);
  const { stale, staleNow } = staff.record;
  return refuse(context, form, { stale: last ? stale(last.what, last.by, instantIn(context.words, last.at)) : staleNow });
}
