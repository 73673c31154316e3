import { emailError, fullName, phoneError } from "../en/person.ts";

/** What is changed of a repair: its details, its priority, its end, its appointment. */
export const repairChange = {
  repairChange: {
    now: "As it stands now",
    stale: (who: string, when: string, what: string) =>
      `Somebody has changed this repair since you opened the page: ${what}, ${who}, ${when}. What you typed is kept. Look at it again before you send it`,
    staleNow: "This repair has changed since you opened the page. What you typed is kept. Look at it again before you send it",
    edit: {
      title: "Edit description and contact",
      why: "What stood here before is kept with the repair. The tenant is not told.",
      button: "Save",
      emptied: "The details of this repair have been removed, as the law asks.",
      description: {
        label: "Description",
        hint: "What the person coming should know. No door or key-safe codes",
        error: "Enter a description",
        tooLong: (limit: number) => `Description must be ${limit} characters or fewer`,
      },
      name: { label: "Reported by: full name", error: "Enter the full name of who reported it", tooLong: fullName.tooLong },
      phone: { label: "Phone number", error: phoneError },
      email: { label: "Email address", error: emailError },
      visitName: {
        label: "Who we meet, if that is somebody else: full name",
        error: fullName.tooLong(100),
        needed: "Enter the name of who we meet, or send messages to who reported it",
      },
      visitPhone: { label: "Their phone number", error: phoneError },
      visitEmail: { label: "Their email address", error: emailError },
      confirmBy: {
        label: "Messages about this repair",
        error: "Select how messages are sent",
        options: {
          text: "Text message to who reported it",
          email: "Email to who reported it",
          phone: "Phone call to who reported it",
          letter: "Letter to the home",
          "them-text": "Text message to who we meet",
          "them-email": "Email to who we meet",
          "them-phone": "Phone call to who we meet",
        },
      },
      needsMobile: "Enter a mobile number, or select another way to send messages",
      needsPhone: "Enter a phone number, or select another way to send messages",
      needsEmail: "Enter an email address, or select another way to send messages",
    },
    priority: {
      title: "Change priority",
      why: "The new target is counted from when the repair was raised. The old one stays in the history.",
      button: "Change priority",
      priority: { label: "New priority", error: "Select a priority" },
      option: (name: string, due: string) => `${name}, by ${due}`,
      reason: { label: "Why?", error: "Select why" },
      reasons: {
        worse: "It has got worse",
        health: "Somebody's health is at risk",
        seen: "Somebody has looked at it",
        mistake: "It was taken down wrongly",
        better: "It can wait",
        other: "Something else",
      },
      note: { label: "Note (optional)", hint: "Other staff see it. Nothing about health", needed: "Enter a note that says why" },
    },
    cancel: {
      title: "Cancel this repair",
      why: "Its appointment is cancelled too, and others can book the time at once.",
      careful:
        "This repair is about damp, mould, a leak or safety. Do not cancel it because nobody answered. Say in the note what was tried, when and how, or who has seen that it is safe.",
      button: "Cancel this repair",
      reason: { label: "Why?", error: "Select why it is cancelled" },
      reasons: {
        "not-wanted": "The tenant does not want it any more",
        fixed: "It is repaired already",
        duplicate: "It is reported twice",
        "not-ours": "It is not ours to repair",
        "no-answer": "Nobody could be reached",
        mistake: "It was taken down wrongly",
        other: "Something else",
      },
      other: {
        label: "Reference of the other repair, if it is reported twice",
        error: "Enter the reference of the other repair, like 7KQ4-9XMV",
        unknown: "There is no other repair with this reference",
      },
      duplicateOf: (reference: string) => `Reported twice: see ${reference}.`,
      note: { label: "Note (optional)", hint: "Other staff see it. Nothing about health", needed: "Enter a note that says why" },
    },
    book: {
      title: "Book an appointment",
      why: "Agree the time with the tenant first. It is booked when you press the button.",
      label: "Appointment",
      error: "Select an appointment",
      gone: "Somebody has just taken that time. Select another one",
      late: "after the target",
      twoVisits: "This is a longer job: it takes two visits of one operative on the same day.",
      noTrade: "No trade is set for this problem, so there is nobody to offer.",
      none: "Nobody who can do this is free. Add slots in the calendar, or look again later.",
      identity:
        "Check who the tenant is first: this work could let somebody into the home. Then press Identity checked on the repair's page.",
      button: "Book this time",
    },
  },
};
