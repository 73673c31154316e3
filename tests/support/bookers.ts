import { setTimeout as pause } from "node:timers/promises";
import { formBody, knownVisitor, ownForm, post, send, slugOf, type Visit, type Visitor } from "./http-journey.ts";
import { ANSWERS, addAnswered, answerUpTo, type Typed } from "./report-answers.ts";
import type { SmallLandlord } from "./small-landlord.ts";

/** People who book one after another, whatever happens to the server meanwhile: who gets no answer tries again. */
export interface Bookers {
  /** Drafts whose booking was acknowledged: a 303 to the confirmation. */
  acknowledged: Set<string>;
  /** Every answer that was an error: its status and its page. */
  errors: Visit[];
  /** Requests that are on their way now. */
  inFlight: () => number;
  /** Requests that got an answer. */
  answered: () => number;
  /** Requests that got none. */
  unanswered: () => number;
  /** Lets everybody finish what they do; after it nobody asks any more. */
  finish: () => Promise<void>;
}

interface Crowd {
  atOnce: number;
  /** The offers they choose from, in turn: "2026-11-26.morning". */
  offers: string[];
}

/** Sends `atOnce` people in at a time. Every fifth leaves after choosing a time. */
export async function sendBookers({ db, server: { url } }: SmallLandlord, { atOnce, offers }: Crowd): Promise<Bookers> {
  const first = await knownVisitor(url);
  const answers = await answerUpTo("slot", { db, device: first.device, draftId: await addAnswered(db, first.device, {}) });
  const acknowledged = new Set<string>();
  const errors: Visit[] = [];
  let isOver = false;
  let inFlight = 0;
  let answered = 0;
  let unanswered = 0;
  let people = 0;

  const askOnce = async (ask: () => Promise<Visit>) => {
    inFlight++;
    const visit = await ask().catch(() => undefined);
    inFlight--;
    if (visit) answered++;
    else unanswered++;
    if (visit && visit.status >= 400) errors.push(visit);
    return visit;
  };

  /** Asks until there is an answer that is not an error, or everybody goes home. */
  const insist = async (ask: () => Promise<Visit>): Promise<Visit | undefined> => {
    for (; !isOver; await pause(100)) {
      const visit = await askOnce(ask);
      if (visit && visit.status < 400) return visit;
    }
    return undefined;
  };

  /** A draft at the picker, however often the database goes away meanwhile. */
  const begin = async (device: string): Promise<string | undefined> => {
    for (; !isOver; await pause(20)) {
      const draftId = await addAnswered(db, device, answers).catch(() => undefined);
      if (draftId) return draftId;
    }
    return undefined;
  };

  /** Whether a time is held, and who it is for is known: the person is at the answers to check. */
  const reachesCheck = async (visitor: Visitor, draftId: string, at: number): Promise<boolean> => {
    const ask = (slug: string, typed: Typed) => insist(() => post(visitor, `/report/${draftId}/${slug}`, typed));
    const picked = await ask("slot", { offer: offers[at % offers.length] ?? "" });
    if (!picked || slugOf(picked) !== "contact" || at % 5 === 0) return false;
    const told = await ask("contact", ANSWERS.contact ?? {});
    return told !== undefined && slugOf(told) === "check";
  };

  const bookOne = async (at: number) => {
    const { visitor, device } = await knownVisitor(url, `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`);
    const draftId = await begin(device);
    if (!draftId || !(await reachesCheck(visitor, draftId, at))) return;
    const sent = await insist(() => sendReport(visitor, draftId));
    if (sent?.headers.get("location")?.endsWith("/confirmation")) acknowledged.add(draftId);
  };

  const booker = async () => {
    while (!isOver) await bookOne(people++);
  };
  const all = Array.from({ length: atOnce }, booker);
  return {
    acknowledged,
    errors,
    inFlight: () => inFlight,
    answered: () => answered,
    unanswered: () => unanswered,
    finish: async () => {
      isOver = true;
      await Promise.all(all);
    },
  };
}

const sendReport = (visitor: Visitor, draftId: string) =>
  send(visitor, `/report/${draftId}/check`, { method: "POST", body: formBody({}), headers: ownForm(visitor) });
