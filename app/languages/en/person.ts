/** A person's details: asked in several places, in the same words. */
export const fullName = {
  label: "Full name",
  error: "Enter your full name",
  tooLong: (limit: number) => `Full name must be ${limit} characters or fewer`,
};

export const phoneError = "Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192";
export const emailError = "Enter an email address in the correct format, like name@example.com";
