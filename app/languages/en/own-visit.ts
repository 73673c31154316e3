/** Moving a visit, giving it up, and cancelling a repair, by whoever reported it. */
export const ownVisit = {
  move: {
    title: "Move your visit",
    now: (visit: string) => `Your visit is on ${visit}. It stays until you have another one.`,
    adult: "Someone aged 18 or over must be in. We arrive within the hours you choose.",
    error: "Select a time",
    button: "Move my visit",
    gone: "Someone else has just taken that time. Your visit has not moved. Choose another time.",
    noneSuit: "If none of these times suits you, keep your visit and call us on",
    noOffers: "There is no other time to show online at the moment. Your visit has not changed. To move it, call us on",
    refusedTitle: "Please call us to move this visit",
    refused: {
      late: (cutOff: string) => `Visits can be moved here until ${cutOff}. After that somebody may be on the way.`,
      "too-often": (most: number) =>
        most === 1 ? "A visit can be moved here once." : `A visit can be moved here ${most} times, and this one has been.`,
      closed: "This visit cannot be moved any more.",
    },
    callUs: "To move it, call us on",
    notIn: "Nobody will be in? Tell us here, and nobody comes for nothing.",
  },
  notIn: {
    title: "Will nobody be in?",
    visit: (visit: string) => `Your visit is on ${visit}.`,
    what: "If you tell us, nobody comes to this visit. It does not count as a visit that you missed.",
    next: "Your repair stays open. We will call you to arrange another visit.",
    button: "Nobody will be in",
    closed: "This visit cannot be given up here any more. If somebody is at your door, speak to them, or call us.",
  },
  cancel: {
    title: "Why do you want to cancel?",
    reason: { label: "Why do you want to cancel?", error: "Select why you want to cancel" },
    reasons: {
      fixed: "It is repaired already",
      "not-home": "Nobody will be in for the visit",
      "not-wanted": "I do not need the repair any more",
      other: "Another reason",
    },
    sure: "Do you want to cancel this repair?",
    sureWhat: "Nobody will come, and the time goes to somebody else. If the problem is still there, you have to report it again.",
    sureButton: "Cancel this repair",
    askTitle: "An officer must look at this first",
    ask: "This is about damp, mould, a leak or safety, so we do not drop it without looking. We pass on that you want to cancel, and an officer will call you. Until then everything stays as it is.",
    askButton: "Ask to cancel",
    keep: "No, keep it",
    begun: "Somebody has arrived. Speak to them, or call us.",
    stale: "This repair has changed since you opened the page. Look at it again before you cancel.",
  },
  calendar: {
    summary: (landlord: string) => `Repair visit, ${landlord}`,
    description: (reference: string, phone: string) => `Repair ${reference}. To move or cancel it, open the link or call ${phone}.`,
  },
};
