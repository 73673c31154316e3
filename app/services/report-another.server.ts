import { subMinutes } from "date-fns";
import { formatPostcode } from "#app/domain/postcode.ts";
import { contactAnswers } from "#app/journeys/report-contact.ts";
import type { Db } from "#db/client.ts";
import { draftOn } from "#db/queries/drafts.ts";
import { reportedBefore } from "#db/queries/repairs.ts";
import { saveAnswers } from "./save-answers.server.ts";
import { startReport } from "./start-report.server.ts";

interface Asked {
  /** The draft of the report that was sent. */
  draftId: string;
  /** SHA-256 of the device's id. */
  device: string;
  language: string;
  now: Date;
}

/** Devices are shared, in libraries and council offices: later, what somebody told us is not given back. */
const MINUTES_KEPT = 60;

/**
 * Begins another report of whoever sent one from this device within the last hour: for whom it is, the address, how the home is held and
 * how to reach people are kept; the problem is asked anew, and so is whether it is an emergency. Later, or once the office has changed how to reach them, it begins with nothing. Returns the
 * new draft's id; undefined where no report was sent, or not from there.
 */
export async function reportAnother(db: Db, { draftId, device, language, now }: Asked): Promise<string | undefined> {
  const draft = await draftOn(db.read, db.schema, { id: draftId, device });
  const before = draft && (await reportedBefore(db.read, db.schema, draft.id));
  if (!before) return undefined;
  const { repair, home, contact } = before;
  const typed = {
    ...contactAnswers(contact),
    postcode: { postcode: formatPostcode(home.postcode), number: "" },
    home: { uprn: `uprn-${home.uprn}` },
    ...(home.blockId && { place: { place: repair.blockId ? "shared" : "home" } }),
    ...(repair.tenureSaid && { tenure: { tenure: repair.tenureSaid } }),
  };
  const next = await startReport(db, { device, language, now });
  if (contact.version > 0 || repair.raisedAt < subMinutes(now, MINUTES_KEPT)) return next;
  await saveAnswers(db, { draftId: next, device, typed, now });
  return next;
}
