/** The contact centre's first page: who is calling, and from which home. */
export const contactCentre = {
  contactCentre: {
    title: "Contact centre",
    search: {
      label: "Find a home",
      hint: "Phone number, name, address, postcode, repair or tenancy reference, email or UPRN",
      button: "Search",
      empty: "Enter what the caller has told you",
    },
    results: {
      title: (count: number, isMore: boolean) => (isMore ? `The first ${count} homes` : count === 1 ? "1 home" : `${count} homes`),
      more: "There are more. Type more of the address or the name.",
      none: "No home matches",
      noneHint: "Ask for the postcode and the house number, or for the phone number we have.",
      button: "Start call",
      noNames: "No tenant on file",
      repair: (reference: string) => `Open repair ${reference}`,
    },
    suggestions: {
      label: "Homes that match",
      counted: (count: number) =>
        count === 1 ? "1 home matches. Press Enter to open it." : `${count} homes match. Use the down arrow to choose.`,
      none: "No home matches",
    },
    recents: {
      title: "Your last calls",
      none: "Homes you take calls for are listed here.",
      repair: (reference: string) => `repair ${reference}`,
    },
    shortcuts: {
      title: "Keyboard shortcuts",
      link: "Keyboard shortcuts",
      lead: "Every page works with Tab, Shift and Tab, the arrow keys, Space and Enter. Shortcuts of one key come on top of that, in this browser alone.",
      caption: "Shortcuts of one key, outside boxes that you type into",
      columns: { key: "Key", does: "What it does" },
      keys: {
        "/": "Go to the search box, or to the contact centre",
        "?": "Show this page",
        c: "Record a complaint about the repair or the home of the call",
        e: "End the call",
      },
      on: "Shortcuts are on",
      off: "Shortcuts are off",
      turnOn: "Turn shortcuts on",
      turnOff: "Turn shortcuts off",
    },
  },
};
