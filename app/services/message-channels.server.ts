import type { Send } from "./channels/channel.server.ts";
import { type NotifySettings, openNotify } from "./channels/notify.server.ts";
import { openSmtp, type SmtpSettings } from "./channels/smtp.server.ts";
import { openTextWebhook, type TextWebhookSettings } from "./channels/text-webhook.server.ts";

/** What this installation sends by; a channel that is not there is passed over. */
export type MessageChannels = { text?: Send; email?: Send };

/** Who delivers, as the environment says. */
export interface MessageSettings {
  smtp?: SmtpSettings | undefined;
  notify?: (NotifySettings & { callbackToken: string | undefined }) | undefined;
  textWebhook?: TextWebhookSettings | undefined;
}

/** Whether nobody delivers: messages are then only written, and read by staff. */
export const isBuiltIn = ({ smtp, notify, textWebhook }: MessageSettings): boolean => !smtp && !notify && !textWebhook;

/** Opens what this installation sends by. A new one has nothing yet: there a message counts as sent when it can be read on the staff's page. */
export function openChannels(settings: MessageSettings): MessageChannels {
  const { smtp, notify, textWebhook } = settings;
  if (isBuiltIn(settings)) return { text: async () => ({ ok: true }), email: async () => ({ ok: true }) };
  return {
    ...(notify && openNotify(notify)),
    ...(smtp && { email: openSmtp(smtp) }),
    ...(textWebhook && { text: openTextWebhook(textWebhook) }),
  };
}
