/** Where a report ends without a calendar, and what stops it. */
export const endings = {
  seen: "If you give your address and do not finish this report, we can still see it after an hour and may get in touch.",
  trap: {
    label: "Leave this box empty",
    caught:
      "A box on this page that people cannot see was filled in, so we could not tell whether a person sent it. Your answers are below. Press Continue to try again.",
    call: "If it does not work, call us on",
  },
  pleaseCall: {
    title: "Please call us to finish this report",
    text: "We cannot finish this report online. It is not because of anything that you did.",
    how: "Tell us what you told us here, and we will report the repair for you.",
    kept: "Your answers stay on this device for 7 days.",
  },
  planned: {
    title: "We will plan this work",
    nobody: "Nobody needs to be in, so there is no appointment to choose.",
    by: (by: string) => `Our target is to do it by ${by}.`,
    row: "When we come",
    said: (by: string) => `By ${by}. Nobody needs to be in`,
  },
};
