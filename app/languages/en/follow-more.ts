/** What somebody adds to a repair that was reported, and what they say of it afterwards. */
export const followMore = {
  worse: {
    label: "Has it got worse?",
    error: "Select yes if it has got worse",
    options: { no: "No", yes: "Yes" },
  },
  tell: {
    link: "Tell us more, or ask about it",
    title: "Tell us more",
    lead: "The person who comes sees what you write. If anyone is in danger, call us now.",
    words: {
      label: "What do you want to tell us?",
      hint: "Do not give door or key-safe codes, or anything medical",
      error: "Enter what you want to tell us",
    },
    tooLong: (limit: number) => `What you tell us must be ${limit} characters or fewer`,
    button: "Send",
  },
  photos: {
    link: "Add photos",
    title: "Add photos",
    lead: "Do not show people, letters or anything else private.",
    label: "Choose photos",
    hint: (most: number) => `Up to ${most} at a time, JPG or PNG, each smaller than 10MB`,
    button: "Send photos",
    none: "Choose a photo to send",
    full: "You have added as many photos as we can take.",
  },
  again: {
    link: "It is not fixed, or it came back",
    title: "Tell us what is still wrong",
    lead: "We make a new repair of it, so that you do not have to report everything again. If anyone is in danger, call us now.",
    how: {
      label: "What has happened?",
      error: "Select what has happened",
      options: { "not-fixed": "It was not put right", "came-back": "It was put right, and came back" },
    },
    button: "Send",
  },
  feedback: {
    link: "Tell us how the visit went",
    title: "How did the visit go?",
    lead: "Two questions. Your answers go to the people who arrange repairs. They are not part of any survey.",
    came: { label: "Did we come when we said?", error: "Select yes if we came when we said", options: { yes: "Yes", no: "No" } },
    fixed: {
      label: "Is the problem put right?",
      error: "Select yes if the problem is put right",
      options: { yes: "Yes", partly: "Partly", no: "No" },
    },
    button: "Send",
  },
};
