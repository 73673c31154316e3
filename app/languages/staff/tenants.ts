/** What tenants said that staff should know of. */
export const tenants = {
  tenants: {
    cancelAsked: (why: string) => `The tenant has asked to cancel: ${why}. Look whether it is safe, call them, and cancel it or keep it.`,
    tenant: "The tenant",
    worse: "The tenant says that it has got worse. Read their note, call them, and look whether somebody must come sooner.",
    added: "The tenant added",
    answers: { cancel: "Keep this repair", worse: "I have looked at this" },
    givenUp: {
      heading: "Nobody will be in",
      why: "Do not go. These tenants have said so late. Their repairs stay open, unless they cancelled them.",
      line: (when: string, address: string) => `${when}: ${address}.`,
      said: (at: string, operative: string | undefined) => `Told us at ${at}.${operative ? ` Was with ${operative}.` : ""}`,
    },
  },
};
