import { z } from "zod";
import type { LocalDate } from "./local-date.ts";

/** What staff keep of a home: what helps its household, what to know before a visit, what the home is. */
export const RECORD_KINDS = ["need", "warning", "fact"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Reads the name of a kind; undefined where it is none. */
export function asRecordKind(name: unknown): RecordKind | undefined {
  return RECORD_KINDS.find((kind) => kind === name);
}

/** The codes of the energy and water companies' Priority Services Register, as we write them: psr-19 is their 19. */
export const NEED_CODES = [
  ...[1, 2, 3, 4, 8, 9, 12, 14, 15, 17, 18, 19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37].map(
    (code) => `psr-${code}` as const,
  ),
];

export const WARNING_CODES = ["dog", "key-safe", "hazard", "call-first", "other"] as const;
export const FACT_CODES = ["asbestos", "listed", "warranty", "adaptation", "legal", "void"] as const;
export const NEED_SOURCES = ["tenant", "officer", "partner"] as const;

/** The code of the warning that stands on the home's own row: nobody goes there alone. */
export const NOT_ALONE = "not-alone";

/** A landlord's own codes of needs besides those of the register, with plain words. */
export const ownNeeds = z
  .record(z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, "must be a code like large-print"), z.string().min(1))
  .default({});

/** A record as far as it matters whether it still counts. */
interface Dated {
  kind: string;
  until: LocalDate | null;
}

/** Whether a record that nobody has ended counts on a date: warnings and facts lapse after their last day, a need waits to be looked at. */
export function isLive({ kind, until }: Dated, today: LocalDate): boolean {
  return kind === "need" || until === null || until >= today;
}

/** Whether a need should have been looked at again by now. */
export function isToReview({ kind, until }: Dated, today: LocalDate): boolean {
  return kind === "need" && until !== null && until <= today;
}
