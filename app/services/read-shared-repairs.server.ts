import { type LocalDate, localDate } from "#app/domain/local-date.ts";
import type { ReportFacts } from "#app/journeys/report-facts.ts";
import { isShared } from "#app/journeys/report-places.ts";
import type { Words } from "#app/languages/en.ts";
import type { Db } from "#db/client.ts";
import type { Draft } from "#db/queries/drafts.ts";
import type { Home } from "#db/queries/homes.ts";
import { openInBlock, type Repair } from "#db/queries/repairs.ts";

interface Asked {
  typed: Draft["typed"];
  /** The homes of the typed postcode. */
  homes: readonly Home[];
  words: Words;
  now: Date;
}

/**
 * The open repairs of the shared areas that a draft asks about, newest first; none where it asks about a home. What is said of each is the
 * catalogue's wording, the day it was reported and how its target stands: never who reported it, nor anything they typed.
 */
export async function reportedAt(db: Db, { typed, homes, words, now }: Asked): Promise<ReportFacts["reported"]> {
  const place = typed.place?.place;
  if (typeof place !== "string" || !isShared({ place: { place } })) return [];
  const home = homes.find(({ uprn }) => typed.home?.uprn === `uprn-${uprn}`);
  if (!home?.blockId) return [];
  const repairs = await openInBlock(db.read, db.schema, home.blockId);
  return repairs.map((repair) => ({ id: repair.id, label: labelOf(repair, words, localDate(now)) }));
}

function labelOf({ problem, detail, raisedAt, dueOn }: Repair, { format, report }: Words, today: LocalDate): string {
  const { reported, aim, late } = report.places.known;
  const what = [problem, detail].filter(Boolean).join(": ");
  const target = dueOn < today ? late : aim(format.date(dueOn));
  return `${what} (${reported(format.date(localDate(raisedAt)))}, ${target})`;
}
