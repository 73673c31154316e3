/** Tables that say nothing of people who report: what the landlord is and has, and who works there. */
const WITHOUT_PEOPLE = [
  ...["installation", "rules", "bank_holidays", "patches", "blocks", "staged_homes", "catalogues", "problems", "contractors"],
  ...["trades", "operatives", "accreditations", "operative_trades", "operative_patches", "working_patterns", "days", "slots", "staff"],
  ...[
    "staff_sessions",
    "sign_in_tries",
    "absences",
    "closures",
    "worked_holidays",
    "ring_fences",
    "shift_links",
    "changes",
    "changed_slots",
    "message_templates",
    "openings",
    "call_tasks",
    "call_tries",
    "operative_wishes",
  ],
];

/** Columns of the others that hold keys, codes, dates or the landlord's own words. What is not named here is personal, and retention empties it. */
const WITHOUT_WORDS: Record<string, string> = {
  // Deleted altogether after at most 30 days, by another job.
  drafts: "id kind device staffId language catalogueId typed heldWindow origin",
  repairs:
    "id reference submission uprn blockId problemId location problem detail code trade hazard priority dueOn language channel status waitsFor closedWhy",
  contacts: "repairId confirmBy reportsFor messagesTo",
  visit_needs: "repairId",
  followers: "id reference repairId submission language messagesBy",
  requests: "id reference submission language",
  photos: "id draftId repairId appointmentId file",
  unfinished_reports: "id uprn reason emergency problemId confirmBy language",
  appointments: "id repairId purpose date window windowName starts ends status",
  events: "id who channel what changeId repairId appointmentId uprn before after",
  emergencies: "repairId kind",
  messages: "id kind repairId appointmentId followerId channel event status sentBy receipt fault tokenHash",
  // Their repair's: codes and dates of what suits.
  sooner_wishes: "id repairId appointmentId date window windows",
  sooner_offers: "id wishId date window draftId outcome",
  // Deleted after a day at most by whoever asks for a code next, and with the repair's details.
  repair_proofs: "id repairId messageId",
  // Why nobody goes to a home alone is of the home, not of a repair: it goes when staff take the mark away.
  homes:
    "uprn line1 line2 line3 town postcode sortKey patchId blockId tenure endedOn notAloneWhy notAloneUntil restrictedTo restrictedWhy restrictedReviewOn",
  // People beside repairs, whose details go by a job of their own (forget-people).
  staged_tenancies: "importId tenantId reference uprn name otherNames bornOn startsOn endsOn contacts",
  tenancies: "id reference uprn startsOn endsOn",
  tenants: "id tenancyId name otherNames bornOn",
  tenant_contacts: "id tenantId kind value",
  home_records: "id uprn tenancyId kind code words about source until recordedBy checkedBy",
  calls: "id staffId uprn reason repairId draftId",
  identity_checks: "id callId asked caller consent",
  callers_for_tenants: "checkId name relationship",
  complaints: "id submission repairId uprn callId heardBy acknowledgeBy answerBy acknowledgedBy answeredBy",
  complaint_words: "complaintId words",
  visits: "appointmentId outcome why submission",
  repair_notes: "id repairId who",
  contacts_before: "repairId",
  retention_holds: "repairId reason who",
};

/** Tables, and columns as `table.column`, that hold nothing personal of whoever reports a repair. */
export const NOT_PERSONAL = new Set([
  ...WITHOUT_PEOPLE,
  ...Object.entries(WITHOUT_WORDS).flatMap(([table, columns]) => columns.split(" ").map((column) => `${table}.${column}`)),
]);
