/** Why a row of a landlord's file cannot be taken: one sentence for the person who keeps the file. */
export class RowFault extends Error {}

const MOST_CHARACTERS = 200;

/** The words of a cell, with single spaces; null where it is empty. Throws a RowFault where they cannot be shown, or are too many. */
export function wordsOf(cells: Readonly<Record<string, string | undefined>>, heading: string): string | null {
  const text = (cells[heading] ?? "").trim().replace(/\s+/g, " ");
  if (text.length > MOST_CHARACTERS) throw new RowFault(`${heading} is longer than ${MOST_CHARACTERS} characters`);
  if (/\p{Cc}/u.test(text)) throw new RowFault(`${heading} has a character that cannot be shown`);
  return text || null;
}

/** What a row must have. Throws a RowFault with the reason where it has not. */
export function needed<T>(value: T | undefined | null, reason: string): T {
  if (value === undefined || value === null) throw new RowFault(reason);
  return value;
}

/** What is read out of a row, or the one reason why nothing can be. */
export function readRow<T>(read: () => T): T | { reason: string } {
  try {
    return read();
  } catch (error) {
    if (error instanceof RowFault) return { reason: error.message };
    throw error;
  }
}
