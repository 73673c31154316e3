/** The code a driver gave an error, wherever Drizzle wrapped it: PostgreSQL's SQLSTATE, SQLite's or Node's name. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === "string") return code;
  }
  return "";
}

/** 40001 serialization failure, 40P01 deadlock: the same change may succeed when it is run again. */
export function isConflict(error: unknown): boolean {
  return ["40001", "40P01"].includes(codeOf(error));
}

/** Whether a statement named a table that is not there: the database has not been migrated. */
export function isMissingTable(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (/^no such table/.test(at.message)) return true;
  return codeOf(error) === "42P01";
}

const LOST = /^(08|53|57P|58)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$|^SQLITE_(BUSY|FULL|IOERR|CANTOPEN|READONLY)/;
const LOST_WORDS =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|cannot use a pool after/i;

/** Whether the database cannot be reached or is out of room: a passing fault of ours (503), not of the request. */
export function isUnavailable(error: unknown): boolean {
  if (LOST.test(codeOf(error))) return true;
  for (let at = error; at instanceof Error; at = at.cause) if (LOST_WORDS.test(at.message)) return true;
  return false;
}
