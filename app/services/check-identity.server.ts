import { type Fact, fits, hasFactAlready, NAME_AND_ADDRESS } from "#app/domain/identity.ts";
import { localDate } from "#app/domain/local-date.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addCheck } from "#db/queries/calls.ts";
import type { OpenCall } from "./read-call.server.ts";

interface Asked {
  open: OpenCall;
  /** tenant, or who calls for the tenant; then their name and whether the tenant agrees. */
  caller: string;
  name?: string;
  consent?: string;
  /** What the caller says of one fact. It is compared and not kept. */
  fact?: { fact: Fact; said: string } | undefined;
  now: Date;
}

/**
 * Keeps what a caller was asked and whether it fitted what is on file, never the answers. Answers with whether it did. Asked is nobody who
 * is identified already, or was asked too often.
 */
export async function checkIdentity(db: Db, { open, caller, name, consent = "none", fact, now }: Asked): Promise<boolean> {
  const { call, tenancy, checks, standing } = open;
  if (standing !== "asking") return standing === "known";
  const isGiven = hasFactAlready(checks);
  const passed = tenancy !== undefined && (isGiven || (fact !== undefined && fits(tenancy, fact, localDate(now))));
  const asked = [...NAME_AND_ADDRESS, ...(isGiven ? ["phone"] : fact && tenancy ? [fact.fact] : [])];
  const isOther = caller !== "tenant";
  const check = { id: newId(now), callId: call.id, at: now, asked, passed, caller, consent: isOther ? consent : null };
  await db.write((tx) => addCheck(tx, db.schema, check, isOther ? { name: name ?? "", relationship: caller } : undefined));
  return passed;
}
