import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { atEnd } from "./engines.ts";

export interface MailServer {
  url: string;
  taken: ParsedMail[];
  /** How it answers from now on: refuses whom a mail is for, with a code; or takes the mail, and answers late or never. */
  answers: { recipient?: number; afterMs?: number; cut?: boolean };
}

/** A real mail server on a real port, closed after the test. */
export async function startMailServer(): Promise<MailServer> {
  const mail: MailServer = { url: "", taken: [], answers: {} };
  const sockets = new Set<{ destroy: () => void }>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_, __, done) => {
      const { recipient } = mail.answers;
      done(recipient ? Object.assign(new Error("No"), { responseCode: recipient }) : undefined);
    },
    onData: async (stream, _, done) => {
      mail.taken.push(await simpleParser(stream));
      const { afterMs = 0, cut } = mail.answers;
      if (cut) for (const socket of sockets) socket.destroy();
      await wait(afterMs, undefined, { ref: false });
      done();
    },
  });
  server.server.on("connection", (socket) => sockets.add(socket));
  server.on("error", () => {});
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  atEnd(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  mail.url = `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  return mail;
}
