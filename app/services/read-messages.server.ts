import type { Address } from "#app/domain/address.ts";
import type { Landlord } from "#app/domain/landlord.ts";
import { asTenantKind, isStillTrue } from "#app/domain/message.ts";
import type { Restrictable } from "#app/domain/restricted.ts";
import type { Db } from "#db/client.ts";
import { messageCase } from "#db/queries/message-case.ts";
import { byHandAfter, countMessages, listMessages, MESSAGE_LISTS, type MessageList, stopByHand } from "#db/queries/message-list.ts";
import type { Message } from "#db/queries/messages.ts";
import { listStaff } from "#db/queries/staff.ts";
import { proofCode, repairLink } from "./repair-link.server.ts";
import type { MessageView } from "./site.server.ts";
import { standingOf } from "./try-message.server.ts";
import { type WrittenMessage, writeMessage } from "./write-message.server.ts";

/** A message as staff see it. */
export interface ShownMessage {
  message: Message;
  reference: string;
  /** Whom it is for; null where nobody is known any more. */
  receiver: { name: string | null; phone: string | null } | null;
  home: Address & Restrictable;
  /** What it says, as the repair stands now; undefined where it is for the person on duty. */
  written: WrittenMessage | undefined;
  /** The name of whoever told them by hand. */
  by: string | undefined;
}

interface Showing {
  landlord: Pick<Landlord, "name" | "phone">;
  /** How links and codes are shown; left out, or not open: as `hidden`. */
  outbox: MessageView | undefined;
  hidden: { link: string; code: string };
  /** What links and codes are made with. */
  secret: string;
}

interface Asked extends Showing {
  list: MessageList;
  before?: string | undefined;
  most: number;
  now: Date;
}

/** Some messages of a list in their words, and how many each list has. `more`: there are others after them. */
export async function readMessages(
  db: Db,
  { list, before, most, now, ...showing }: Asked,
): Promise<{ shown: ShownMessage[]; counts: Record<MessageList, number>; more: boolean }> {
  const rows = await listMessages(db.read, db.schema, { list, before, most: most + 1, now });
  const names = new Map((await listStaff(db.read, db.schema)).map(({ id, name }) => [id, name]));
  const shown: ShownMessage[] = [];
  for (const message of rows.slice(0, most)) {
    const each = await show(db, message, showing);
    if (each) shown.push({ ...each, by: names.get(message.sentBy ?? "") });
  }
  const counts: Partial<Record<MessageList, number>> = {};
  for (const each of MESSAGE_LISTS) counts[each] = await countMessages(db.read, db.schema, { list: each, now });
  return { shown, counts: counts as Record<MessageList, number>, more: rows.length > most };
}

async function show(db: Db, message: Message, { landlord, outbox, ...showing }: Showing): Promise<Omit<ShownMessage, "by"> | undefined> {
  const found = await messageCase(db.read, db.schema, message);
  if (!found) return undefined;
  const kind = asTenantKind(message.kind);
  const given = outbox ? secretsOf(message, outbox, showing) : showing.hidden;
  const written = kind && (await writeMessage(db, kind, found, { landlord, ...given }));
  const { receiver, home, repair } = found;
  return { message, reference: repair.reference, receiver, home, written };
}

/** The link and the code of a message. On paper nobody types a long link: there it leads to where a repair is looked for. */
function secretsOf(
  { id, channel }: Message,
  { origin, isOpen }: MessageView,
  { secret, hidden }: Pick<Showing, "secret" | "hidden">,
): Showing["hidden"] {
  if (channel === "letter") return { ...hidden, link: new URL("/repair", origin).href };
  return isOpen ? { link: repairLink(id, { secret, origin }).url, code: proofCode(id, secret) } : hidden;
}

const SOME = 200;

/** Takes away the calls and letters that say what is not so any more: a job does it. Answers with what it did. */
export async function tidyMessages(db: Db, now: Date): Promise<string | undefined> {
  let stopped = 0;
  for (let rows = await byHandAfter(db.read, db.schema, "", SOME); rows.length > 0; ) {
    for (const message of rows) stopped += await stopIfUntrue(db, message, now);
    rows = await byHandAfter(db.read, db.schema, rows.at(-1)?.id ?? "", SOME);
  }
  return stopped > 0 ? `${stopped} calls and letters are not needed any more` : undefined;
}

async function stopIfUntrue(db: Db, message: Message, now: Date): Promise<number> {
  const kind = asTenantKind(message.kind);
  const found = await messageCase(db.read, db.schema, message);
  if (kind && found && isStillTrue(kind, message, standingOf(found), now)) return 0;
  return (await db.write((tx) => stopByHand(tx, db.schema, message.id))) ? 1 : 0;
}
