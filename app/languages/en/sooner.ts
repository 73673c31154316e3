/** Asking for a sooner visit, and the offer of one. */
export const sooner = {
  link: {
    ask: "Tell me if something sooner comes up",
    change: "Change or stop asking for a sooner visit",
    answer: (visit: string) => `Answer now: we are holding ${visit} for you`,
  },
  ask: {
    title: "Tell me if something sooner comes up",
    lead: {
      visit: (visit: string) => `Your visit is on ${visit}. It stays yours until you accept another one.`,
      none: "You have no visit yet. If a time becomes free before we have called you, you can take it.",
      how: "When a time becomes free, we hold it for you, send you a message, and you accept it or not. If you do not, it goes to the next person.",
    },
    windows: { label: "Which times suit you?", hint: "Select all that suit you", error: "Select at least one time that suits you" },
    notice: { label: "How long before the visit do you need to know?", error: "Select how long before the visit you need to know" },
    notices: { "4": "4 hours", "24": "1 day", "48": "2 days", "72": "3 days" },
    button: "Tell me",
    unanswered: "If you do not answer 3 offers in a row, we stop. You can ask again here.",
  },
  change: {
    title: "You are waiting for something sooner",
    since: (when: string) => `You asked at ${when}. If you change what suits you, you keep your place.`,
    button: "Save",
    stop: "Stop asking",
    stopHint: "If you do not want a sooner visit any more:",
  },
  offer: {
    title: "There is a sooner time for you",
    until: (when: string) => `We hold it for you until ${when}. After that it goes to the next person.`,
    adult: "Someone aged 18 or over must be in.",
    accept: "Accept this visit",
    decline: "No, keep looking",
    declineHint: "If you keep looking, we do not offer you this time again.",
  },
  over: {
    title: "This time is not held for you any more",
    why: "It was taken, it was not answered in time, or you have answered already. Nothing else has changed.",
    repair: "See your repair",
  },
  saved: {
    "sooner-asked": "We will tell you when something sooner comes up",
    "sooner-stopped": "We will not offer you a sooner visit any more",
    "sooner-declined": "We keep looking for another time",
    booked: "Your visit is booked",
  },
};
