import { addressLine } from "#app/domain/address.ts";
import type { Field } from "#app/journeys/fields.ts";
import type { Page } from "#app/journeys/journey.ts";
import { isToldFirst } from "#app/journeys/report-emergency.ts";
import type { Words } from "#app/languages/en.ts";
import type { OpenReport } from "#app/services/open-report.server.ts";
import { dueIn } from "./view.server.ts";

interface Row {
  name: string;
  value: string;
  actions: { href: string; text: string; hidden: string }[];
}

/** Which questions are checked, in which part of the page; the others only lead the way. */
const SECTIONS = [
  ["problem", ["who", "home", "place", "tenure", "emergency", "where", "what", "which", "describe", "photos"]],
  ["appointment", ["slot", "planned", "call-back"]],
  ["visit", ["household", "help"]],
  ["them", ["person"]],
  ["you", ["contact"]],
] as const;

/** What an answer's row says where that is not the question's label and what was typed. */
type Said = Readonly<Record<string, { name: string; value?: string; anchor?: string }>>;

/** The answers to check, part by part, each with its way back. */
export function checkRows(open: OpenReport, words: Words, photos: number): { heading: string; rows: Row[] }[] {
  const { check, photos: ofPhotos, planned } = words.report;
  const said: Said = {
    home: { name: check.address, value: addressOf(open) },
    slot: { name: check.time },
    photos: { name: ofPhotos.row, value: photos > 0 ? ofPhotos.count(photos) : "", anchor: "photos" },
  };
  // What was no emergency after all is not read back as one.
  const path = open.progress.path.filter(({ slug }) => slug !== "emergency" || isToldFirst(open.progress.answers));
  const sections = SECTIONS.map(([heading, slugs]) => ({
    heading: words.report.check[heading],
    rows: slugs.flatMap((slug) => {
      const page = path.find((page) => page.slug === slug);
      if (page && slug === "planned") return [{ name: planned.row, value: planned.said(dueOf(open, words)), actions: [] }];
      return page ? rowsOf(open, page, { said, words }) : [];
    }),
  }));
  return sections.filter(({ rows }) => rows.length > 0);
}

function rowsOf(open: OpenReport, page: Page, { said, words }: { said: Said; words: Words }): Row[] {
  const { check } = words.report;
  return Object.entries(page.fields).map(([field, shown]) => {
    const typed = answerOf(shown, open.draft.typed[page.slug]?.[field]);
    const { name = shown.label, value = typed, anchor = field } = said[page.slug] ?? {};
    const href = `/report/${open.draft.id}/${page.slug}?change#${anchor}`;
    const empty = shown.kind === "checkboxes" ? check.none : check.notProvided;
    return { name, value: value || empty, actions: [{ href, text: check.change, hidden: name.toLowerCase() }] };
  });
}

const dueOf = ({ job }: OpenReport, words: Words) => (job ? dueIn(job.due, words) : "");

const addressOf = ({ job }: OpenReport) => (job ? addressLine(job.home) : "");

/** An answer as it is read back: the words of an option, or what was typed. */
function answerOf({ options }: Field<unknown>, typed: string | string[] | undefined): string {
  return [typed ?? []]
    .flat()
    .map((value) => options?.[value] ?? value.trim())
    .join(", ");
}
