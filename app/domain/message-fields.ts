import { hasLink, type TenantKind } from "./message.ts";

/** What every message may name. */
const ALWAYS = ["landlord", "phone", "reference", "problem"];
const VISIT = ["day", "date", "hours"];

/** What each kind of message may name beside it: fields of its template. */
const OWN: Partial<Record<TenantKind, readonly string[]>> = {
  reported: ["next"],
  "reported-booked": VISIT,
  booked: VISIT,
  moved: VISIT,
  "given-up": VISIT,
  reminder: VISIT,
  morning: VISIT,
  "shared-booked": VISIT,
  "shared-moved": VISIT,
};

/** The fields that the template of a kind of message may name. A code comes without what it opens. */
export function fieldsOf(kind: TenantKind): readonly string[] {
  return kind === "code" ? ["landlord", "phone", "code"] : [...ALWAYS, ...(hasLink(kind) ? ["link"] : []), ...(OWN[kind] ?? [])];
}
