import { addressLine } from "#app/domain/address.ts";
import { USUAL_LIMITS } from "#app/domain/limits.ts";
import { localDate } from "#app/domain/local-date.ts";
import type { Choice, Offer } from "#app/domain/offers.ts";
import { parsePostcode } from "#app/domain/postcode.ts";
import type { Rules } from "#app/domain/rules.ts";
import { wishOf } from "#app/domain/wish.ts";
import type { Progress } from "#app/journeys/journey.ts";
import { type ReportAnswers, report, uprnOf } from "#app/journeys/report.ts";
import { isEmergency } from "#app/journeys/report-emergency.ts";
import { chosenProblem, isChosenOnline, type ReportFacts } from "#app/journeys/report-facts.ts";
import type { Words } from "#app/languages/en.ts";
import type { Db } from "#db/client.ts";
import { type Draft, draftOn } from "#db/queries/drafts.ts";
import { type Home, homesAt } from "#db/queries/homes.ts";
import { emergencyProblem } from "./emergency-problem.server.ts";
import type { Hold } from "./find-hold.server.ts";
import { readCatalogue } from "./read-catalogue.server.ts";
import { readRules } from "./read-rules.server.ts";
import { reportedAt } from "./read-shared-repairs.server.ts";
import { isForCall, type Job, jobOf, outlookFor } from "./report-outlook.server.ts";

/** A draft of a report as it stands at an instant. */
export interface OpenReport {
  draft: Draft;
  facts: ReportFacts;
  progress: Progress<ReportAnswers>;
  rules: Rules;
  /** Once the home and the problem are known and described. */
  job?: Job;
  hold?: Hold;
  /** Chosen and not held, while somebody is still free for it: booked when the report is sent, if nobody is quicker. */
  claim?: Choice;
  /** Loaded only where the page shows them, or where there is no hold to go on with. */
  offers?: Offer[];
}

interface Asked {
  draftId: string;
  /** SHA-256 of the device's id. */
  device: string;
  words: Words;
  nation: string;
  /** Somebody on duty is told at once of an emergency whose tenant cannot call. */
  takesEmergencies: boolean;
  /** Load the offers even where one is held: the picker shows them. */
  withOffers?: boolean;
  /** Open repairs that a home may have which nobody has shown to be real; the landlord's usual number unless told. */
  mostRepairs?: number;
  /** Every question on one page, as an agent asks them in whatever order: the times are there as soon as the problem is. */
  onOnePage?: boolean;
  now: Date;
}

/** Opens a draft of this device and walks it; undefined when there is no such draft there. */
export async function openReport(
  db: Db,
  { draftId, device, words, mostRepairs = USUAL_LIMITS.repairsAHome, onOnePage = false, ...asked }: Asked,
): Promise<OpenReport | undefined> {
  const draft = await draftOn(db.read, db.schema, { id: draftId, device });
  if (!draft) return undefined;
  const [homes, { problems }, rules] = await Promise.all([
    homesTyped(db, draft),
    readCatalogue(db, draft.catalogueId),
    readRules(db, localDate(asked.now)),
  ]);
  const facts: ReportFacts = {
    words,
    homes: homes.map((home) => ({ uprn: home.uprn, address: addressLine({ ...home, postcode: "" }), blockId: home.blockId })),
    problems,
    takesEmergencies: asked.takesEmergencies,
    reported: await reportedAt(db, { typed: draft.typed, homes, words, now: asked.now }),
    slots: { outlook: "offers" },
  };
  const look = (facts: ReportFacts) => (onOnePage ? report.check(draft.typed, facts) : report.walk(draft.typed, facts));
  const soFar = look(facts);
  const { home, describe, help } = soFar.answers;
  const chosen = chosenProblem(soFar.answers, facts);
  const leaf = problems.find(({ position }) => position === chosen?.position);
  const isUrgent = isEmergency(soFar.answers);
  const problem = isUrgent ? emergencyProblem(soFar.answers, { leaf, words, catalogueId: draft.catalogueId }) : leaf;
  const at = home && homes.find(({ uprn }) => uprn === uprnOf({ home }));
  if (!at || !problem || !(describe || onOnePage)) return { draft, facts, progress: soFar, rules };

  const job = await jobOf(db, { ...asked, home: at, problem, rules, wish: wishOf(help?.needs ?? []) });
  if (await isForCall(db, job, mostRepairs)) {
    const full = { ...facts, isForCall: true };
    return { draft, facts: full, progress: look(full), rules, job };
  }
  if (isUrgent || !isChosenOnline(chosen)) return { draft, facts, progress: soFar, rules, job };
  const { slots, ...outlook } = await outlookFor(db, { ...asked, draft, job, rules, words });
  const all = { ...facts, slots };
  return { draft, facts: all, progress: look(all), rules, job, ...outlook };
}

/** The homes of the typed postcode; those with the typed number where there are any. */
async function homesTyped(db: Db, { typed }: Draft): Promise<Home[]> {
  const { postcode, number } = typed.postcode ?? {};
  const at = typeof postcode === "string" ? parsePostcode(postcode) : undefined;
  if (!at) return [];
  const homes = await homesAt(db.read, db.schema, at);
  const wanted = typeof number === "string" ? number.trim().toLowerCase() : "";
  const numbered = homes.filter((home) => hasNumber(home, wanted));
  return numbered.length > 0 ? numbered : homes;
}

const hasNumber = (home: Home, wanted: string) =>
  wanted !== "" &&
  addressLine({ ...home, postcode: "" })
    .toLowerCase()
    .split(/[\s,]+/)
    .includes(wanted);
