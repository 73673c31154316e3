/** What a copy of everything held on a person says of itself. */
export const personExport = {
  about:
    "Everything held on a person, found by the phone number, the email address or the home (UPRN) that was asked for. Times are UTC; dates are local.",
  beforeYouSendIt: [
    "Descriptions, notes and photos may show or name somebody else: read them before you send them.",
    "What is left out of a repair because it is about somebody else stands under leftOut.",
    "Look for each phone number and email address that the person has had: each is a search of its own.",
    "Staff may have noted why nobody visits a home alone. That is about everybody who lives there: it is in the copy of a home, not in that of one person.",
    "Codes (purpose, status, priority, needs and the like) are as the service keeps them.",
  ],
  parts: {
    repairs: "Each repair that names the person, or all of the home where that was asked for.",
    "repairs.report": "What was reported, when, and how it stands.",
    "repairs.home":
      "The address, and how the home is held: as we have it, and as the reporter said. Asked for by its UPRN, also why staff do not visit it alone.",
    "repairs.reporter": "Who reported it, and how to reach them.",
    "repairs.visitPerson": "Whom to meet, where that is not the reporter.",
    "repairs.description": "The problem in the reporter's words.",
    "repairs.earlier": "What stood there before somebody corrected it, by its version.",
    "repairs.needs": "What would help at a visit, and who in the home the problem may make worse. Health information.",
    "repairs.notes": "What staff have written about the repair.",
    "repairs.visits": "Appointments, how each went, and what the operative noted.",
    "repairs.emergency": "Where it is an emergency: when it was seen, somebody was sent and it was made safe.",
    "repairs.sooner": "When the person asked for a sooner visit, and what suits: time windows and hours of notice.",
    "repairs.messages": "When messages about it were due and sent. Their words are not kept.",
    "repairs.events":
      "What has happened to the repair, when, by whom and by which channel; the fields that changed, without what stood in them.",
    "repairs.photos": "The photos, by the names of the files beside this one.",
    follows: "Repairs of shared areas that the person follows.",
    requests: "Requests of people whose address was not found.",
    unsent: "Reports of danger that were begun and not sent, as far as they were typed.",
    drafts: "What stands on a device as a report that is not sent, or was sent within 30 days, as it was typed.",
  },
  leftOut: {
    reporter: "reporter: somebody else reported it",
    visitPerson: "visitPerson: somebody else is met",
    needs: "needs: the person reported it for somebody else",
  },
};
