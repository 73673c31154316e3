import type { Advice } from "../advice.ts";

/** The accessibility statement, in the form that the 2018 regulations for public bodies ask for. It claims only checks that are made. */
const accessibility = (landlord: string): Advice => ({
  title: "Accessibility statement",
  sections: [
    {
      blocks: [
        `This statement is about the online repairs service of ${landlord}.`,
        "We want as many people as possible to be able to use it. It is made so that you can:",
        [
          "zoom in to 400% and still read everything without scrolling sideways",
          "use every page with a keyboard alone",
          "use it with a screen reader",
          "use it on a small phone, in high contrast, and with JavaScript turned off",
          "take your time: you can ask for longer whenever a time limit is about to end",
        ],
        "The words are as plain as we could make them.",
      ],
    },
    {
      heading: "If something is hard to use",
      blocks: [
        "Tell us if a page does not work for you, or if you need something from this service in another form, such as large print, easy read, audio or braille.",
        { ways: "You can also report a repair in any of these ways." },
      ],
    },
    {
      heading: "If you are not happy with our answer",
      blocks: [
        "The Equality and Human Rights Commission enforces the accessibility regulations in England, Scotland and Wales; the Equality Commission for Northern Ireland does there.",
        { equality: "In England, Scotland and Wales, contact the Equality Advisory and Support Service" },
      ],
    },
    {
      heading: "How accessible this service is",
      blocks: [
        `${landlord} is committed to making this service accessible, in line with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.`,
        "This service is partially compliant with the Web Content Accessibility Guidelines (WCAG) version 2.2, level AA.",
        "Our own checks have found nothing that fails. We do not say fully compliant, because the service has not been audited by anyone independent, or tested with disabled people who use screen readers, speech control or screen magnifiers every day.",
      ],
    },
    {
      heading: "How we checked it",
      blocks: [
        "These checks are run each time the service is changed:",
        [
          "an automated check of the pages and their error messages against WCAG 2.2 level AA (axe-core, in Chromium)",
          "the journey at a width of 320 pixels, which is 400% zoom on an ordinary screen, and at 1280 pixels",
          "the journey with JavaScript on and off",
          "where the keyboard focus goes when an answer needs correcting",
          "the pages in forced colours",
        ],
        "Automated checks find only some of the problems that people meet, so please tell us about any you find.",
        "This statement was prepared in November 2026 from those checks.",
      ],
    },
  ],
});

/** The privacy notice: what is held, why, how long (in years, once a repair is closed), and people's rights. */
const privacy = (landlord: string, years: number): Advice => ({
  title: "Privacy",
  sections: [
    {
      blocks: [
        `${landlord} runs this service and is responsible for what you tell it. In the words of data protection law, it is the controller.`,
        { ways: "Contact us about anything on this page." },
      ],
    },
    {
      heading: "What we hold",
      blocks: [
        "When you report a repair we keep:",
        [
          "the address of the home",
          "what is wrong and how you describe it",
          "the appointment, and each change to it",
          "your name, and the phone number and email address you give",
          "how you would like to hear from us",
          "whether the home is rented or owned, as you tell us",
          "if you report for someone else, whom we meet and how to reach them",
          "if you follow a repair of a shared area, or ask us to get in touch, what you tell us for that",
          "what would help at the visit and, if you tell us, who in the home the problem may make worse",
        ],
        "You choose whether to tell us about health. We keep it apart from the rest, use it to decide how soon to come, and only the people who arrange and do the work see it.",
        "Describe the problem, not people. Do not put door codes, passwords, bank details or medical details in the description.",
      ],
    },
    {
      heading: "Why we hold it",
      blocks: [
        "We use it to carry out the repair, to arrange visits with you, and to show that we met our duties.",
        "The law lets us because we need it for our agreement with you as your landlord, and to meet our legal duty to keep your home in repair.",
        "We do not sell it, and we do not use it for advertising.",
        "Your answers set how soon the work should be done. Staff can change that: ask us if you think it is wrong.",
      ],
    },
    {
      heading: "Who sees it",
      blocks: [
        "Our repairs staff, and the people who come to do the work. Where that is a contractor, it acts for us and may use what it sees for your repair only.",
        "If you report an emergency and say that you cannot call, the people on duty are sent your name, the address, what you wrote and how to reach you.",
      ],
    },
    {
      heading: "How long we keep it",
      blocks: [
        "Your device can open a report that you have not sent for 7 days. Then we delete it, with its photos. You can start again at any time.",
        "If a report that you have not sent has an address and is about an emergency, damp or mould, our staff can see it once you have left it for an hour, and may get in touch. We keep that until they have dealt with it.",
        "To stop anyone taking all the appointments, we note with a report you have not sent a scrambled form of the network address it came from. It is deleted with the report.",
        "If you open your repair here with a code or from a message, we note for a day that this device may see it. To stop people guessing, we count tries for a scrambled form of the reference and of the network address they come from.",
        `A report that you send becomes part of the repairs record of the home. ${years === 1 ? "A year" : `${years} years`} after the repair is closed we delete your name, how to reach you, your words, your photos and what you told us about health. What was repaired and when stays in the record of the home.`,
        "We keep your details for longer only while there is a complaint, a legal claim or another reason like these, and delete them when it is over. Requests, and reports that you did not send, are kept for the same time at most.",
      ],
    },
    {
      heading: "Your rights",
      blocks: [
        "You can ask us to:",
        [
          "give you a copy of what we hold about you",
          "correct what is wrong",
          "delete it, where we no longer need it",
          "stop or limit how we use it",
        ],
        "We answer within one month. It costs nothing.",
      ],
    },
    {
      heading: "If you are not happy",
      blocks: [
        "Tell us first if you can. You can also complain to the Information Commissioner's Office (ICO).",
        { ico: "Complain to the ICO" },
        { icoPhone: "Call the ICO" },
      ],
    },
  ],
});

const cookies = {
  title: "Cookies",
  intro: [
    "A cookie is a small file that a website keeps on your device.",
    "This service uses one, which it cannot work without, so we do not ask you to accept it. For tenants we use no others: nothing counts your visits or follows you to other sites.",
  ],
  rows: {
    name: { label: "Name", value: "repairs", secure: "Over a secure connection its full name is __Host-repairs." },
    purpose: {
      label: "What it is for",
      value:
        "It remembers your unfinished reports on this device, so that you can carry on where you left off, and which repairs you have shown to be yours, for a day.",
    },
    holds: { label: "What is in it", value: "A long random number. Your name, address and answers are not in it." },
    expires: { label: "How long it stays", value: "30 days." },
  },
  remove: {
    heading: "If you delete it",
    text: "You can delete cookies in your browser's settings. Reports that you have sent are not changed. Reports that you have not finished can no longer be opened, so you would start again.",
  },
  staff: {
    heading: "If you work here",
    text: "When you sign in, a cookie called staff keeps a long random number until you close the browser. If you sign in with your organisation's account, one called left waits for you to come back, for 10 minutes.",
  },
  shared: {
    heading: "If you share this device",
    text: "Someone who uses the same device could open a report that you have not finished, or a repair that you have opened and not closed with Stop viewing this repair. On a device that is not yours, delete the cookie or close a private window when you are done.",
  },
};

/** Pages of information about the service. */
export const advice = { accessibility, privacy, cookies };
