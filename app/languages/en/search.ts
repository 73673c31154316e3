/** Finding the problem in one's own words, beside the tree. */
export const search = {
  title: "Search for the problem",
  label: "Search in your own words",
  hint: "For example, tap dripping, boiler or no hot water",
  button: "Search",
  orChoose: "Or choose where it is",
  error: "Enter a few words about the problem",
  found: (count: number, typed: string) => `${count === 1 ? "1 match" : `${count} closest matches`} for “${typed}”`,
  choose: "Select the closest match to go on.",
  chooseError: "Select the closest match, or choose from the list instead",
  none: (typed: string) => `No match for “${typed}”`,
  noneHelp: "Check the spelling, try other words, or choose from the list.",
  list: "Choose from the list instead",
};
