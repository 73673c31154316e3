/** The answer of an emergency page that sends the report to whoever is on duty: the same on the page, in the journey and in what was typed. */
export const CANNOT_CALL = "cannot-call";
