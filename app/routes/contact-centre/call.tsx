import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { hasFactAlready, triesLeft } from "#app/domain/identity.ts";
import { MAY } from "#app/domain/staff.ts";
import { CallPage } from "#app/features/contact-centre/call-page.tsx";
import { emergencyFields, identityFields, readIdentity } from "#app/journeys/call-forms.ts";
import { checkFields } from "#app/journeys/journey.ts";
import { staff } from "#app/languages/staff.ts";
import { beginCallReport } from "#app/services/begin-call-report.server.ts";
import { checkIdentity } from "#app/services/check-identity.server.ts";
import { type OpenCall, takeUpDraft, unsentOfCalls } from "#app/services/read-call.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { type Form, fieldsOf, readForm } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, newSubmission, refuse, savedWords } from "../form.server.ts";
import { staffTitle, staffViewOf } from "../staff/form.server.ts";
import { aroundView, callPath, chase, homeRows, requireCall } from "./call.server.ts";
import { runningCallView } from "./running-call.server.ts";

export const handle = { roles: MAY.contactCentre };

const words = staff.desk.call;
const SAVED = words.saved;

/** A call: who is calling, and what it may be about. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requireStaff(args, handle.roles);
  const { context } = args;
  const open = await requireCall(args);
  const title = words.title(open.home.line1);
  return {
    staffView: staffViewOf(who, ""),
    documentTitle: staffTitle(context, title),
    title,
    path: callPath(open),
    standing: open.standing,
    rows: homeRows(open),
    emergency: fieldViews(emergencyFields(context.words), context, { kind: "" })[0],
    check: checkView(open, context),
    callBack: open.standing === "stopped" ? callBack(open) : undefined,
    reports: reportsOf(open),
    around: await aroundView(open, context),
    unsent: open.standing === "known" ? await unsentView(open, context) : [],
    saved: savedWords(args, SAVED),
    running: await runningCallView(who.id, context),
    submission: newSubmission(),
  };
}

function checkView(open: OpenCall, context: RequestContext) {
  if (open.standing !== "asking") return undefined;
  const { tenancy, checks } = open;
  const isGiven = hasFactAlready(checks);
  return {
    fields: fieldViews(identityFields(tenancy, isGiven), context, { caller: "tenant", consent: "none" }),
    note: isGiven ? words.check.given : tenancy ? undefined : words.check.none,
    problem: context.mistake?.errors.check,
    button: tenancy ? words.check.button : words.check.goOn,
  };
}

/** Read out to nobody: the agent ends this call and dials it. */
function callBack({ tenancy }: OpenCall): string {
  const all = (tenancy?.tenants ?? []).flatMap(({ contacts }) => contacts.flatMap(({ kind, value }) => (kind === "phone" ? [value] : [])));
  return all.length > 0 ? words.check.callBack(all.join(", ")) : words.check.noNumber;
}

/** A button for each of those whose report it can be. */
function reportsOf({ standing, tenancy }: OpenCall) {
  if (standing === "unknown") return [{ tenant: "", text: words.report }];
  if (standing !== "known" || !tenancy) return [];
  return tenancy.tenants.map(({ id, name }) => ({ tenant: id, text: words.reportFor(name) }));
}

async function unsentView({ home: { uprn } }: OpenCall, { site, words: { ...shown }, now }: RequestContext) {
  const unsent = await unsentOfCalls(site.db, { uprn, now });
  return unsent.map(({ draft, by }) => ({ draft: draft.id, text: words.goOn(by, instantIn(shown, draft.touchedAt)) }));
}

interface Pressed {
  args: ActionFunctionArgs;
  open: OpenCall;
  form: Form;
  staffId: string;
}

const toReport = (draftId: string, at = "q") => redirect(`/contact-centre/report/${draftId}#${at}`, 303);

/** An emergency waits for no check. */
async function emergency({ args: { context }, open, form, staffId }: Pressed) {
  const checked = checkFields(emergencyFields(context.words), form);
  if ("errors" in checked) return refuse(context, form, checked.errors);
  const { kind } = checked.answer;
  const language = context.words.code;
  const draftId = await beginCallReport(context.site.db, { open, staffId, emergency: kind, language, now: context.now });
  return toReport(draftId, "describe-description");
}

async function check({ args: { context }, open, form }: Pressed) {
  const fields = identityFields(open.tenancy, hasFactAlready(open.checks));
  const typed = fieldsOf(form, Object.keys(fields));
  const read = readIdentity(fields, typed);
  // What a caller says is shown again to nobody.
  const { said: _, ...shown } = typed;
  if ("errors" in read) return refuse(context, shown, read.errors);
  const passed = await checkIdentity(context.site.db, { open, ...read.answer, now: context.now });
  const left = triesLeft(open.checks) - 1;
  if (!passed && open.tenancy && left > 0) return refuse(context, shown, { check: words.check.wrong(left) });
  return redirect(`${callPath(open)}#next`, 303);
}

async function report({ args: { context }, open, form, staffId }: Pressed) {
  if (open.standing !== "known" && open.standing !== "unknown") return redirect(callPath(open), 303);
  const tenantId = typeof form.tenant === "string" ? form.tenant : undefined;
  const draftId = await beginCallReport(context.site.db, { open, staffId, tenantId, language: context.words.code, now: context.now });
  return toReport(draftId);
}

/** Somebody calls back about a report that was begun for the same home. */
async function resume({ args: { context }, open, form }: Pressed) {
  const taken = await takeUpDraft(context.site.db, open, { draftId: String(form.draft ?? ""), now: context.now });
  return taken ? toReport(taken) : redirect(callPath(open), 303);
}

async function count({ args: { context }, open, form, staffId }: Pressed) {
  const isCounted = await chase(open, form, context, staffId);
  return redirect(`${callPath(open)}${isCounted ? "?saved=chased" : ""}`, 303);
}

const BUTTONS: Readonly<Record<string, (pressed: Pressed) => Promise<Response | ReturnType<typeof refuse>>>> = {
  emergency,
  check,
  report,
  resume,
  count,
};

export async function action(args: ActionFunctionArgs) {
  const { id: staffId } = await requireStaff(args, handle.roles);
  const open = await requireCall(args);
  const form = await readForm(args.request);
  const intent = String(form.intent ?? "");
  const press = Object.hasOwn(BUTTONS, intent) ? BUTTONS[intent] : undefined;
  return press ? press({ args, open, form, staffId }) : redirect(callPath(open), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Call() {
  return <CallPage {...useLoaderData<typeof loader>()} />;
}
