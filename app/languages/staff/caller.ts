/** What is done of a repair for whoever is on the phone about it, by the tenants' own rules. */
export const caller = {
  caller: {
    heading: "For the caller",
    notAlone: "Nobody goes to this home alone. An officer finds two operatives and books it.",
    actions: {
      move: "Move the visit",
      override: "Move it outside the rules",
      "not-in": "Nobody will be in",
      cancel: "Cancel as the tenant asks",
      book: "Book an appointment",
      edit: "Change contact details",
    },
    chase: { button: "They ask how it stands" },
    again: { button: "Send the last message again" },
    saved: {
      counted: "Counted as a question about this repair.",
      told: "We have noted what the caller said.",
      worse: "An officer will look at it, since it has got worse.",
      moved: "The visit has moved. The tenant is told.",
      dropped: "The visit is given up, and others can book the time. The repair waits for a call.",
      cancelled: "The repair is cancelled. The tenant is told.",
      asked: "An officer looks at it before it is cancelled, and calls the tenant.",
      again: "The last message goes out again.",
      "nothing-again": "There is no message to send again: what was said last is not so any more, or nothing reaches this tenant.",
    },
    move: {
      title: "Move the visit",
      why: "Agree the time with the caller first. The old time stays theirs until you press the button.",
      none: "There is no other time that tenants can choose. An officer can look for one outside the rules.",
      label: "New time",
      error: "Select a new time",
      gone: "Somebody has just taken that time. The visit has not moved. Select another one",
      button: "Move the visit",
      refused: {
        late: (cutOff: string) => `Tenants can move a visit until ${cutOff}. After that somebody may be on the way.`,
        "too-often": (most: number) =>
          most === 1
            ? "A visit can be moved once for its tenant, and this one has been."
            : `A visit can be moved ${most} times for its tenant, and this one has been.`,
        closed: "This visit cannot be moved any more: somebody has arrived, or its day is over.",
      },
      who: "An officer, a manager or an administrator can set this aside. Pass the call on, or say when we will call back.",
      aside: "You can set this aside, with a reason: press Move it outside the rules on the repair's page.",
    },
    override: {
      title: "Move the visit outside the rules",
      why: "These times go beyond what tenants are offered: after the cut-off or the move limit, kept for others, or later than the last date offered. What you set aside is written down with your name.",
      button: "Move it all the same",
      reason: { label: "Why are the rules set aside?", error: "Select why the rules are set aside" },
      reasons: {
        health: "Somebody's health or safety is at risk",
        "our-fault": "We let this tenant down before",
        "cannot-wait": "The tenant cannot be in before then, or after",
        complaint: "It settles a complaint",
      },
    },
    notIn: {
      title: "Nobody will be in",
      why: "Nobody comes to this visit, and it does not count as missed.",
      next: "The repair stays open and waits for a call to arrange another.",
      closed: "This visit cannot be given up any more: somebody has arrived, or its day is over.",
      button: "Nobody will be in",
    },
    cancel: {
      title: "Cancel as the tenant asks",
      why: "Read back: nobody will come, and the time goes to somebody else. If the problem is still there, it has to be reported again.",
      careful:
        "This is about damp, mould, a leak or safety: it is not dropped without a look. An officer is told that the tenant wants to cancel, and calls them. Until then everything stays as it is.",
      button: "Cancel this repair",
      ask: "Pass it to an officer",
      reason: { label: "Why do they want to cancel?", error: "Select why they want to cancel" },
      reasons: { fixed: "It is repaired already", "not-wanted": "They do not need it any more", other: "Another reason" },
      begun: "Somebody has arrived. The caller should speak to them",
    },
    told: {
      title: "How it stands",
      say: "Tell the caller what stands online",
      ask: "Then ask",
      why: "Whoever asks how a repair stands is asked whether it has got worse. If anyone is in danger, treat it as an emergency now.",
      button: "Save what they say",
      worse: {
        label: "Has it got worse?",
        error: "Select yes if it has got worse",
        options: { no: "No", yes: "Yes" },
      },
      words: {
        label: "What has changed",
        hint: "Needed if it has got worse. Nothing about health, no door or key-safe codes",
        error: "Enter what has got worse",
        tooLong: (limit: number) => `What has changed must be ${limit} characters or fewer`,
      },
    },
  },
};
