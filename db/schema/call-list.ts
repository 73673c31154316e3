import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";
import type { Calls } from "./calls.ts";
import type { Places } from "./places.ts";
import type { Repairs } from "./repairs.ts";

/** Whom the contact centre must reach, and who was not content. */
export function callListFor(
  { table, id, text, day, instant, index, uniqueIndex, check }: Columns,
  { homes, repairs, calls }: Places & Repairs & Calls,
) {
  /** Somebody to be reached, from when an agent first takes it. Why they must be is read from the repair, the message or the request itself. */
  const callTasks = table("call_tasks", {
    /** The kind (domain/call-task), a dash, and the id of what it is about. */
    id: text().primaryKey(),
    /** The agent who has it, and until when nobody else may. */
    takenBy: text(),
    takenUntil: instant(),
    /** Before this nobody need try again; null where nobody has tried. */
    nextTryAt: instant(),
  });

  /** One try to reach somebody: evidence, kept as it is. */
  const callTries = table(
    "call_tries",
    {
      id: id(),
      taskId: text()
        .notNull()
        .references(() => callTasks.id),
      /** Null where it was about somebody whose address we do not have. */
      repairId: text().references(() => repairs.id),
      at: instant().notNull(),
      /** A staff id. */
      who: text().notNull(),
      /** phone, text, letter or visit. */
      method: text().notNull(),
      /** reached, no-answer, left-message or wrong-number. */
      outcome: text().notNull(),
    },
    (t) => [
      index("call_tries_by_task").on(t.taskId, t.at),
      index("call_tries_by_repair").on(t.repairId, t.at),
      check("call_tries_method", sql`${t.method} IN ('phone', 'text', 'letter', 'visit')`),
    ],
  );

  /** Somebody was not content, whatever word they used (Housing Ombudsman, Complaint Handling Code 2024). */
  const complaints = table(
    "complaints",
    {
      id: id(),
      /** What the form was given: sent again it is the same complaint. */
      submission: text().notNull(),
      repairId: text().references(() => repairs.id),
      uprn: text().references(() => homes.uprn),
      callId: text().references(() => calls.id),
      at: instant().notNull(),
      /** The staff id of whoever heard it. */
      heardBy: text().notNull(),
      /** The last local date to say that we have it, and to answer it. */
      acknowledgeBy: day().notNull(),
      answerBy: day().notNull(),
      acknowledgedAt: instant(),
      acknowledgedBy: text(),
      answeredAt: instant(),
      answeredBy: text(),
    },
    (t) => [
      uniqueIndex("complaints_once").on(t.submission),
      index("complaints_by_state").on(t.answeredAt, t.acknowledgeBy),
      index("complaints_by_repair").on(t.repairId),
      index("complaints_by_home").on(t.uprn),
    ],
  );

  /** What was said of it, in the agent's words: personal, apart so that it can be emptied. */
  const complaintWords = table("complaint_words", {
    complaintId: text()
      .primaryKey()
      .references(() => complaints.id),
    words: text().notNull(),
  });

  return { callTasks, callTries, complaints, complaintWords };
}
