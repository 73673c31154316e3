import { createHmac } from "node:crypto";

/** A receiver that takes longer has not answered. Shorter than a sender's lease. */
const PATIENCE_MS = 10_000;

/** What came of it: taken, or why not, in words that may be kept and logged. */
export type Posted = { ok: true } | { ok: false; fault: string; status?: number };

interface Post {
  url: string;
  /** The same for every try of one message, so that the receiver can tell a repeat. */
  id: string;
  body: unknown;
  /** What the receiver can tell by that it was us: the body is signed with it. */
  secret?: string | undefined;
  patienceMs?: number | undefined;
}

/**
 * Posts JSON to a webhook. Only an answer of 200 to 299 counts as taken. Redirects are not followed: the address of a home goes where
 * the landlord's settings say, and nowhere else.
 */
export async function postWebhook({ url, id, body, secret, patienceMs = PATIENCE_MS }: Post): Promise<Posted> {
  const written = JSON.stringify(body);
  const signature = secret && { "X-Signature": `sha256=${createHmac("sha256", secret).update(written).digest("hex")}` };
  try {
    const answer = await fetch(url, {
      method: "POST",
      redirect: "manual",
      headers: { "Content-Type": "application/json", "Idempotency-Key": id, ...signature },
      body: written,
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body?.cancel();
    return answer.ok ? { ok: true } : { ok: false, fault: `answered ${answer.status}`, status: answer.status };
  } catch (error) {
    // The error's own words may hold the address, and with it a key.
    return { ok: false, fault: error instanceof Error && error.name === "TimeoutError" ? "took too long" : "could not be reached" };
  }
}
