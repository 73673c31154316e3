/** A way to reach a person. What was not given is null. */
interface Reachable {
  name: string | null;
  phone: string | null;
  email: string | null;
}

/** What is kept of who reported a repair and whom we meet. Retention may have emptied any of it. */
interface Named extends Reachable {
  visitName: string | null;
  visitPhone: string | null;
  visitEmail: string | null;
}

/** What is kept of them and of who gets the messages. */
interface People extends Named {
  confirmBy: string;
  /** reporter or visit. */
  messagesTo: string;
}

/** Whom to ask for at the door, and to call where nobody answers: the person named for the visit, else the reporter. */
export function personToMeet({ name, phone, email, visitName, visitPhone, visitEmail }: Named): Reachable {
  return visitName ? { name: visitName, phone: visitPhone, email: visitEmail } : { name, phone, email };
}

/** Who gets messages, and how: text, email, phone or letter. */
export interface Receiver extends Reachable {
  by: string;
}

/** Who gets messages about a repair: whoever reported it or is met, and nobody else. */
export function receiverOf(people: People): Receiver {
  const { name, phone, email, confirmBy, messagesTo } = people;
  const who = messagesTo === "visit" ? personToMeet(people) : { name, phone, email };
  return { ...who, by: confirmBy };
}

const THEM = "them-";

/** The answer to how messages are sent, as it is kept: to whom, and by what. "them-text" is a text to the person to meet. */
export function readMessages(answer: string): { messagesTo: "reporter" | "visit"; confirmBy: string } {
  return answer.startsWith(THEM)
    ? { messagesTo: "visit", confirmBy: answer.slice(THEM.length) }
    : { messagesTo: "reporter", confirmBy: answer };
}

/** What `readMessages` has read, as an answer again. */
export function messagesAnswer({ messagesTo, confirmBy }: Pick<People, "messagesTo" | "confirmBy">): string {
  return messagesTo === "visit" ? THEM + confirmBy : confirmBy;
}
