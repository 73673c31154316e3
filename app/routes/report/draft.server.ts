import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Page } from "#app/journeys/journey.ts";
import { extendHold } from "#app/services/extend-hold.server.ts";
import type { Origin } from "#app/services/hold-offer.server.ts";
import type { OpenReport } from "#app/services/open-report.server.ts";
import { readReceipt } from "#app/services/read-receipt.server.ts";
import { readSaved } from "#app/services/read-saved.server.ts";
import { holdIsFor } from "#app/services/report-outlook.server.ts";
import { resumeReport } from "#app/services/resume-report.server.ts";
import { saveAnswer } from "#app/services/save-answer.server.ts";
import { saveAnswers } from "#app/services/save-answers.server.ts";
import { type Form, fieldsOf } from "#app/web/forms.server.ts";

/** What a report's routes are called with. */
export interface DraftArgs {
  request: Request;
  params: { draft?: string; step?: string };
  context: AppLoadContext;
}

/** The device of a request, or 404: without its cookie there is nothing to show. */
export async function requireDevice({ request, context }: DraftArgs): Promise<string> {
  const device = await context.device.read(request);
  if (!device) throw new Response(null, { status: 404 });
  return device;
}

/** The report of the address. One that was sent leads to what it came to; one that is not this device's is not there. */
export async function requireReport(args: DraftArgs, { withOffers = false } = {}): Promise<OpenReport> {
  const { params, context } = args;
  const { site, words, now } = context;
  const draftId = params.draft ?? "";
  const device = await requireDevice(args);
  const { nation, emergencyContact, limits } = site.landlord;
  const open = await resumeReport(site.db, {
    draftId,
    device,
    words,
    nation,
    takesEmergencies: emergencyContact !== undefined,
    mostRepairs: limits.repairsAHome,
    from: originOf(context),
    withOffers,
    now,
  });
  if (!open) throw new Response(null, { status: 404 });
  const isEmpty = Object.keys(open.draft.typed).length === 0;
  if (isEmpty && (await readReceipt(site.db, { draftId, device }))) throw redirect(`/report/${draftId}/confirmation`);
  if (isEmpty && (await readSaved(site.db, { draftId, device }))) throw redirect(`/report/${draftId}/saved`);
  return open;
}

/** Where a request comes from, and how many may hold a time from there; undefined where no limit counts. */
export function originOf({ origin, site }: AppLoadContext): Origin | undefined {
  return origin === undefined ? undefined : { origin, mostHolding: site.landlord.limits.draftsHolding };
}

/** The page of a slug on this person's path; elsewhere leads to the question that is open. */
export function requirePage(open: OpenReport, slug: string): Page {
  const page = open.progress.path.find((page) => page.slug === slug);
  if (!page) throw redirect(openQuestion(open));
  return page;
}

/** Whether the page was opened to change an answer. */
export const isChange = ({ request }: Pick<DraftArgs, "request">) => new URL(request.url).searchParams.has("change");

/** Where the report goes on: its first open question, or the answers to check. A change goes on as one, past what is answered already. */
export function openQuestion({ draft, progress, job }: OpenReport, change = false): string {
  if (progress.complete) return `/report/${draft.id}/check`;
  const step = progress.path.at(-1)?.slug;
  // Whoever chose a time for this and lost it is told so.
  const isGone = step === "slot" && job && draft.typed.slot?.for === holdIsFor(job);
  const search = [change && "change", isGone && "gone"].filter(Boolean).join("&");
  return `/report/${draft.id}/${step}${search && `?${search}`}`;
}

/** The page after an answer: the next of the path as it is now; from a change, what the change has opened, or the answers. */
export async function pageAfter(args: DraftArgs, slug: string): Promise<string> {
  const open = await requireReport(args);
  if (isChange(args)) return openQuestion(open, true);
  const { path } = open.progress;
  const next = path[path.findIndex((page) => page.slug === slug) + 1];
  return next ? `/report/${open.draft.id}/${next.slug}` : openQuestion(open);
}

/** Keeps what was typed, and lets the hold run on: any answer is a sign of life. */
export async function keepAnswer(args: DraftArgs, open: OpenReport, { slug, typed }: { slug: string; typed: Form }): Promise<void> {
  const { site, now } = args.context;
  await saveAnswer(site.db, { draftId: open.draft.id, device: open.draft.device, step: slug, typed, now });
  if (open.hold) await extendHold(site.db, { draftId: open.draft.id, rules: open.rules, now });
}

/** Keeps the answers of several pages at once, as `keepAnswer` those of one. */
export async function keepAnswers(args: DraftArgs, open: OpenReport, typed: Record<string, Form>): Promise<void> {
  const { site, now } = args.context;
  await saveAnswers(site.db, { draftId: open.draft.id, device: open.draft.device, typed, now });
  if (open.hold) await extendHold(site.db, { draftId: open.draft.id, rules: open.rules, now });
}

/** "Keep my time" was pressed: what is typed so far is kept unjudged, and the same page comes back. */
export async function keepHoldAndTyped(args: DraftArgs, open: OpenReport, page: Page | undefined, form: Form) {
  if (page) await keepAnswer(args, open, { slug: page.slug, typed: fieldsOf(form, Object.keys(page.fields)) });
  else await extendHold(args.context.site.db, { draftId: open.draft.id, rules: open.rules, now: args.context.now });
  const { pathname, search } = new URL(args.request.url);
  return redirect(pathname + search);
}
