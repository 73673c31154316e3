import type { Typed } from "#app/journeys/journey.ts";
import type { Db } from "#db/client.ts";
import { agentDraft, keepAgentTyped } from "#db/queries/calls.ts";
import { kept } from "./save-answers.server.ts";

interface Keeping {
  draftId: string;
  /** What the agent's form was shown with. */
  version: number;
  staffId: string;
  /** By page, its fields as typed, right or wrong. */
  typed: Typed;
  now: Date;
}

/** Keeps what an agent typed, beside what is there. False where another page has changed the draft since: nothing is kept then. */
export function keepCallAnswers(db: Db, { typed, ...keeping }: Keeping): Promise<boolean> {
  const pages = Object.fromEntries(Object.entries(typed).map(([page, fields]) => [page, kept(fields)]));
  return db.write(async (tx) => {
    const before = await agentDraft(tx, db.schema, keeping.draftId);
    if (!before) return false;
    return keepAgentTyped(tx, db.schema, { id: keeping.draftId, ...keeping, typed: { ...before.draft.typed, ...pages } });
  });
}
