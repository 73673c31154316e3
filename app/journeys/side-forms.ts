import { readPhone } from "#app/domain/phone.ts";
import type { Words } from "#app/languages/en.ts";
import { oneOf, text } from "./fields.ts";
import { type Errors, Journey } from "./journey.ts";
import { emailField, phoneField } from "./report-people.ts";

interface Facts {
  words: Words;
}

/** Asked of whoever says that a repair reported already is theirs too: how to send messages, if at all. */
export const follow = Journey.about<Facts>().ask("already-reported", {
  title: ({ words }) => words.report.places.alreadyReported.title,
  fields: (_, { words }) => {
    const { messagesBy, phone, email } = words.report.places.alreadyReported;
    return {
      messagesBy: oneOf(messagesBy.options, messagesBy),
      phone: phoneField(phone, "tel"),
      email: emailField(email, "email"),
    };
  },
  rule: ({ messagesBy, phone, email }, { words }): Errors | undefined => {
    const { needsMobile, needsEmail } = words.report.places.alreadyReported.messagesBy;
    if (messagesBy === "text" && !readPhone(phone)?.isMobile) return { phone: needsMobile };
    if (messagesBy === "email" && !email) return { email: needsEmail };
    return undefined;
  },
});

/** Asked of whoever's address the landlord does not have. */
export const request = Journey.about<Facts>().ask("request", {
  title: ({ words }) => words.report.places.request.title,
  fields: (_, { words }) => {
    const { name, phone, email, address, problem } = words.report.places.request;
    return {
      name: text({ ...name, max: 100, autocomplete: "name" }),
      phone: phoneField(phone, "tel"),
      email: emailField(email, "email"),
      address: text({ ...address, max: 300, kind: "textarea", autocomplete: "street-address" }),
      problem: text({ ...problem, max: 500, kind: "textarea" }),
    };
  },
  rule: ({ phone, email }, { words }) => (phone || email ? undefined : { phone: words.report.places.request.needed }),
});

type Answers<J extends { walk: (...args: never[]) => { complete: unknown } }> = NonNullable<ReturnType<J["walk"]>["complete"]>;

export type FollowAnswer = Answers<typeof follow>["already-reported"];
export type RequestAnswer = Answers<typeof request>["request"];
