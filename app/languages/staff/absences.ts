/** Who is away, when nobody works, and the visits that lose their operative by it. */
export const absences = {
  absences: {
    title: "Absences and closures",
    kinds: { sick: "Off sick", leave: "On leave", training: "Training" },
  },
};
