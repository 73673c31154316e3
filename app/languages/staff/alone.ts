/** Homes that nobody visits alone, and what tenants ask of who comes. */
export const alone = {
  alone: {
    /** Wherever a home with the mark is shown. */
    mark: "Do not visit alone: two operatives go together",
    row: "Do not visit alone",
    by: (why: string, who: string, when: string) => `${why} (${who}, ${when})`,
    lasts: (why: string, date: string) => `${why}. Until ${date}`,
    yes: "Yes",
    link: { add: "Mark this home: do not visit alone", remove: "Take away the mark: do not visit alone" },
    add: {
      title: "Mark this home: do not visit alone",
      why: "Nobody can book a visit to this home online. Staff book it, with two operatives. The tenant is not told of the mark.",
      button: "Mark this home",
    },
    remove: {
      title: "Take away the mark: do not visit alone",
      why: "One operative may go to this home again, and its tenant can choose a time online. Why it was marked goes with the mark; what you enter is kept as a note.",
      button: "Take away the mark",
    },
    reason: {
      label: "Why?",
      hint: "Other staff see it, with your name. What happened, not an opinion. Nothing about health",
      error: "Enter why",
      tooLong: (limit: number) => `The reason must be ${limit} characters or fewer`,
    },
    until: {
      label: "Last day (optional)",
      hint: "The mark goes by itself on the next day. Leave it empty where nobody knows",
      error: "Enter a date that is today or later, or nothing",
    },
    stale: (what: string, who: string, when: string) =>
      `Somebody has changed this home since you opened the page: ${what}, ${who}, ${when}. What you typed is kept. Look at it again`,
    staleNow: "This home has changed since you opened the page. What you typed is kept. Look at it again",
    booking:
      "Nobody goes to this home alone. This books one operative. Find a second in the calendar first, stop a slot of theirs at the same time so that nobody books it, and tell both.",
    second: {
      legend: "Second operative",
      label: "A second operative goes too, and their slot is stopped",
      error: "Find a second operative first, then say so here",
    },
  },
  wish: {
    row: "Asked for",
    line: (wish: string) => `Asked for: ${wish.toLowerCase()}`,
    nobody: (wish: string) =>
      `The tenant asked for this: ${wish.toLowerCase()}. Nobody who meets it is free. Call them to agree what to do.`,
    anybody: { button: "The tenant agrees to anybody" },
  },
};
