import { addressLine } from "#app/domain/address.ts";
import type { Field } from "#app/journeys/fields.ts";
import type { Page } from "#app/journeys/journey.ts";
import type { Words } from "#app/languages/en.ts";
import type { OpenReport } from "#app/services/open-report.server.ts";

interface Row {
  name: string;
  value: string;
  actions: { href: string; text: string; hidden: string }[];
}

/** Which questions are checked, in which part of the page; the others only lead the way. */
const SECTIONS = [
  ["problem", ["home", "where", "what", "which", "describe", "photos"]],
  ["appointment", ["slot", "call-back"]],
  ["visit", ["household", "help"]],
  ["you", ["contact"]],
] as const;

/** The answers to check, part by part, each with its way back. */
export function checkRows(open: OpenReport, words: Words): { heading: string; rows: Row[] }[] {
  return SECTIONS.map(([heading, slugs]) => ({
    heading: words.report.check[heading],
    rows: slugs.flatMap((slug) => {
      const page = open.progress.path.find((page) => page.slug === slug);
      return page ? rowsOf(open, page, words) : [];
    }),
  }));
}

function rowsOf(open: OpenReport, page: Page, words: Words): Row[] {
  const { check } = words.report;
  return Object.entries(page.fields).map(([field, shown]) => {
    const name = page.slug === "home" ? check.address : page.slug === "slot" ? check.time : shown.label;
    const value = page.slug === "home" ? addressOf(open) : answerOf(shown, open.draft.typed[page.slug]?.[field]);
    const href = `/report/${open.draft.id}/${page.slug}?change#${field}`;
    const empty = shown.kind === "checkboxes" ? check.none : check.notProvided;
    return { name, value: value || empty, actions: [{ href, text: check.change, hidden: name.toLowerCase() }] };
  });
}

const addressOf = ({ job }: OpenReport) => (job ? addressLine(job.home) : "");

/** An answer as it is read back: the words of an option, or what was typed. */
function answerOf({ options }: Field<unknown>, typed: string | string[] | undefined): string {
  return [typed ?? []]
    .flat()
    .map((value) => options?.[value] ?? value.trim())
    .join(", ");
}
