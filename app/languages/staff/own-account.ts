/** Coming back after being signed out, and one's own account. */
export const ownAccount = {
  sendAgain: {
    outTitle: "You were signed out",
    out: "Nothing is saved yet. This page keeps what you sent:",
    steps: { open: "sign in on another tab", opens: "(opens in a new tab)", back: "come back to this tab and continue" },
    goOn: "Continue",
    title: "Send what you typed",
    as: (who: string) => `You are signed in as ${who}. Nothing is saved until you send it.`,
    send: "Send",
    typed: "What you typed",
    files: "Photos and other files are not kept. Add them again afterwards.",
  },
  ownPassword: {
    present: { label: "Your present password" },
  },
};
