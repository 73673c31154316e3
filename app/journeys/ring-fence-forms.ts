import { z } from "zod";
import { staff } from "#app/languages/staff.ts";
import { type Options, oneOf } from "./fields.ts";

const { trade, keptFor, slots, releasedAt } = staff.ringFences;

/** The most slots of a trade that are kept on a day. */
const MOST_KEPT = 50;
const error = slots.error(MOST_KEPT);

/** How many slots of a trade are kept, for which priority, and until when. */
export const ringFenceFields = ({ trades, priorities }: { trades: Options; priorities: Options }) => ({
  trade: oneOf(trades, trade, "select"),
  keptFor: oneOf(priorities, keptFor, "select"),
  slots: {
    ...{ kind: "text" as const, label: slots.label, hint: slots.hint, inputMode: "numeric" as const, width: 10 as const },
    schema: z
      .string(error)
      .regex(/^\s*\d{1,2}\s*$/, error)
      .transform(Number)
      .refine((count) => count <= MOST_KEPT, error),
  },
  releasedAt: {
    ...{ kind: "time" as const, label: releasedAt.label },
    schema: z.string(releasedAt.error).regex(/^([01]\d|2[0-3]):[0-5]\d$/, releasedAt.error),
  },
});
