import { wishes } from "../en/wishes.ts";

/** The people who do the work: what they can do, where, and when. */
export const operatives = {
  operatives: {
    title: "Operatives",
    caption: "Everybody who does repairs",
    columns: { name: "Name", trades: "Trades", patches: "Patches", pattern: "Working pattern" },
    add: "Add an operative",
    pattern: "Change pattern",
    notWorked: "Not in the working pattern",
  },
  operative: {
    newTitle: "Add an operative",
    name: { label: "Full name", error: "Enter a full name", tooLong: (limit: number) => `The name must be ${limit} characters or less` },
    contractor: {
      label: "Contractor or team",
      error: "Enter a contractor or a team",
      tooLong: (limit: number) => `The contractor must be ${limit} characters or less`,
    },
    ownTeam: "Own team",
    trades: { label: "Trades", error: "Select a trade" },
    patches: { label: "Patches", error: "Select a patch" },
    investigates: { legend: "Hazards", label: "Competent to investigate damp, mould and other hazards", error: "Select what applies" },
    accreditation: {
      label: (kind: string) => `Accredited for ${kind} until`,
      hint: "Leave empty if they are not. They are not sent to this work after that day",
      error: "Enter the last day of the accreditation",
    },
    wishes: {
      label: "What tenants may ask for",
      hint: "Tick what this operative has agreed to meet. It is theirs to say, and none need be ticked. Tenants who ask for it are offered only those who do",
      error: "Select from the list, or none",
      options: wishes,
    },
    save: "Save",
    pattern: "Working pattern",
    leaving: "If somebody leaves, give them a pattern without visits from that day on.",
    stale: "Somebody else has changed this operative meanwhile. Look at it again",
    saved: "The operative is saved",
  },
  pattern: {
    title: (name: string) => `Working pattern of ${name}`,
    intro: "How many visits they can make in each arrival window. Slots that nobody has follow at once.",
    from: { label: "From", error: "Enter the first day", past: "The first day must be today or later" },
    until: {
      label: "Until",
      hint: "Leave empty if it is for good. After that day the old pattern goes on",
      error: "Enter the last day",
      before: "The last day must be the first day or later",
    },
    weeks: { label: "Weeks", error: "Select how weeks follow each other" },
    everyWeek: "Every week is the same",
    inTurn: "Two weeks take turns",
    week: (number: number) => (number === 1 ? "Visits in a week" : "Visits in the second week, if two weeks take turns"),
    window: "Arrival window",
    cell: (day: string, window: string, week: number) => `${day}, ${window}${week === 2 ? ", second week" : ""}`,
    visits: (most: number) => `Visits must be a whole number from 0 to ${most}`,
    copy: { label: "Copy the pattern of", button: "Copy" },
    look: "See what it does",
    effect: (added: number, dropped: number) =>
      `${added === 1 ? "1 slot is" : `${added} slots are`} added and ${dropped === 1 ? "1 is" : `${dropped} are`} taken away.`,
    saved: "The pattern is saved, and the calendar follows it",
  },
};
