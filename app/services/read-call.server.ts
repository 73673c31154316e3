import { subDays } from "date-fns";
import { type Standing, standingOf } from "#app/domain/identity.ts";
import { localDate } from "#app/domain/local-date.ts";
import type { Db } from "#db/client.ts";
import { type Call, callAbout, callDrafts, checksOf, giveDraft, repairsAround } from "#db/queries/calls.ts";
import type { Home } from "#db/queries/homes.ts";
import type { Repair } from "#db/queries/repairs.ts";
import { type Tenancy, tenancyOn } from "#db/queries/tenants.ts";

/** A repair closed so many days ago may be what somebody calls about. */
const RECENT_DAYS = 30;
/** As long as tidying keeps what was not sent. */
const DRAFT_DAYS = 7;

/** A call as it stands. */
export interface OpenCall {
  call: Call;
  home: Home;
  block: { name: string } | null;
  tenancy: Tenancy | undefined;
  checks: Awaited<ReturnType<typeof checksOf>>;
  standing: Standing;
}

/** A call with the home it is about and what was asked of the caller; undefined where there is none. */
export async function readCall(db: Db, id: string, now: Date): Promise<OpenCall | undefined> {
  const found = await callAbout(db.read, db.schema, id);
  if (!found) return undefined;
  const [tenancy, checks] = await Promise.all([
    tenancyOn(db.read, db.schema, { uprn: found.home.uprn, date: localDate(now) }),
    checksOf(db.read, db.schema, id),
  ]);
  return { ...found, tenancy, checks, standing: standingOf(checks, tenancy !== undefined) };
}

/**
 * What may be what somebody calls about: the open and lately closed repairs of a home and of its block's shared areas, those of a trade
 * first, then the newest. None before the caller is known.
 */
export async function reportedAround(
  db: Db,
  { home, standing }: Pick<OpenCall, "home" | "standing">,
  { trade, now }: { trade?: string | null; now: Date },
): Promise<Repair[]> {
  if (standing !== "known") return [];
  const { uprn, blockId } = home;
  const repairs = await repairsAround(db.read, db.schema, { uprn, blockId, since: subDays(now, RECENT_DAYS) });
  const isSame = (repair: Repair) => trade !== undefined && repair.trade === trade;
  return [...repairs.filter(isSame), ...repairs.filter((repair) => !isSame(repair))];
}

/** The reports that agents began in the last 7 days and did not send, the last touched first; of one home where it is named. */
export function unsentOfCalls(db: Db, { uprn, now }: { uprn?: string; now: Date }) {
  return callDrafts(db.read, db.schema, { since: subDays(now, DRAFT_DAYS), ...(uprn && { uprn }) });
}

/** Takes up a report that was begun for the home of a call, for somebody who is known: it is this call's from now on. Its id; undefined where there is none. */
export async function takeUpDraft(
  db: Db,
  { call, home: { uprn }, standing }: OpenCall,
  { draftId, now }: { draftId: string; now: Date },
): Promise<string | undefined> {
  if (standing !== "known") return undefined;
  const unsent = await unsentOfCalls(db, { uprn, now });
  if (!unsent.some(({ draft }) => draft.id === draftId)) return undefined;
  await db.write((tx) => giveDraft(tx, db.schema, { id: call.id, draftId }));
  return draftId;
}
