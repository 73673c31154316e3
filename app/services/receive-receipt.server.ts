import { z } from "zod";
import type { Db } from "#db/client.ts";
import { keepReceipt } from "#db/queries/messages.ts";
import { fallBack } from "./try-message.server.ts";

/** What Notify says of a message that is done with. Its other fields, the number among them, are not read. */
export const receiptSchema = z.object({
  reference: z.string().max(100),
  status: z.enum(["delivered", "permanent-failure", "temporary-failure", "technical-failure"]),
});

type Receipt = z.infer<typeof receiptSchema>;

/**
 * Keeps what became of a message. Notify has tried for days where it says that it failed, so that every failure is for good: the next channel says
 * it, where it is still true. Said again, or of a message we do not know, it changes nothing. A receipt may be faster than the answer to our
 * request: the message has gone out then.
 */
export function receiveReceipt(db: Db, { reference: id, status, now }: Receipt & { now: Date }): Promise<void> {
  return db.write(async (tx) => {
    const receipt = status === "delivered" ? "delivered" : "failed";
    const message = await keepReceipt(tx, db.schema, { id, receipt, now });
    if (message && receipt === "failed") await fallBack(tx, db, message, now);
  });
}
