/**
 * What tenants are told by message: a text message, and the subject and body of an email or a letter. Words in braces are fields, filled in
 * when it is sent; the landlord's name and phone number end every email. An administrator may put other words in their place.
 */
export const messages = {
  templates: {
    reported: {
      text: "{landlord}: report received. {next} {link}",
      subject: "We have your report {reference}",
      body: "You told us about this repair: {problem}.\n\n{next}\n\nYour reference is {reference}. See your repair:\n{link}",
    },
    "reported-booked": {
      text: "{landlord}: repair booked, {day}, {hours} {link}",
      subject: "Your repair visit is on {date}",
      body: "You told us about this repair: {problem}.\n\nWe will come on {date}, {hours}. Someone aged 18 or over must be in.\n\nYour reference is {reference}. See your visit:\n{link}",
    },
    booked: {
      text: "{landlord}: visit booked, {day}, {hours} {link}",
      subject: "Your repair visit is on {date}",
      body: "We have booked a visit for your repair: {problem}.\n\nWe will come on {date}, {hours}. Someone aged 18 or over must be in.\n\nYour reference is {reference}. See your visit:\n{link}",
    },
    moved: {
      text: "{landlord}: visit moved to {day}, {hours} {link}",
      subject: "Your repair visit is now on {date}",
      body: "The visit for your repair has moved: {problem}.\n\nWe will now come on {date}, {hours}. Someone aged 18 or over must be in.\n\nYour reference is {reference}. See your visit:\n{link}",
    },
    cancelled: {
      text: "{landlord}: repair {reference} is cancelled. Nobody will come. If that is wrong, call {phone}",
      subject: "Your repair {reference} is cancelled",
      body: "This repair is cancelled: {problem}.\n\nNobody will come. If that is wrong, call us on {phone}.\n\nSee your repair:\n{link}",
    },
    "given-up": {
      text: "{landlord}: no visit {day}, as you said. Still open: {link}",
      subject: "Your visit on {date} is cancelled",
      body: "You told us that nobody will be in, so we will not come on {date}, {hours}.\n\nThe repair is still open: {problem}. We will arrange another visit with you.\n\nYour reference is {reference}. See your repair:\n{link}",
    },
    reminder: {
      text: "{landlord}: visit tomorrow, {day}, {hours}. Not in? {link}",
      subject: "Your repair visit is tomorrow, {date}",
      body: "We come tomorrow, {date}, {hours}, for your repair: {problem}.\n\nSomeone aged 18 or over must be in. If nobody will be, tell us now so that we can come another day:\n{link}",
    },
    morning: {
      text: "{landlord}: repair visit today, {hours}. Not in? {link}",
      subject: "Your repair visit is today, {date}",
      body: "We come today, {date}, {hours}, for your repair: {problem}.\n\nSomeone aged 18 or over must be in. If nobody will be, call us on {phone} or tell us here:\n{link}",
    },
    "on-the-way": {
      text: "{landlord}: we are on our way to you about repair {reference}. Problem? Call {phone}",
      subject: "We are on our way to you",
      body: "We are on our way to you for your repair: {problem}.\n\nIf nobody can be in, call us on {phone}.",
    },
    "no-access": {
      text: "{landlord}: we came about repair {reference} and could not get in. Call {phone} for a new time",
      subject: "We could not get in for your repair {reference}",
      body: "We came for your repair, and nobody let us in: {problem}.\n\nCall us on {phone} to agree a new time. Your reference is {reference}.\n\nSee your repair:\n{link}",
    },
    done: {
      text: "{landlord}: repair {reference} is done. Not fixed? Tell us: {link}",
      subject: "Your repair {reference} is done",
      body: "We have done this repair: {problem}.\n\nIf it is not fixed, or comes back, tell us here or call us on {phone}:\n{link}",
    },
    sooner: {
      text: "{landlord}: we can come sooner. Take the time or leave it: {link}",
      subject: "We can come sooner for your repair {reference}",
      body: "A sooner time has come up for your repair: {problem}.\n\nWe keep it for you for a short time only. See it, and take it or leave it:\n{link}\n\nIf you do nothing, your visit stays as it is.",
    },
    "sooner-ended": {
      text: "{landlord}: we stopped offering sooner times. Want more? {link}",
      subject: "We have stopped offering you sooner visits",
      body: "You did not answer the last 3 sooner times that we offered for your repair: {problem}.\n\nWe have stopped, so that others can have them. Nothing else has changed.\n\nIf you still want a sooner visit, ask again here:\n{link}",
    },
    "shared-booked": {
      text: "{landlord}: we come on {day}, {hours}, for the shared area repair you follow, {reference}. You need not be in",
      subject: "A repair that you follow: we come on {date}",
      body: "You told us that this affects you too: {problem}.\n\nWe will come on {date}, {hours}. You need not be in.\n\nYour reference is {reference}.",
    },
    "shared-moved": {
      text: "{landlord}: we now come on {day}, {hours}, for the shared area repair you follow, {reference}. You need not be in",
      subject: "A repair that you follow: we now come on {date}",
      body: "You told us that this affects you too: {problem}.\n\nThe visit has moved. We will now come on {date}, {hours}. You need not be in.\n\nYour reference is {reference}.",
    },
    "shared-done": {
      text: "{landlord}: the shared area repair you follow, {reference}, is done. Not fixed? Call {phone}",
      subject: "A repair that you follow is done",
      body: "You told us that this affects you too: {problem}.\n\nIt is done. If it is not fixed, call us on {phone}.\n\nYour reference is {reference}.",
    },
    code: {
      text: "{code} is your code to see your repair. {landlord} never asks you for it",
      subject: "{code} is your code to see your repair",
      body: "{code} is your code to see your repair. It works for 15 minutes.\n\nWe never ask you for it. If you did not ask for a code, you need do nothing.",
    },
  },
  /** What happens next after a report without a time, by what the repair waits for. */
  next: {
    call: "We will call you to arrange a time.",
    officer: "An officer will look at it and call you.",
    identity: "We will call you to check that you live there.",
    emergency: "Our emergency team has it and will be in touch.",
    plan: "We will plan the work. Nobody need be in.",
  },
  /** The end of every email and letter. */
  ending: (landlord: string, phone: string) => `${landlord}\nPhone ${phone}`,
};

/** The words of one message, each a template. */
export type MessageWords = { text: string; subject: string; body: string };
