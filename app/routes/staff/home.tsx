import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addressLine } from "#app/domain/address.ts";
import { isNotAlone } from "#app/domain/home.ts";
import { RECORD_KINDS, type RecordKind } from "#app/domain/household.ts";
import { localDate } from "#app/domain/local-date.ts";
import { problemLine } from "#app/domain/problem.ts";
import { MAY } from "#app/domain/staff.ts";
import { HomePage } from "#app/features/staff/home-page.tsx";
import { inFull } from "#app/languages/staff/figures.ts";
import { staff } from "#app/languages/staff.ts";
import { type HomePlace, readHome } from "#app/services/read-home.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { requireStaff, type StaffAtWork } from "#app/web/staff.server.ts";
import { savedWords } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { homePath, markView, recordView, requireHome, tagsOf } from "./home.server.ts";
import { pathOf } from "./repair.server.ts";
import { whoMaySee } from "./restricted.server.ts";
import { wordsOf } from "./rule-words.server.ts";

export const handle = { roles: MAY.repairs };

type Read = Awaited<ReturnType<typeof readHome>>;

/** A home with everything that is known of it. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const place = await requireHome(args, { health: true });
  const { home } = place;
  const read = await readHome(context.site.db, place, localDate(context.now));
  const title = addressLine(home);
  return {
    ...{ title, staffView: staffViewOf(who, ""), documentTitle: staffTitle(context, title) },
    ...{ saved: savedWords(args, staff.home.saved), isNotAlone: isNotAlone(home), tags: tagsOf(read.records, context) },
    rows: rowsOf(place, read),
    records: RECORD_KINDS.map((kind) => recordsOf(kind, { place, read, who, context })),
    repairs: repairLines(read),
    ...happenedAt(read, context),
    restrict: MAY.oversee.some((role) => role === who.role) ? `${homePath(home)}/restrict` : undefined,
    restricted: home.restrictedTo === null ? undefined : staff.home.restricted(whoMaySee(home)),
  };
}

function rowsOf({ home, patch, block }: HomePlace, { tenancy }: Read) {
  const { rows, noTenancy, term, ended } = staff.home;
  const from = tenancy && term(inFull(tenancy.startsOn), tenancy.endsOn ? inFull(tenancy.endsOn) : undefined);
  const all = [
    { name: rows.people, value: tenancy?.names.join(", ") },
    { name: rows.tenancy, value: tenancy?.reference ?? noTenancy },
    { name: rows.term, value: from },
    { name: rows.tenure, value: wordsOf(staff.repair.tenures, home.tenure) },
    { name: rows.patch, value: patch },
    { name: rows.block, value: block },
    { name: rows.uprn, value: home.uprn },
    { name: staff.repair.rows.state, value: home.endedOn && ended(inFull(home.endedOn)) },
  ];
  return all.flatMap(({ name, value }) => (value ? [{ name, value }] : []));
}

interface Shown {
  place: HomePlace;
  read: Read;
  who: StaffAtWork;
  context: RequestContext;
}

function recordsOf(kind: RecordKind, { place, read, who, context }: Shown) {
  const { heading, none, add } = staff.home.kinds[kind];
  const path = homePath(place.home);
  const around = { context, names: read.names, path };
  const own = read.records.filter((record) => record.kind === kind).map((record) => recordView(record, around));
  const mark = kind === "warning" ? markView({ ...place, mark: read.mark }, around, who) : [];
  return { heading, none, add: { href: `${path}/add/${kind}`, text: add }, records: [...mark, ...own] };
}

function repairLines({ repairs }: Read) {
  const lines = repairs.map((repair) => ({
    ...{ key: repair.id, href: pathOf(repair), name: repair.reference, isOpen: repair.status === "open" },
    words: [problemLine(repair), wordsOf(staff.repairs.states, repair.status)],
  }));
  return { open: lines.filter(({ isOpen }) => isOpen), past: lines.filter(({ isOpen }) => !isOpen) };
}

/** What happened there: appointments, notes, messages, and changes of the home itself, the latest first. */
function happenedAt({ repairs, appointments, notes, messages, events, names }: Read, { words }: RequestContext) {
  const references = new Map(repairs.map(({ id, reference }) => [id, reference]));
  const of = (repairId: string) => references.get(repairId) ?? "";
  const { home, repair, tenants, messages: said } = staff;
  return {
    appointments: appointments.map(({ id, repairId, date, windowName, starts, ends, status }) => ({
      ...{ key: id, href: pathOf({ reference: of(repairId) }), name: words.format.appointment(date, windowName, starts, ends) },
      words: [of(repairId), wordsOf(repair.visits.states, status)],
    })),
    notes: notes.map(({ id, repairId, at, who, words: note }) => {
      const by = who === "tenant" ? tenants.tenant : (names.get(who) ?? "");
      return { id, words: note, by: home.note(repair.note.by(by, instantIn(words, at)), of(repairId)) };
    }),
    messages: messages.map(({ id, repairId, kind, channel, sentAt }) => ({
      ...{ key: id, name: sentAt ? instantIn(words, sentAt) : "" },
      words: [[wordsOf(said.kinds, kind), wordsOf(said.channels, channel)].join(", "), of(repairId)],
    })),
    history: events.map(({ what, who, at }) => home.happened(what, names.get(who) ?? staff.slot.bySystem, instantIn(words, at))).reverse(),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function StaffHome() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
