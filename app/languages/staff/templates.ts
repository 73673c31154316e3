const named = (names: readonly string[]) => names.map((name) => `{${name}}`).join(", ");

/** The words of messages, which an administrator changes. */
export const templates = {
  templates: {
    title: "The words of messages",
    intro:
      "What each message says. Names in braces, like {date}, are filled in when it is sent. Your name and phone number end every email and letter.",
    caption: "Messages and their words",
    columns: { what: "Message", text: "Text message", words: "Words", change: "Change" },
    own: "Your own",
    standard: "Standard",
    change: "Change",
    back: "All messages",
    edit: (what: string) => `Change the words: ${what}`,
    known: (names: readonly string[]) => `You can use ${named(names)}.`,
    text: {
      label: "Text message",
      hint: "Up to 160 characters is one text message; a longer one is paid as two. Other letters than those of plain English shorten it to 70.",
      error: "Enter the words of the text message",
    },
    subject: { label: "Subject of the email or letter", error: "Enter a subject" },
    body: { label: "Email or letter", hint: "An empty line begins a new paragraph.", error: "Enter the words of the email" },
    tooLong: (limit: number) => `Enter ${limit} characters or fewer`,
    unknown: (names: readonly string[], known: readonly string[]) => `There is no ${named(names)}. You can use ${named(known)}`,
    preview: "How it reads",
    previewWhy: "With a repair that is made up.",
    length: (units: number, messages: number) =>
      `${units} characters, ${messages === 1 ? "one text message" : `paid as ${messages} text messages`}`,
    save: "Save the words",
    show: "Show how it reads",
    reset: "Go back to the standard words",
    saved: { yes: "The words are saved. Messages that wait go out in them.", standard: "The message has its standard words again." },
    stale: "Somebody has changed these words since you opened the page. Look at them, then save yours again",
    sample: {
      reference: "7KQ4-9XM2",
      location: "Kitchen",
      problem: "Tap",
      detail: "Dripping",
      code: "123456",
      link: "(the link to their repair)",
    },
  },
};
