/** What stands around every page. */
export const site = {
  skipToContent: "Skip to main content",
  back: "Back",
  /** Said before a field's error to people who do not see that it is red. */
  error: "Error",
  errorSummary: "There is a problem",
  /** What an exclamation mark says to people who do not see it. */
  warning: "Warning",
  important: "Important",
  success: "Success",
  title: (page: string, service: string, landlord: string) => `${page} - ${service} - ${landlord}`,
  titleWithError: (title: string) => `Error: ${title}`,
  characterCount: {
    limit: (max: number) => `You can enter up to ${max} characters`,
    underLimit: { one: "You have %{count} character remaining", other: "You have %{count} characters remaining" },
    atLimit: "You have 0 characters remaining",
    overLimit: { one: "You have %{count} character too many", other: "You have %{count} characters too many" },
  },
  footer: {
    help: "Need help?",
    links: "About this service",
    accessibility: "Accessibility statement",
    privacy: "Privacy",
    cookies: "Cookies",
  },
};

/** The ways to reach the landlord, always together. */
export const contact = {
  call: "Call",
  openNow: "open now",
  closedNow: "closed now",
  emergencies: "Emergencies when we are closed",
  emergenciesNow: "We are closed. In an emergency call",
  text: "Text",
  email: "Email",
  relayUk: "Relay UK",
  relayUkHint: "if you cannot hear or speak on the phone",
  free: "free, open 24 hours",
};

/** Pages that say what went wrong. A fault of ours is never worded as a refusal. */
export const errorPages = {
  notFound: {
    title: "Page not found",
    text: ["If you typed the web address, check that it is right.", "If you pasted it, check that you copied all of it."],
  },
  forbidden: {
    title: "You cannot open this page from here",
    text: [
      "It may belong to someone else, or your browser may have come to it from another site.",
      "Go to the start page and try again from there.",
    ],
  },
  unreadable: {
    title: "We could not read what was sent",
    text: ["Nothing was saved from the last page. Answers you gave before it are safe.", "Go back and send the page again."],
  },
  tooMany: {
    title: "Too many tries in a short time",
    text: ["We slow things down when a lot of pages are asked for at once.", "Wait a few minutes, then try again. Your answers are safe."],
  },
  fault: {
    title: "Sorry, there is a problem with the service",
    text: ["This is our fault, not yours. Answers you gave on earlier pages are saved.", "Try again later, or contact us."],
  },
  unavailable: {
    title: "Sorry, the service is not available just now",
    text: [
      "Answers you gave on earlier pages are saved. You can carry on when the service is back.",
      "Try again in a few minutes, or contact us.",
    ],
  },
  reach: "You can also report a repair without this website. The ways to reach us are at the end of this page.",
  code: (requestId: string) => `If you contact us about this problem, give this code: ${requestId}`,
  start: "Go to the start page",
};
