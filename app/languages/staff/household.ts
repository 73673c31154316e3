import type { FACT_CODES, NEED_CODES, NEED_SOURCES, RecordKind, WARNING_CODES } from "#app/domain/household.ts";

/** The needs codes of the Priority Services Register in plain words. */
const needs: Record<(typeof NEED_CODES)[number], string> = {
  "psr-1": "Nebuliser or apnoea monitor",
  "psr-2": "Heart or lung machine, ventilator",
  "psr-3": "Dialysis, feeding pump or automated medication",
  "psr-4": "Oxygen concentrator",
  "psr-8": "Blind",
  "psr-9": "Partially sighted",
  "psr-12": "Stair lift, hoist or electric bed",
  "psr-14": "Pensionable age",
  "psr-15": "Physical impairment",
  "psr-17": "Does not speak English",
  "psr-18": "Developmental condition",
  "psr-19": "Cannot answer the door easily",
  "psr-20": "Dementia or memory",
  "psr-22": "Chronic or serious illness",
  "psr-23": "Needs to shower or bathe for medical reasons",
  "psr-24": "Careline or telecare",
  "psr-25": "Medicine kept in a fridge",
  "psr-26": "Uses oxygen",
  "psr-27": "Poor sense of smell or taste",
  "psr-28": "Restricted hand movement",
  "psr-29": "Young children",
  "psr-30": "Mental health",
  "psr-31": "Wants somebody else there",
  "psr-32": "For a time: life has changed",
  "psr-33": "For a time: back from hospital",
  "psr-34": "For a time: a householder under 18",
  "psr-35": "Hearing impairment",
  "psr-36": "Speech impairment",
  "psr-37": "Depends on water",
};

const warnings: Record<(typeof WARNING_CODES)[number], string> = {
  dog: "Dog",
  "key-safe": "Key safe",
  hazard: "Hazard in the home",
  "call-first": "Call before you arrive",
  other: "Other",
};

const facts: Record<(typeof FACT_CODES)[number], string> = {
  asbestos: "Asbestos",
  listed: "Listed building",
  warranty: "Under warranty",
  adaptation: "Adaptation",
  legal: "Legal disrepair",
  void: "Void",
};

const sources: Record<(typeof NEED_SOURCES)[number], string> = {
  tenant: "The tenant, or somebody in the home",
  officer: "Somebody who works here",
  partner: "A partner, like a carer or social services",
};

const tooLong = (limit: number) => `Enter ${limit} characters or fewer`;

interface KindWords {
  heading: string;
  none: string;
  add: string;
  title: string;
  endTitle: string;
  endWhy: string;
}

const kinds: Record<RecordKind, KindWords> = {
  need: {
    heading: "What helps this household",
    none: "Nothing is on file.",
    add: "Add a need",
    title: "A need of this household",
    endTitle: "End this need",
    endWhy: "It helps no more, or the tenant does not want us to keep it.",
  },
  warning: {
    heading: "Warnings for visits",
    none: "There is no warning.",
    add: "Add a warning",
    title: "A warning for visits",
    endTitle: "End this warning",
    endWhy: "It is not so any more.",
  },
  fact: {
    heading: "About the home",
    none: "Nothing special is on file.",
    add: "Add a fact",
    title: "A fact of this home",
    endTitle: "End this fact",
    endWhy: "It is not so any more.",
  },
};

/** A home, what is known of it and its household, and who may open it. */
export const household = {
  home: {
    title: (address: string) => address,
    link: "Open the home",
    back: "Back to the home",
    backToHome: "The home",
    rows: { uprn: "UPRN", patch: "Patch", block: "Block", tenure: "Tenure", tenancy: "Tenancy", people: "Tenants", term: "From" },
    ended: (date: string) => `This home is no longer ours since ${date}.`,
    noTenancy: "No tenancy is on file",
    term: (from: string, until: string | undefined) => (until ? `${from} until ${until}` : from),
    none: "None",
    kinds,
    codes: { need: needs, warning: warnings, fact: facts },
    notAlone: "Do not visit alone",
    tags: { warning: "Warning", helps: "Helps" },
    about: (who: string) => `For ${who}`,
    until: {
      need: (date: string) => `Look again by ${date}`,
      warning: (date: string) => `Until ${date}`,
      fact: (date: string) => `Until ${date}`,
    },
    late: "Ask again: is this still right?",
    checked: (when: string, who: string) => `Last checked ${when}, ${who}`,
    agreed: { yes: "Agreed with the tenant", no: "Not yet agreed with the tenant" },
    sources,
    change: "Is this still right?",
    changeOf: (what: string) => `: ${what}`,
    columns: { reference: "Reference", problem: "Problem", state: "State", when: "When", what: "What" },
    repairs: { open: "Open repairs", past: "Past repairs", noOpen: "There is no open repair.", noPast: "There is no past repair." },
    appointments: "Appointments",
    noAppointments: "There is no appointment.",
    notes: "Notes on its repairs",
    noNotes: "There is no note.",
    note: (by: string, reference: string) => `${by}, on ${reference}`,
    messages: "Messages sent",
    noMessages: "Nothing was sent.",
    history: "What has happened to the home",
    happened: (what: string, who: string, when: string) => `${when}: ${what}, ${who}`,
    saved: { yes: "It is saved" },
    restrict: "Restrict who can open this home",
    restricted: (roles: string) => `Restricted to: ${roles}`,
    warnings: "Warnings",
    helps: "What helps",
  },
  record: {
    choose: "Select a need",
    code: {
      need: { label: "Need", hint: "What is needed, not a diagnosis", error: "Select a need" },
      warning: { label: "Warning", error: "Select a warning" },
      fact: { label: "Fact", error: "Select a fact" },
    },
    words: {
      need: {
        label: "What helps",
        hint: "In plain words, as the operative reads it: “Allow time to reach the door”. Never an illness or a diagnosis",
        error: "Enter what helps",
        tooLong,
      },
      warning: {
        label: "What to know (optional)",
        hint: "Operatives read it. Facts, not opinions. Nothing about health",
        error: tooLong(150),
      },
      fact: { label: "More (optional)", hint: "Where it is, or who to ask. Nothing about health", error: tooLong(150) },
    },
    about: { label: "Whose need is it?", hint: "A name, or “her son”", error: "Enter whose need it is", tooLong },
    source: { label: "Who told us?", error: "Select who told us" },
    agreed: {
      label: "Has the tenant agreed that we keep this?",
      options: { yes: "Yes", no: "Not yet" },
      error: "Select whether the tenant has agreed",
    },
    until: {
      need: { label: "Look at it again by", error: "Enter the date by which it is looked at again" },
      warning: { label: "Last day of this warning", error: "Enter the last day of this warning" },
      fact: { label: "Last day (optional)", error: "Enter a date, or nothing" },
      past: "The date must be today or later",
      far: "The date must be in the next 5 years",
    },
    why: { error: "Enter why nobody may go there alone" },
    save: { add: "Save", check: "It is right: save" },
    end: "End it",
    checkWhy: "Put right what has changed, and give the next date. Your name and today are kept.",
    stale: (what: string, who: string, when: string) =>
      `Somebody has changed this since you opened the page: ${what}, ${who}, ${when}. What you typed is kept. Look at it again`,
    staleNow: "This has changed since you opened the page. What you typed is kept. Look at it again",
    over: "This was ended already.",
  },
  restrict: {
    title: "Restrict who can open this home",
    why: "Other staff see no address, name or repair of it: only that it is restricted, and whom to ask. Operatives who go there still see what they need.",
    home: (uprn: string) => `Home ${uprn}`,
    roles: { label: "Who may open it", error: "Select who may open it" },
    reason: { label: "Why?", hint: "Only who may open the home sees it", error: "Enter why", tooLong },
    review: { label: "Look at it again by", error: "Enter the date by which it is looked at again" },
    button: "Restrict this home",
    save: "Save",
    lift: { heading: "Let all staff open it again", button: "Take away the restriction" },
    now: (roles: string, review: string) => `It is restricted to: ${roles}. Look at it again by ${review}.`,
  },
  restricted: {
    address: "Restricted home",
    problem: "Restricted",
    title: "This home is restricted",
    text: (roles: string) => [`This home is restricted. Ask: ${roles}.`, "That you tried to open it is recorded."],
  },
};
