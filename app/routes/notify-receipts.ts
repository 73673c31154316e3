import { createHash, timingSafeEqual } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { receiptSchema, receiveReceipt } from "#app/services/receive-receipt.server.ts";

const digest = (text: string) => createHash("sha256").update(text).digest();
const answer = (status: number) => new Response(null, { status });

/** There is nothing to read here. */
export const loader = () => answer(404);

/** GOV.UK Notify tells us what became of a message, with the token that it was given for it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { site, now } = context;
  const token = site.outbox?.receiptToken;
  if (!token) return answer(404);
  const [, given] = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
  if (given === undefined) return answer(401);
  if (!timingSafeEqual(digest(given), digest(token))) return answer(403);
  const receipt = receiptSchema.safeParse(await request.json().catch(() => undefined));
  if (!receipt.success) return answer(422);
  await receiveReceipt(site.db, { ...receipt.data, now });
  return answer(204);
}
