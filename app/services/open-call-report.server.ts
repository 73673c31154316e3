import type { Words } from "#app/languages/en.ts";
import type { Db } from "#db/client.ts";
import { agentDraft, callOf } from "#db/queries/calls.ts";
import type { OpenReport } from "./open-report.server.ts";
import { type OpenCall, readCall } from "./read-call.server.ts";
import { resumeReport } from "./resume-report.server.ts";

interface Asked {
  draftId: string;
  words: Words;
  nation: string;
  takesEmergencies: boolean;
  now: Date;
}

/** A report that an agent takes, with the call it is for and who has it. */
export interface CallReport extends OpenReport {
  on: OpenCall;
  holder: { id: string | null; name: string };
  /** The draft's version as it was found: what lapsed is held again since, by nobody's press. */
  seen: number;
}

/**
 * Opens a report of a call, for any agent: every question on one page, with the offers. However many repairs the home has: somebody speaks
 * to them. Undefined where there is none; a tenant's own report is not there.
 */
export async function openCallReport(db: Db, asked: Asked): Promise<CallReport | undefined> {
  const found = await agentDraft(db.read, db.schema, asked.draftId);
  const call = found && (await callOf(db.read, db.schema, asked.draftId));
  const on = call && (await readCall(db, call.id, asked.now));
  if (!on) return undefined;
  const { device, staffId: id } = found.draft;
  const open = await resumeReport(db, { ...asked, device, mostRepairs: Number.POSITIVE_INFINITY, onOnePage: true, withOffers: true });
  return open && { ...open, on, holder: { id, name: found.by }, seen: found.draft.version };
}
