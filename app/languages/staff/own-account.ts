/** Coming back after being signed out, and one's own account. */
export const ownAccount = {
  sendAgain: {
    outTitle: "You were signed out",
    out: "What you sent is not saved yet. It is not lost: it stays on this page.",
    signIn: "Sign in (opens in a new tab)",
    back: "Come back to this tab and select Continue.",
    goOn: "Continue",
    title: "Send it again",
    as: (who: string) => `You are signed in as ${who}. What you sent before is not saved until you send it again.`,
    send: "Send again",
    look: "Open the page without sending",
    typed: "What you typed",
    files: "Photos and other files are not kept. Add them again afterwards.",
  },
  signedOut: {
    title: "You are signed out here",
    there: (name: string) => `We send you on to ${name}, to sign out there too.`,
    go: (name: string) => `Sign out of ${name}`,
  },
  ownPassword: {
    title: "Change your password",
    intro: "Three random words make a password that is strong and easy to remember. This signs you out everywhere else.",
    present: { label: "Your present password", wrong: "Your present password is not right" },
    button: "Change password",
  },
  authenticator: {
    title: "Set up codes on another phone",
    intro:
      "Scan this picture with the app that shows codes on the other phone. The codes of an old phone stop working, and you are signed out everywhere else.",
    button: "Use these codes",
  },
  ownSaved: { password: "Your password is changed", authenticator: "Your codes come from the other app now" },
  ownChanged: "Your account was changed meanwhile. Try again",
};
