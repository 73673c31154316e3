import { isUnavailable } from "#db/errors.ts";

/** The status of a fault of ours: 503 where the database is out of reach and the same request may work in a minute, else 500. */
export function faultStatus(error: unknown): 500 | 503 {
  return isUnavailable(error) ? 503 : 500;
}
