import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { channelOf } from "#app/domain/acting.ts";
import { isNotAlone } from "#app/domain/home.ts";
import { localDate } from "#app/domain/local-date.ts";
import { problemLine } from "#app/domain/problem.ts";
import { MAY } from "#app/domain/staff.ts";
import { RepairPage } from "#app/features/staff/repair-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { noteFields } from "#app/journeys/repair-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { addRepairNote } from "#app/services/add-repair-note.server.ts";
import { answerTenant, proveRepair, type Seen } from "#app/services/change-repair.server.ts";
import { readRecords } from "#app/services/read-home.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { setWishAside } from "#app/services/set-wish-aside.server.ts";
import { type Form, readForm } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { callerView } from "../contact-centre/caller.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { historyOf } from "./history.server.ts";
import { homePath, tagsOf } from "./home.server.ts";
import {
  alertsOf,
  markRows,
  needsRows,
  pathOf,
  peopleRows,
  photosOf,
  placeRows,
  repairRows,
  requireRepair,
  requireRepairCase,
  toAnswer,
  visitsOf,
} from "./repair.server.ts";
import { refuseStale, seenIn } from "./repair-change.server.ts";
import { keptRow, keptWords } from "./retention.server.ts";
import { askedFor } from "./wish.server.ts";

export const handle = { roles: MAY.repairs };

/** A repair with everything that is known of it. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const read = await requireRepair(args);
  const { repair } = read;
  const rules = await readRules(context.site.db, localDate(context.now));
  const records = repair.blockId ? [] : await readRecords(context.site.db, { uprns: [repair.uprn], today: localDate(context.now) });
  const title = staff.repair.title(repair.reference);
  const mayChange = MAY.changeRepairs.some((role) => role === who.role);
  const names = new Map(read.history.map((event) => [event.who, event.staffName]));
  return {
    title,
    staffView: staffViewOf(who, "/staff/repairs"),
    documentTitle: staffTitle(context, title),
    path: pathOf(repair),
    problem: context.mistake?.errors.stale,
    alerts: alertsOf(read, context),
    isNotAlone: isNotAlone(read.home),
    home: homePath(read.home),
    tags: tagsOf(records, context),
    alone:
      mayChange && !repair.forgottenAt
        ? { href: `${pathOf(repair)}/alone`, text: staff.alone.link[isNotAlone(read.home) ? "remove" : "add"] }
        : undefined,
    wish: askedFor(read),
    mayChange: mayChange && repair.status === "open",
    forgotten: repair.forgottenAt ? keptWords(repair, [], context) : undefined,
    isProven: repair.proven,
    caller: await callerView(read, who, args),
    toAnswer: toAnswer(read),
    hasVisit: read.visitRows.some(({ appointment }) => appointment.status === "booked"),
    version: repair.version,
    sections: [
      { heading: staff.repair.sections.repair, rows: repairRows(read, rules, context) },
      {
        heading: staff.repair.sections.place,
        rows: [...placeRows(read, context), ...(mayChange ? markRows(read.home, read.mark, context) : [])],
      },
      { heading: staff.repair.sections.people, rows: [...peopleRows(read, context), keptRow(read, context, mayChange)] },
      { heading: staff.repair.sections.visit, rows: needsRows(read, context) },
    ].filter(({ rows }) => rows.length > 0),
    others: read.others.map((other) => ({ href: pathOf(other), reference: other.reference, problem: problemLine(other) })),
    visits: visitsOf(read, context, mayChange),
    photos: photosOf(read, context),
    notes: read.notes.map(({ id, at, who, words }) => ({
      id,
      words,
      by: staff.repair.note.by(who === "tenant" ? staff.tenants.tenant : (names.get(who) ?? ""), instantIn(context.words, at)),
    })),
    note: fieldViews(noteFields, context),
    submission: randomUUID(),
    history: historyOf(read.history, rules, context),
  };
}

/** Adds a note, or says that somebody has checked who reported it. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const found = await requireRepairCase(args);
  const { repair } = found;
  const form = await readForm(args.request);
  const press = PRESSES[String(form.change)];
  if (press) return pressed(args, found, { form, press });
  const checked = checkFields(noteFields, form);
  if ("errors" in checked) return refuse(context, form, checked.errors);
  const note = { repairId: repair.id, words: checked.answer.note, submission: String(form.submission ?? "") };
  const isAdded = await addRepairNote(context.site.db, { ...note, who: who.id, channel: channelOf(who.role), now: context.now });
  if (!isAdded) return refuse(context, form, { stale: staff.retention.deletedNote });
  throw redirect(`${pathOf(repair)}#notes`, 303);
}

type Case = Awaited<ReturnType<typeof requireRepairCase>>;
type Press = (db: ActionFunctionArgs["context"]["site"]["db"], seen: Seen, found: Case) => Promise<boolean>;

/** What takes one press, by its name: false where it is refused. What is said already stays said. */
const PRESSES: Readonly<Record<string, Press | undefined>> = Object.assign(Object.create(null), {
  prove: (db, seen, { repair }) => (repair.proven ? Promise.resolve(true) : proveRepair(db, seen)),
  answer: (db, seen) => answerTenant(db, seen),
  anybody: (db, seen, { needs }) => setWishAside(db, { ...seen, needs: needs?.needs ?? [] }),
} satisfies Record<string, Press>);

async function pressed(args: ActionFunctionArgs, found: Case, { form, press }: { form: Form; press: Press }) {
  const { context } = args;
  const who = await requireStaff(args, form.change === "prove" ? MAY.contactCentre : MAY.changeRepairs);
  const seen = seenIn(form, { repair: found.repair, who: who.id, channel: channelOf(who.role), now: context.now });
  if (await press(context.site.db, seen, found)) throw redirect(pathOf(found.repair), 303);
  return refuseStale(context, found, {});
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function ShowRepair() {
  return <RepairPage {...useLoaderData<typeof loader>()} />;
}
