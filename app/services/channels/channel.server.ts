import type { WrittenMessage } from "../write-message.server.ts";

/** A message as a channel is handed it. */
export interface Outgoing extends WrittenMessage {
  /** The same for every try: the receiver's reference, and what an email is known by. */
  id: string;
  /** A number or an address. */
  to: string;
  /** It was tried before, and may have gone out. */
  isRepeat: boolean;
}

/** What came of a try: taken, or why not in words that may be kept and logged. `isFinal`: this channel will never reach them. */
export type Tried = { ok: true } | { ok: false; fault: string; isFinal?: boolean };

/** Hands a message to whoever delivers it. Never throws, and never waits longer than its patience. */
export type Send = (message: Outgoing) => Promise<Tried>;

/** How long a receiver may take, in milliseconds. Shorter than a sender's lease. */
export const PATIENCE_MS = 10_000;
