import type { Landlord } from "#app/domain/landlord.ts";
import type { Db } from "#db/client.ts";
import type { PhotoStore } from "./photo-store.server.ts";
import type { SingleSignOn } from "./single-sign-on.server.ts";
import type { Vault } from "./vault.server.ts";

/** What the pages know of messages. */
export interface MessageView {
  /** Where links lead. */
  origin: string;
  /** Nobody delivers: staff read messages whole. Else they are shown without the link and the code, which are the tenant's. */
  isOpen: boolean;
  /** What Notify says when it tells us what became of a message. */
  receiptToken: string | undefined;
}

/** One running installation: whose it is, where its rows are, and what time it is. Every request is served from it. */
export interface Site {
  db: Db;
  landlord: Landlord;
  now: () => Date;
  /** What links and codes of messages are made with. */
  secret: string;
  photos: PhotoStore;
  /** Closes the secrets of second factors. */
  vault: Vault;
  /** Sends what is due without waiting for the next minute, beside the request that calls for it. */
  sendNow?: () => void;
  /** How messages are shown to staff, and who may tell us what became of them; left out where no message is read. */
  outbox?: MessageView | undefined;
  /** The landlord's own sign-in for staff, where there is one. */
  singleSignOn?: SingleSignOn | undefined;
  /** ClamAV's Unix socket, where photos are to be checked for viruses. */
  clamavSocket?: string | undefined;
}
