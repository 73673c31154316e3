import { NotifyClient } from "notifications-node-client";
import { z } from "zod";
import { type Outgoing, PATIENCE_MS, type Send, type Tried } from "./channel.server.ts";

export interface NotifySettings {
  apiKey: string;
  /** Another address of the same API, for tests. */
  url: string;
  /** Notify keeps templates of its own: one for each channel, which passes on what we write. */
  templates: { text?: string | undefined; email?: string | undefined };
  patienceMs?: number | undefined;
}

/** What of an error of the client says what went wrong: the status and Notify's own name for it, never its words, which may hold the number. */
const refusal = z.object({
  response: z.object({
    status: z.number(),
    data: z
      .object({ errors: z.array(z.object({ error: z.string() })) })
      .partial()
      .catch({}),
  }),
});

function faultOf(error: unknown): Tried {
  const { data } = refusal.safeParse(error);
  if (!data)
    return { ok: false, fault: error instanceof Error && /timeout/i.test(error.message) ? "took too long" : "could not be reached" };
  const { status } = data.response;
  const name = data.response.data.errors?.[0]?.error.replace(/\W/g, "") ?? "";
  // 400 ValidationError: the number or address is none. BadRequestError is a setting of ours: a template, a team-only key.
  return { ok: false, fault: `answered ${status} ${name}`.trim(), ...(name === "ValidationError" && { isFinal: true }) };
}

/**
 * Texts and emails by GOV.UK Notify. It does not refuse a reference that it has had before, so one that may have gone out is looked up first.
 */
export function openNotify({ apiKey, url, templates, patienceMs = PATIENCE_MS }: NotifySettings): { text?: Send; email?: Send } {
  const client = new NotifyClient(url, apiKey);
  client.setClient(client.apiClient.restClient.create({ timeout: patienceMs }) as typeof client.apiClient.restClient);
  const isKnown = async (templateType: "sms" | "email", reference: string) => {
    const { data } = await client.getNotifications(templateType, undefined, reference);
    return data.notifications.length > 0;
  };
  const sending = (type: "sms" | "email", send: (message: Outgoing) => Promise<unknown>): Send => {
    return async (message) => {
      try {
        if (message.isRepeat && (await isKnown(type, message.id))) return { ok: true };
        await send(message);
        return { ok: true };
      } catch (error) {
        return faultOf(error);
      }
    };
  };
  const { text, email } = templates;
  return {
    ...(text && {
      text: sending("sms", ({ id, to, text: message }) => client.sendSms(text, to, { personalisation: { message }, reference: id })),
    }),
    ...(email && {
      email: sending("email", ({ id, to, subject, body }) =>
        client.sendEmail(email, to, { personalisation: { subject, message: body }, reference: id }),
      ),
    }),
  };
}
