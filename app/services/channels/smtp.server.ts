import { createTransport } from "nodemailer";
import { PATIENCE_MS, type Send, type Tried } from "./channel.server.ts";

export interface SmtpSettings {
  /** `smtps://user:password@mail.example.org` */
  url: string;
  /** "Fernhill Council <repairs@fernhill.example>". */
  from: string;
  patienceMs?: number | undefined;
}

/** What of an error of nodemailer says what went wrong, without its words: they may hold the address. */
interface MailFault {
  code?: string;
  command?: string;
  responseCode?: number;
}

const FAULTS: Readonly<Record<string, string>> = {
  EAUTH: "the mail server refused our password",
  ETIMEDOUT: "took too long",
  ETLS: "the connection could not be made safe",
};

/** A mail server refuses this recipient for good (RFC 5321, 4.2.1: 5yz), which no later try will change. */
const isNobody = ({ command, responseCode = 0 }: MailFault) => command === "RCPT TO" && responseCode >= 500;

function faultOf(error: MailFault): Tried {
  if (isNobody(error)) return { ok: false, fault: `the mail server knows no such address (${error.responseCode})`, isFinal: true };
  if (error.responseCode) return { ok: false, fault: `the mail server answered ${error.responseCode}` };
  return { ok: false, fault: FAULTS[error.code ?? ""] ?? "could not be reached" };
}

/** Emails by a mail server (SMTP). At least once: where its answer was lost it is sent again under the same Message-ID, which mail programs show once. */
export function openSmtp({ url, from, patienceMs = PATIENCE_MS }: SmtpSettings): Send {
  const patience = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs, dnsTimeout: patienceMs };
  const transport = createTransport({ url, ...patience }, { from });
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
  return async ({ id, to, subject, body, html }) => {
    try {
      const headers = { "Auto-Submitted": "auto-generated" };
      await transport.sendMail({ to, subject, text: body, html, messageId: `<${id}@${domain}>`, headers, disableFileAccess: true });
      return { ok: true };
    } catch (error) {
      return faultOf(error as MailFault);
    }
  };
}
