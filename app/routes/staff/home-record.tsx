import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NOT_ALONE } from "#app/domain/household.ts";
import { MAY } from "#app/domain/staff.ts";
import { HomeFormPage } from "#app/features/staff/home-form-page.tsx";
import { readRecord, recordFields } from "#app/journeys/household-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { checkHomeRecord, endHomeRecord } from "#app/services/keep-home-record.server.ts";
import { markHome } from "#app/services/mark-home.server.ts";
import { type HomePlace, type HomeRecord, readRecord as readKept } from "#app/services/read-home.server.ts";
import { clean, type Form, readForm, versionOf } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { factsOf, homeFormView, homePath, mayMark, refuseStaleHome, requireHome, requireKind } from "./home.server.ts";

export const handle = { roles: MAY.repairs };

type Kept = Pick<HomeRecord, "kind" | "code" | "words" | "about" | "source" | "agreed" | "until" | "version"> & { record?: HomeRecord };

/** The record of the address: a row of its own, or the mark that stands on the home. */
async function requireRecord(args: LoaderFunctionArgs, { home }: HomePlace): Promise<Kept> {
  const { params, context } = args;
  if (params.record === NOT_ALONE) return markOf(home, context);
  const record = await readKept(context.site.db, { id: clean(params.record ?? ""), uprn: home.uprn });
  if (!record) throw new Response(null, { status: 404 });
  return { ...record, record };
}

function markOf(home: HomePlace["home"], { staff: who }: LoaderFunctionArgs["context"]): Kept {
  if (!who || !mayMark(who)) throw new Response(null, { status: 403 });
  const { notAloneWhy: words, notAloneUntil: until, version } = home;
  return { kind: "warning", code: NOT_ALONE, words, until, version, about: null, source: null, agreed: false };
}

/** Whether it was ended before the page was opened: there is nothing to check any more. */
const isOver = ({ record, words }: Kept) => (record ? record.endedAt !== null : words === null);

/** A need, a warning or a fact: is this still right? */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const place = await requireHome(args, { health: true });
  const kept = await requireRecord(args, place);
  const kind = requireKind(kept.kind);
  if (isOver(kept) && !context.mistake) throw redirect(homePath(place.home), 303);
  const { title, endTitle, endWhy } = staff.home.kinds[kind];
  const { code, words, about, source, agreed, until, version } = kept;
  const values = { code, words, about, source, agreed: agreed ? "yes" : "no", until };
  const typed = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? ""]));
  return {
    ...homeFormView(title, place, { who, context }),
    why: [staff.record.checkWhy],
    fields: fieldViews(recordFields(kind, factsFor(kept, context)), context, typed),
    ...{ hidden: { version }, button: staff.record.save.check, end: { heading: endTitle, why: endWhy, button: staff.record.end } },
  };
}

/** The mark stays the mark, and nothing else becomes it. */
function factsFor(kept: Kept, context: LoaderFunctionArgs["context"]) {
  const facts = factsOf(requireKind(kept.kind), context, { withMark: kept.code === NOT_ALONE });
  return kept.code === NOT_ALONE ? { ...facts, codes: { [NOT_ALONE]: staff.home.notAlone } } : facts;
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const { home } = await requireHome(args);
  const kept = await requireRecord(args, { home, patch: null, block: null });
  const form = await readForm(args.request);
  const read = readRecord(requireKind(kept.kind), form, factsFor(kept, context));
  if (form.change !== "end" && "errors" in read) return refuse(context, form, read.errors);
  const said = form.change !== "end" && "said" in read ? read.said : undefined;
  const isDone = await write(args, { home, kept, form, said, who: who.id });
  if (!isDone) return refuseStaleHome(context, form, { uprn: home.uprn, ...(kept.record && { record: kept.record.id }) });
  throw redirect(`${homePath(home)}?saved=yes`, 303);
}

interface Writing {
  home: HomePlace["home"];
  kept: Kept;
  form: Form;
  /** What it says now; undefined where it is ended. */
  said: Extract<ReturnType<typeof readRecord>, { said: unknown }>["said"] | undefined;
  who: string;
}

/** Checks or ends it; ended already, it is ended. */
function write({ context: { site, now } }: ActionFunctionArgs, { home, kept, form, said, who }: Writing): Promise<boolean> {
  if (!said && isOver(kept)) return Promise.resolve(true);
  const by = { uprn: home.uprn, version: versionOf(form.version), who, now };
  const { record } = kept;
  if (!record) return markHome(site.db, { ...by, isMarked: said !== undefined, why: said?.words ?? "", until: said?.until ?? null });
  return said ? checkHomeRecord(site.db, { ...by, record, said }) : endHomeRecord(site.db, { ...by, record });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function CheckRecord() {
  return <HomeFormPage {...useLoaderData<typeof loader>()} />;
}
