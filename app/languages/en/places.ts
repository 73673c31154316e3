import { emailError, fullName, phoneError } from "./person.ts";

/** Whose report it is and where: who it is for, the home or its shared areas, and what is said where it is not ours to repair. */
export const places = {
  who: {
    title: "Who is this report for?",
    error: "Select who this report is for",
    options: { me: "Me", someone: "Someone I help", resident: "A resident of my scheme" },
    hint: "A scheme is sheltered or supported housing where you work",
  },
  place: {
    title: { me: "Is the problem in your home or in a shared area?", them: "Is the problem in their home or in a shared area?" },
    error: "Select whether it is in the home or in a shared area",
    hint: "Shared areas are the entrance, stairs, landings, lifts, bin stores and anything else that several homes use",
    home: { me: "In my home", them: "In their home" },
    shared: "In a shared area",
  },
  tenure: {
    title: { me: "Do you rent this home or own it?", them: "Do they rent this home or own it?" },
    error: "Select rent, own, or that you are not sure",
    hint: "Who does a repair can depend on it",
    options: {
      rent: "Rent it",
      lease: "Own it, with a lease",
      shared: "Part own and part rent it (shared ownership)",
      unsure: "I am not sure",
    },
  },
  known: {
    title: "Is it one of these?",
    error: "Select a problem, or select that it is something else",
    hint: "These problems in the shared areas of this building are reported already",
    reported: (day: string) => `reported on ${day}`,
    aim: (by: string) => `we aim to repair it by ${by}`,
    late: "it is later than we aimed for",
    other: "No, report something else",
  },
  alreadyReported: {
    title: "We know about this problem",
    text: "You do not need to report it again. If you tell us that it affects you too, we count that, and you can ask for messages about it.",
    messagesBy: {
      label: "How should we send you messages about it?",
      error: "Select how to send messages, or that you do not want any",
      options: { none: "I do not want messages", text: "Text message", email: "Email" },
      needsMobile: "Enter a mobile number, or select another answer",
      needsEmail: "Enter an email address, or select another answer",
    },
    phone: { label: "Mobile number (optional)", error: "Enter a mobile number, like 07700 900 982" },
    email: { label: "Email address (optional)", error: emailError },
    button: "This is it",
  },
  notOurs: {
    title: "This is usually not ours to repair",
    reasons: {
      lease:
        "People who own their home with a lease usually look after the inside of it, with its own pipes, wires and fittings. The lease says who does what.",
      shared:
        "In shared ownership people usually look after the inside of the home, whatever share they own. The lease says who does what.",
      rent: "We do this work only in homes that are owned with a lease.",
      unsure: "We do this work only in homes that are owned with a lease.",
    },
    helpHeading: "Who can help",
    help: "A tradesperson of your own can do this work. For gas choose someone on the Gas Safe Register, and for electrics someone registered with a competent person scheme.",
    ours: "We look after the building around the home and its shared areas. If a newly built home has a fault, ask the builder first.",
    goOn: "Ask us to look at it",
    goOnHint: "If you think that we should do it, or it comes from outside the home, tell us and we will call you.",
    error: "Select that we should look at it, or go back and choose another problem",
  },
  person: {
    title: "Who should we meet?",
    hint: "Tell us whom to ask for when we come. If they cannot answer the door or the phone, give your own name.",
    name: {
      label: "Their full name",
      error: "Enter the full name of the person to meet",
      tooLong: fullName.tooLong,
    },
    phone: {
      label: "Their phone number (optional)",
      hint: "We call it if we are held up or cannot find them",
      error: phoneError,
    },
    email: { label: "Their email address (optional)", error: emailError },
  },
  /** What stands in place of a page's own words where the report is for somebody else. */
  forThem: {
    contact: {
      title: "Your details",
      hint: "We need them because you report this for someone else. Give a phone number, an email address, or both.",
      confirmBy: { text: "Text message to you", email: "Email to you", phone: "Phone call to you" },
      toThem: {
        text: (name: string) => `Text message to ${name}`,
        email: (name: string) => `Email to ${name}`,
        phone: (name: string) => `Phone call to ${name}`,
      },
      needed: "Enter your phone number or email address, so that we can ask you about this report",
    },
    help: {
      "text-not-call": "Text or email, do not call",
      "someone-with-me": "Someone will be with them",
    },
  },
  request: {
    link: "Ask us to get in touch",
    why: "Or leave your details, and a person will read them and get in touch with you.",
    title: "Ask us to get in touch",
    lead: "Tell us where the home is and what is wrong. This does not book a repair.",
    name: fullName,
    phone: {
      label: "Phone number",
      hint: "Give a phone number, an email address, or both",
      error: phoneError,
    },
    email: { label: "Email address", error: emailError },
    address: {
      label: "Address and postcode of the home",
      error: "Enter the address of the home",
      tooLong: (limit: number) => `Address must be ${limit} characters or fewer`,
    },
    problem: {
      label: "What is wrong?",
      error: "Enter what is wrong",
      tooLong: (limit: number) => `What is wrong must be ${limit} characters or fewer`,
    },
    needed: "Enter a phone number or an email address, so that we can reach you",
    button: "Send",
  },
  saved: {
    followed: "You are counted in",
    followedNext: "This problem was reported already and its repair goes on as planned. We have noted that it affects you too.",
    messages: {
      none: "You asked for no messages. To hear how it stands, call us and give this reference.",
      text: "You asked for messages about it by text. We keep your number for that alone.",
      email: "You asked for messages about it by email. We keep your address for that alone.",
    },
    asked: "We have your request",
    askedNext: "A person reads it when our office is open, checks whether we look after that home, and then calls or emails you.",
    askedNot: "No repair is booked yet. If we are not the landlord, we tell you who is to be asked, if we know.",
    reference: "Your reference",
    worse: "If it gets worse or becomes dangerous, call us straight away.",
    home: "Go to the start page",
  },
  another: {
    button: "Report another problem",
    hint: "You can report another problem at the same address without entering your details again.",
  },
};
