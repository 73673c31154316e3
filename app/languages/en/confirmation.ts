/** What somebody who has sent a report reads. */
export const confirmation = {
  booked: "Repair booked",
  received: "Report received",
  reference: "Your reference",
  keep: "Write this reference down or print this page. You will need it if you contact us.",
  appointment: "The appointment",
  problem: "What you reported",
  next: "What happens next",
  adult: "Someone aged 18 or over must be in when we come.",
  arrive: "The operative may arrive at any time between these hours. They show identification before they come in.",
  twoVisits: "This is a longer job. The operative starts in this window and the work goes on after it.",
  change: "To move or cancel the visit, open your repair here with your reference, or call us.",
  follow: "See, move or cancel this repair",
  call: (when: string) => `We will call you to arrange the work. You asked us to call: ${when.toLowerCase()}.`,
  identity: (when: string) =>
    `We will call you to check that you live there, and then arrange the work. You asked us to call: ${when.toLowerCase()}.`,
  noCodes: "We never ask for passwords, bank details or door codes on that call. If you are not sure that it is us, call us back.",
  planned: "Our staff plan this work. Nobody needs to be in when we come.",
  officer: "An officer looks at this report first and will call you to arrange a visit.",
  target: (by: string) => `Our target for this work is ${by}.`,
  worse: "If it gets worse or becomes dangerous, call us straight away.",
  print: "To keep a copy, print this page.",
};
