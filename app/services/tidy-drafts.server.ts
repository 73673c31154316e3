import { subDays, subHours } from "date-fns";
import { type ReportAnswers, uprnOf } from "#app/journeys/report.ts";
import { chosenProblem, dangerOf } from "#app/journeys/report-facts.ts";
import { wordsFor } from "#app/languages/languages.ts";
import type { Db } from "#db/client.ts";
import type { Draft } from "#db/queries/drafts.ts";
import { closeOldDrafts, deleteClosedDrafts, leftDrafts, listUnfinished, photoFilesOf, unlistSent } from "#db/queries/unfinished.ts";
import { openReport } from "./open-report.server.ts";
import { readCatalogue } from "./read-catalogue.server.ts";
import type { Site } from "./site.server.ts";

/** A report not touched for so long is taken for left. */
const LEFT_AFTER_HOURS = 1;
/** What the pages say: an unsent report stays on its device for a week. */
const UNSENT_DAYS = 7;
/** As long as a device remembers its reports: until then the confirmation can be opened again. */
const SENT_DAYS = 30;

type Tidied = Pick<Site, "db" | "photos"> & { nation: string; now: Date };

/**
 * Puts reports of an emergency, damp or mould that were left unsent on the staff's list; deletes reports that were not sent within 7 days,
 * their photos first, and what stays of sent ones after 30. May run on several servers at once. How many, for the log; undefined for none.
 */
export async function tidyDrafts(tidied: Tidied): Promise<string | undefined> {
  const listed = await reviewLeft(tidied);
  const deleted = await deleteOld(tidied);
  return listed + deleted > 0 ? `${listed} listed for staff, ${deleted} deleted` : undefined;
}

async function reviewLeft({ db, nation, now }: Tidied): Promise<number> {
  const before = subHours(now, LEFT_AFTER_HOURS);
  let listed = 0;
  for (let left = await leftDrafts(db.read, db.schema, before); left.length > 0; left = await leftDrafts(db.read, db.schema, before)) {
    const reports: Unfinished[] = [];
    for (const draft of left) {
      const report = await unfinishedOf(db, draft, { nation, now });
      if (report) reports.push(report);
    }
    await db.write((tx) => listUnfinished(tx, db.schema, { reports, reviewed: left.map(({ id }) => id), now }));
    listed += reports.length;
  }
  await db.write((tx) => unlistSent(tx, db.schema));
  return listed;
}

type Unfinished = Parameters<typeof listUnfinished>[2]["reports"][number];

/** What staff are shown of a report that was left, where it has an address and a danger. */
async function unfinishedOf(db: Db, draft: Draft, { nation, now }: { nation: string; now: Date }): Promise<Unfinished | undefined> {
  const { id, device, typed, language } = draft;
  // Whoever could not call is listed too, though the landlord may have ended that way since.
  const open = await openReport(db, { draftId: id, device, words: wordsFor(language), nation, takesEmergencies: true, now });
  const { home, emergency, ...answers } = open?.progress.answers ?? ({} as Partial<ReportAnswers>);
  const reason = open && dangerOf({ emergency, ...answers }, open.facts);
  if (!open || !reason || !home || !open.facts.homes.some(({ uprn }) => uprn === uprnOf({ home }))) return undefined;
  const chosen = chosenProblem(answers, open.facts);
  const { problems } = await readCatalogue(db, draft.catalogueId);
  return {
    id,
    uprn: uprnOf({ home }),
    reason,
    emergency: emergency && emergency.kind !== "none" ? emergency.kind : null,
    problemId: problems.find(({ position }) => position === chosen?.position)?.id ?? null,
    description: words(typed, "describe", "description"),
    name: words(typed, "contact", "name"),
    phone: words(typed, "contact", "phone"),
    email: words(typed, "contact", "email"),
    confirmBy: words(typed, "contact", "confirmBy"),
    language,
    begunAt: draft.createdAt,
    leftAt: draft.touchedAt,
    addedAt: now,
  };
}

/** What was typed into one field, right or wrong; null where there is nothing. */
function words(typed: Draft["typed"], page: string, field: string): string | null {
  const value = typed[page]?.[field];
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

async function deleteOld({ db, photos, now }: Tidied): Promise<number> {
  const ages = { unsentBefore: subDays(now, UNSENT_DAYS), sentBefore: subDays(now, SENT_DAYS) };
  const close = () => db.write((tx) => closeOldDrafts(tx, db.schema, ages));
  let deleted = 0;
  for (let closed = await close(); closed.length > 0; closed = await close()) {
    const draftIds = closed;
    // Files before rows: were it stopped between the two, the next run would find the rows and go on.
    for (const file of await photoFilesOf(db.read, db.schema, draftIds)) await photos.remove(file);
    deleted += await db.write((tx) => deleteClosedDrafts(tx, db.schema, draftIds));
  }
  return deleted;
}
