/** Slots that are kept back for what cannot wait. */
export const ringFences = {
  ringFences: {
    title: "Slots kept for the urgent",
    link: "Slots kept for the urgent",
    intro: "So many slots of a trade are kept each day for one priority. What is left of them is released on the day before.",
    caption: "What is kept",
    columns: { trade: "Trade", keptFor: "Kept for", slots: "Slots a day", released: "Released" },
    released: (time: string) => `${time} the day before`,
    none: "Nothing is kept.",
    heading: "Keep slots, or change how many",
    trade: { label: "Trade", error: "Select a trade" },
    keptFor: { label: "Kept for", error: "Select a priority" },
    slots: { label: "Slots a day", hint: "0 keeps none", error: (most: number) => `Slots a day must be a whole number from 0 to ${most}` },
    releasedAt: { label: "Released the day before at", error: "Enter a time, like 14:00" },
    button: "Save",
    saved: "It is saved, and the calendar follows it",
  },
};
