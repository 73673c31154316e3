import type { Closing } from "#app/domain/closing.ts";
import { applyClosing } from "#app/services/apply-closing.server.ts";
import type { Db } from "#db/client.ts";
import { NOW, RULES, THURSDAY } from "./calendar.ts";

export const OFFICER = { rules: RULES, who: "officer", now: NOW };

/** Operatives who are off sick on Thursday, unless said otherwise. */
export function absence(operativeIds: string[], changes: Partial<Closing> = {}): Closing {
  const span = { fromDate: THURSDAY, untilDate: THURSDAY, starts: null, ends: null, window: null };
  return { what: "absence", kind: "sick", operativeIds, ...span, ...changes } as Closing;
}

/** Writes an absence; visits stay where they are unless they are to be given. */
export async function away(db: Db, operativeIds: string[], { give = false, ...changes }: Partial<Closing> & { give?: boolean } = {}) {
  const effect = await applyClosing(db, { closing: absence(operativeIds, changes), give, ...OFFICER });
  if (!effect) throw new Error("Somebody was faster");
  return effect;
}
