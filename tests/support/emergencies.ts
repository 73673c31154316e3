import { eq } from "drizzle-orm";
import type { Landlord } from "#app/domain/landlord.ts";
import { type Outbox, sendMessages } from "#app/services/send-messages.server.ts";
import { aLandlord } from "./landlord.ts";
import type { Browser, Visited } from "./pages.ts";
import { type ReportWorld, reportWorld } from "./report-world.ts";
import { CONTACT, type Given, walk } from "./walk.ts";
import { type Receiver, startReceiver } from "./webhook.ts";

export const FLOOD = "Water is pouring in and I cannot stop it";
export const CANNOT_CALL = { goOn: "cannot-call" };

/** Water pouring in, told to whoever is on duty: up to the answers. */
const CANNOT_CALL_FLOOD: Given[] = [
  FLOOD,
  CANNOT_CALL,
  { postcode: "fh1 1aa" },
  "1 Mill Lane",
  { description: "It comes through the ceiling" },
  CONTACT,
];

export interface EmergencyWorld extends ReportWorld {
  receiver: Receiver;
  /** What the log says. */
  lines: string[];
  /** Sends what is due at the time there, as one server would; with other settings or less patience where a test says so. */
  send: (changes?: { landlord?: Outbox["landlord"]; patienceMs?: number }) => Promise<string | undefined>;
}

/** A landlord whose person on duty is told by a webhook. */
export async function emergencyWorld(db: Parameters<typeof reportWorld>[0], changes: Partial<Landlord> = {}): Promise<EmergencyWorld> {
  const receiver = await startReceiver();
  const landlord = aLandlord({ emergencyContact: { name: { en: "Duty officer" }, sendTo: receiver.url }, ...changes });
  const world = await reportWorld(db, { landlord });
  const lines: string[] = [];
  const log = { info: (line: string) => lines.push(line), warn: (line: string) => lines.push(line) };
  const outbox = {
    db,
    now: () => world.clock.now,
    log,
    channels: {},
    secret: "a secret of tests",
    origin: "https://repairs.test",
  };
  const { messages } = db.schema;
  const send: EmergencyWorld["send"] = async (changes) => {
    // What its reporter is sent is none of what the person on duty is told.
    await db.write((tx) => tx.delete(messages).where(eq(messages.kind, "reported")));
    return sendMessages({ ...outbox, landlord, ...changes });
  };
  return { ...world, receiver, lines, send };
}

/** Reports the flood and sends it: the page that says what came of it. */
export async function reportFlood(browser: Browser): Promise<Visited> {
  return browser.post((await walk(browser, CANNOT_CALL_FLOOD)).path);
}

/** The path of a link in a message. */
export const pathOf = (link: string): string => new URL(link).pathname;
