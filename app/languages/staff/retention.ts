import type { LocalDate } from "#app/domain/local-date.ts";
import { inFull } from "./figures.ts";

const reasons = { complaint: "There is a complaint", claim: "There is a legal claim", other: "Another reason, which is in the notes" };

/** How long the personal details of a repair are kept, and what keeps them longer. */
export const retention = {
  retention: {
    title: "Keep personal details",
    why: "Personal details are deleted by themselves when their time is over. Select each reason to keep them longer. Take it away when it is over.",
    button: "Save",
    reasons: {
      label: "Why must they be kept?",
      options: reasons,
      hint: "With none selected they are deleted in their time",
      error: "Select a reason from the list",
    },
    change: "Keep or release",
    hidden: "personal details",
    open: "Kept while the repair is open",
    until: (date: LocalDate) => `Deleted after ${inFull(date)}`,
    held: (why: readonly string[]) => `Kept until somebody releases them. ${why.join(". ")}`,
    deleted: (date: LocalDate) => `Personal details were deleted on ${inFull(date)}`,
    deletedNote: "Notes cannot be added: the personal details of this repair have been deleted",
  },
};
