import { z } from "zod";
import type { MessageSettings } from "#app/services/message-channels.server.ts";

const NOTIFY = "https://api.notifications.service.gov.uk";
const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const template = z.uuid("must be the id of a template in Notify").optional();

/** Where text messages are posted: over https, or to the machine it runs on. */
const webhook = z
  .url("must be an address like https://texts.example.org/send")
  .refine(
    (url) => /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(url),
    "must start with https://, or with http://localhost",
  );

/** The variables that say who delivers messages to tenants. */
export const messageVariables = {
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an address like smtps://user:password@mail.example.org" }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/@[\w.-]+>?$/, "must be an address like Fernhill Council <repairs@fernhill.example>")
    .optional(),
  NOTIFY_API_KEY: z
    .string()
    .regex(new RegExp(`${UUID}-${UUID}$`), "must be a key as Notify shows it: its name and two ids")
    .optional(),
  NOTIFY_TEXT_TEMPLATE: template,
  NOTIFY_EMAIL_TEMPLATE: template,
  NOTIFY_CALLBACK_TOKEN: z.string().min(32, "must be at least 32 characters").optional(),
  NOTIFY_URL: z.url({ protocol: /^https?$/, error: "must be an address" }).default(NOTIFY),
  TEXT_WEBHOOK_URL: webhook.optional(),
  TEXT_WEBHOOK_SECRET: z.string().min(32, "must be at least 32 characters").optional(),
};

type Variables = z.infer<z.ZodObject<typeof messageVariables>>;

/** Who delivers messages, by the environment. Throws an Error of one line where a part is missing, or two deliver the same. */
export function messageSettings(variables: Variables): MessageSettings {
  const { SMTP_URL, NOTIFY_API_KEY, NOTIFY_TEXT_TEMPLATE, NOTIFY_EMAIL_TEMPLATE, TEXT_WEBHOOK_URL } = variables;
  if (SMTP_URL && NOTIFY_EMAIL_TEMPLATE) throw new Error("SMTP_URL: NOTIFY_EMAIL_TEMPLATE is set too, and only one can send emails");
  if (TEXT_WEBHOOK_URL && NOTIFY_TEXT_TEMPLATE)
    throw new Error("TEXT_WEBHOOK_URL: NOTIFY_TEXT_TEMPLATE is set too, and only one can send text messages");
  if (!NOTIFY_API_KEY && (NOTIFY_TEXT_TEMPLATE || NOTIFY_EMAIL_TEMPLATE))
    throw new Error("NOTIFY_API_KEY: is required with a template of Notify");
  return { smtp: smtp(variables), notify: notify(variables), textWebhook: textWebhook(variables) };
}

function smtp({ SMTP_URL: url, MAIL_FROM: from }: Variables): MessageSettings["smtp"] {
  if (!url) return undefined;
  if (!from) throw new Error("MAIL_FROM: is required with SMTP_URL: who emails come from");
  return { url, from };
}

function notify(variables: Variables): MessageSettings["notify"] {
  const { NOTIFY_API_KEY: apiKey, NOTIFY_TEXT_TEMPLATE: text, NOTIFY_EMAIL_TEMPLATE: email } = variables;
  if (!apiKey) return undefined;
  if (!text && !email) throw new Error("NOTIFY_API_KEY: needs NOTIFY_TEXT_TEMPLATE or NOTIFY_EMAIL_TEMPLATE beside it");
  return { apiKey, url: variables.NOTIFY_URL, templates: { text, email }, callbackToken: variables.NOTIFY_CALLBACK_TOKEN };
}

function textWebhook({ TEXT_WEBHOOK_URL: url, TEXT_WEBHOOK_SECRET: secret }: Variables): MessageSettings["textWebhook"] {
  if (!url) return undefined;
  if (!secret) throw new Error("TEXT_WEBHOOK_SECRET: is required with TEXT_WEBHOOK_URL: text messages are signed with it");
  return { url, secret };
}
