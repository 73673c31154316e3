import { fullName } from "./person.ts";

/** For people who cannot call about an emergency, and for those whose words say that it may be one. */

/** On the pages that insist on a call, where somebody on duty would be told. */
export const cannotCall = {
  label: "What do you want to do?",
  heading: "If you cannot call",
  hint: "Tell us where you are and what is wrong. We send it at once to the people on duty, and again every 10 minutes until one of them has seen it.",
  goOn: "I cannot call",
  /** Where an emergency of the first question is, in place of a room. */
  location: "Emergency",
  sendNow: "Nobody has been told yet. Send it now.",
  send: "Send this emergency",
};

/** After it was sent. Nothing is said to have been seen that was not. */
export const emergencySent = {
  received: "We have received this",
  seen: (time: string) => `Seen at ${time}`,
  reference: (reference: string) => `Your reference is ${reference}. Write it down or keep this page open.`,
  notYet: "Nobody on duty has said yet that they have seen it. Do not wait for them if you can call, or if anyone can call for you.",
  seenBy: (when: string) => `Someone on duty has seen this, at ${when}. If it gets worse, call.`,
  checked: (time: string) => `Checked at ${time}.`,
  again: "Check again",
  target: (by: string) => `We aim to make it safe by ${by}.`,
  reported: "What you told us",
};

/** After the description, where its words may mean danger. */
export const warning = {
  titles: {
    gas: "Can you smell gas?",
    "carbon-monoxide": "Could this be carbon monoxide?",
    fire: "Is there a fire or smoke?",
    electrics: "This may be dangerous",
  },
  why: "What you wrote may be an emergency. If it is, do this now. Your answers are kept.",
  goOn: "It is not an emergency",
  /** For whoever is reporting an emergency already. */
  goOnTold: "It is not gas, carbon monoxide or fire",
  goOnHint: "If you are sure that nobody is in danger, carry on with your report. To change what you wrote, go back.",
  error: "Select that it is not an emergency, or go back and change what you wrote",
};

/** The page behind the link in a message, for the person on duty. */
export const acknowledgement = {
  title: (reference: string) => `Emergency ${reference}`,
  intro: "The tenant says that they cannot call. They see the time when you say that you have seen this.",
  rows: {
    address: "Address",
    problem: "Problem",
    description: "In their words",
    reported: "Reported",
    by: "Make safe by",
    name: "Name",
    phone: "Phone",
    email: "Email",
    reach: "Reach them by",
  },
  none: "Not given",
  name: {
    label: "Your full name",
    error: fullName.error,
    tooLong: fullName.tooLong,
  },
  hint: "It is kept with the repair, and the messages stop.",
  button: "I have seen this",
  seen: (name: string, when: string) => `Seen by ${name} at ${when}. The messages have stopped.`,
};
