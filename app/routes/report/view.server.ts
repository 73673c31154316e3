import type { FieldView } from "#app/components/field.tsx";
import { localTime } from "#app/domain/local-date.ts";
import type { Due } from "#app/domain/target.ts";
import type { HoldView } from "#app/features/report/hold-warning.tsx";
import type { Page } from "#app/journeys/journey.ts";
import type { Words } from "#app/languages/en.ts";
import type { OpenReport } from "#app/services/open-report.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";

const WARNED_BEFORE_S = 120;

/** What a journey's page needs whatever it asks: the browser never gets a schema. */
export function pageView(open: OpenReport, page: Page, context: RequestContext, change: boolean) {
  const { mistake, now } = context;
  const typed = mistake?.typed ?? open.draft.typed[page.slug] ?? {};
  const errors = mistake?.errors ?? {};
  const fields = Object.entries(page.fields).map(([name, { schema: _, ...field }]): FieldView => {
    const value = typed[name];
    const error = errors[name];
    return { name, ...field, ...(value !== undefined && { value }), ...(error !== undefined && { error }) };
  });
  return {
    slug: page.slug,
    title: page.title,
    documentTitle: pageTitle(context, page.title),
    fields,
    isExit: page.isExit,
    back: backOf(open, page.slug, change),
    hold: holdView(open, now),
    unheld: slugsAfter(open, "slot").includes(page.slug) ? open.facts.slots.claimed?.label : undefined,
  };
}

const slugsAfter = ({ progress: { path } }: OpenReport, slug: string) =>
  path.slice(path.findIndex((page) => page.slug === slug)).map((page) => page.slug);

/** Back leads to the page before; from a change, to the answers. */
function backOf({ draft, progress }: OpenReport, slug: string, change: boolean): string {
  const at = progress.path.findIndex((page) => page.slug === slug);
  const before = progress.path[at - 1];
  if (change && progress.complete) return `/report/${draft.id}/check`;
  return before ? `/report/${draft.id}/${before.slug}` : "/";
}

/** By when work is promised, in words. */
export function dueIn({ dueOn, dueAt }: Due, words: Words): string {
  return dueAt ? instantIn(words, dueAt) : words.format.date(dueOn);
}

/** The hold as a page shows it: until when, and in how many seconds to warn. */
export function holdView({ hold, facts }: OpenReport, now: Date): HoldView | undefined {
  if (!hold || !facts.slots.held) return undefined;
  const left = Math.floor((hold.expiresAt.getTime() - now.getTime()) / 1000);
  return { label: facts.slots.held.label, until: localTime(hold.expiresAt), warnIn: Math.max(0, left - WARNED_BEFORE_S) };
}
