import type { Columns } from "../columns/sqlite.ts";
import type { Repairs } from "./repairs.ts";

/** Who may follow a repair online. */
export function proofsFor({ table, id, text, whole, instant, index }: Columns, { repairs }: Repairs) {
  /**
   * Somebody on a device who says that a repair is theirs, and whether they have shown it. The code they were sent is kept nowhere: it is made
   * of the message's id.
   */
  const repairProofs = table(
    "repair_proofs",
    {
      id: id(),
      /** SHA-256 of the id in the device's cookie. */
      device: text().notNull(),
      /** The key under which tries for what was typed are counted: asking again counts for the same. */
      tryKey: text().notNull(),
      /** Null where what was typed is no repair, or it can be sent no code: nobody sees a difference. */
      repairId: text().references(() => repairs.id),
      /** The message with the code, or with the link that was opened. No foreign key: messages may be tidied first. */
      messageId: text(),
      /** Codes given so far, right or wrong. */
      tries: whole().notNull().default(0),
      codeUntil: instant().notNull(),
      /** Until when this device may see the repair and change it; null until it is proved. */
      provenUntil: instant(),
    },
    (t) => [index("repair_proofs_by_device").on(t.device, t.repairId), index("repair_proofs_by_code_until").on(t.codeUntil)],
  );

  return { repairProofs };
}
