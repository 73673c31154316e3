import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { CANNOT_CALL } from "#app/domain/cannot-call.ts";
import { offerKey, parseOfferKey } from "#app/domain/offers.ts";
import type { Typed } from "#app/journeys/journey.ts";
import { isEmergency } from "#app/journeys/report-emergency.ts";
import { NONE_SUIT } from "#app/journeys/report-facts.ts";
import { problemsFor } from "#app/journeys/report-places.ts";
import { answersTo } from "#app/journeys/report-problems.ts";
import { staff } from "#app/languages/staff.ts";
import { holdForCaller } from "#app/services/hold-for-caller.server.ts";
import type { CallReport } from "#app/services/open-call-report.server.ts";
import { saveAnswers } from "#app/services/save-answers.server.ts";
import { saveCallReport } from "#app/services/save-call-report.server.ts";
import { searchCatalogue } from "#app/services/search-catalogue.server.ts";
import type { Form } from "#app/web/forms.server.ts";
import { refuse } from "../form.server.ts";
import { callPath, chase } from "./call.server.ts";
import { answersIn, openErrors, reportPath, requireCallReport } from "./report.server.ts";

/** What was pressed, the report as it was before, and as it is with what was typed. */
interface Pressed {
  args: ActionFunctionArgs;
  before: CallReport;
  open: CallReport;
  form: Form;
  staffId: string;
}

const words = staff.desk.report;
const LONGEST_SEARCH = 100;

const asText = (value: Form[string] | undefined) => (typeof value === "string" ? value : "");

/** What the caller's words for the problem are, where they are new: a search is to be made. */
function newSearch(form: Form, { draft }: CallReport): string | undefined {
  const q = asText(form.q).trim().slice(0, LONGEST_SEARCH);
  const isNew = q !== (draft.typed.search?.q ?? "") || form.intent === "find";
  return q !== "" && isNew ? q : undefined;
}

/** What was typed, by question; the search is kept with it, so that whoever takes the report up sees the same. */
export function typedIn(form: Form, open: CallReport): Typed {
  const q = newSearch(form, open);
  return { ...answersIn(form, open), ...(q !== undefined && { search: { q } }) };
}

const keep = ({ args: { context }, open }: Pressed, typed: Record<string, Record<string, string>>) =>
  saveAnswers(context.site.db, { draftId: open.draft.id, device: open.draft.device, typed, now: context.now });

/** Back to the page, at what comes next. */
function onPage({ open }: Pressed, at: string, query = "") {
  return redirect(`${reportPath(open.draft.id)}${query}#${at}`, 303);
}

async function atNext(pressed: Pressed, query = "") {
  const open = await requireCallReport(pressed.args);
  return onPage(pressed, Object.keys(openErrors(open))[0] ?? "confirmed", query);
}

/** Where a press leads but to saving: what is new is looked at first, whichever button it was. Undefined where nothing is. */
export async function leadOn(pressed: Pressed): Promise<Response | ReturnType<typeof refuse> | undefined> {
  const { args, before, open, form, staffId } = pressed;
  if (form.same || form.worse) {
    const isCounted = await chase(open.on, form, args.context, staffId);
    return redirect(isCounted ? `${callPath(open.on)}?saved=chased` : reportPath(open.draft.id), 303);
  }
  const later = asText(form.later);
  if (later) return onPage(pressed, "slot-offer", `?${new URLSearchParams({ from: later })}`);
  if (newSearch(form, before)) return find(pressed);
  return (await choose(pressed)) ?? (await take(pressed)) ?? holdAgain(pressed);
}

async function find(pressed: Pressed) {
  const { args, open } = pressed;
  const found = await searchCatalogue(args.context.site.db, open, asText(open.draft.typed.search?.q));
  return onPage(pressed, found.length > 0 ? "problem" : "q");
}

/** A problem was chosen among those found: it is the answer, and the soonest time is held for it. */
async function choose(pressed: Pressed) {
  const { args, open, form } = pressed;
  const position = asText(form.problem).replace(/^leaf-/, "");
  const isOpen = open.draft.typed.search?.done === undefined;
  if (position === "" || !isOpen)
    return form.intent === "choose" ? refuse(args.context, form, { problem: words.matches.error }) : undefined;
  const { progress, facts, draft } = open;
  const answers = answersTo(problemsFor(progress.answers, facts), position, facts.words.report.which.other);
  if (!answers) return refuse(args.context, form, { problem: words.matches.error });
  const q = asText(draft.typed.search?.q);
  await keep(pressed, {
    ...answers,
    search: { q, done: "yes" },
    "emergency-repair": { goOn: CANNOT_CALL },
    // The caller's own words begin the description.
    ...(!asText(draft.typed.describe?.description) && { describe: { description: q } }),
  });
  await holdSoonest(pressed);
  return atNext(pressed);
}

const needsTime = ({ progress, hold, claim, draft, job }: CallReport) =>
  job !== undefined && !hold && !claim && draft.typed.slot?.offer !== NONE_SUIT && progress.path.some(({ slug }) => slug === "slot");

/** Holds the time chosen before, where it can be had for what is asked now; else the soonest. */
async function holdSoonest({ args }: Pressed): Promise<boolean> {
  const { db } = args.context.site;
  const { now } = args.context;
  const open = await requireCallReport(args);
  if (!needsTime(open)) return false;
  const wanted = parseOfferKey(asText(open.draft.typed.slot?.offer));
  return (wanted && (await holdForCaller(db, open, { wanted, now }))) || holdForCaller(db, open, { now });
}

/** Another time than the one that is held was selected. */
async function take(pressed: Pressed) {
  const { args, open, form } = pressed;
  const typed = asText(form["slot-offer"]);
  const chosen = open.hold ?? open.claim;
  const isNew = typed !== "" && typed !== (chosen ? offerKey(chosen) : open.draft.typed.slot?.offer);
  if (!isNew) return form.intent === "take" ? refuseTime(pressed) : undefined;
  if (typed === NONE_SUIT) {
    await keep(pressed, { slot: { offer: NONE_SUIT } });
    return atNext(pressed);
  }
  const wanted = parseOfferKey(typed);
  if (!wanted) return refuseTime(pressed);
  const isHeld = await holdForCaller(args.context.site.db, open, { wanted, now: args.context.now });
  return isHeld ? atNext(pressed) : onPage(pressed, "slot-offer", "?gone");
}

const refuseTime = ({ args, form, open }: Pressed) =>
  open.hold ? undefined : refuse(args.context, form, { "slot-offer": staff.repairChange.book.error });

/** What was ticked may ask for somebody else to come: then the time is another one, and is looked at before it is saved. */
async function holdAgain(pressed: Pressed) {
  const hadTime = pressed.before.hold !== undefined || pressed.before.claim !== undefined;
  return hadTime && (await holdSoonest(pressed)) ? atNext(pressed) : undefined;
}

/** Saves the report, once nothing is left to ask. */
export async function save({ args, open, form, staffId }: Pressed) {
  const { context } = args;
  const { answers } = open.progress;
  const isRead = form.confirmed === "yes" || isEmergency(answers);
  const errors = { ...openErrors(open), ...(!isRead && { confirmed: words.confirmed.error }) };
  if (Object.keys(errors).length > 0) return refuse(context, form, errors);
  const path = reportPath(open.draft.id);
  const saved = await saveCallReport(context.site.db, open, { staffId, now: context.now });
  if (!saved.ok) return redirect(`${path}?gone#slot-offer`, 303);
  if (isEmergency(answers)) context.site.sendNow?.();
  return redirect(`${path}/saved`, 303);
}
