/** Why people call. */
export const CALL_REASONS = ["new", "chase", "change", "other"] as const;
export type CallReason = (typeof CALL_REASONS)[number];

/** What the trace calls what an agent does for each reason; whatever else they do of a repair is a change of it. */
const NEW: readonly string[] = ["reported", "requested"];
const CHASE: readonly string[] = ["chased", "told more"];
const CHANGE: readonly string[] = [
  ...["appointment moved", "visit given up", "cancelled", "cancel asked", "details changed", "booked", "message sent again"],
];

/** Why a call was made, as far as what was done in it tells: a new report goes before a change, a change before a question. */
export function reasonFrom(done: readonly string[]): CallReason {
  if (done.some((what) => NEW.includes(what))) return "new";
  if (done.some((what) => CHANGE.includes(what))) return "change";
  return done.some((what) => CHASE.includes(what)) ? "chase" : "other";
}

/** What of a call that has ended is counted. */
export interface EndedCall {
  startedAt: Date;
  endedAt: Date | null;
  reason: string | null;
  /** How the repair it was about was reported; null where it was about none. */
  repairChannel: string | null;
}

/** Calls of a day, a week or an agent: how many of each reason, how long they were, and which the website should have saved. */
export interface CallCount {
  all: number;
  of: Record<CallReason, number>;
  /** Ended without a reason: the caller hung up. */
  unsaid: number;
  /** Whole minutes of a call on average; null where there was none. */
  minutes: number | null;
  saveable: number;
}

/** A question or a change of a repair that was reported online: its tenant could have followed or moved it there. */
const isSaveable = ({ reason, repairChannel }: EndedCall) => (reason === "chase" || reason === "change") && repairChannel === "online";

/** Counts calls that have ended. */
export function countCalls(calls: readonly EndedCall[]): CallCount {
  const of = (reason: CallReason | null) => calls.filter((call) => call.reason === reason).length;
  const total = calls.reduce((sum, { startedAt, endedAt }) => sum + ((endedAt ?? startedAt).getTime() - startedAt.getTime()), 0);
  return {
    all: calls.length,
    of: { new: of("new"), chase: of("chase"), change: of("change"), other: of("other") },
    unsaid: of(null),
    minutes: calls.length > 0 ? Math.round(total / calls.length / 60_000) : null,
    saveable: calls.filter(isSaveable).length,
  };
}
