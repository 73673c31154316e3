import demo from "#db/seed/demo/staff.json";

/** A home of the demo to report a repair at: a tenant's, at a postcode that several homes share. It is the same on every date. */
export const DEMO_EXAMPLE = { postcode: "FH1 1AA", homes: 13, address: "1 Alder Road, Fernhill" } as const;

/** What to try in the demo, for whoever has just started it. */
export const DEMO_STEPS: readonly string[] = [
  `Report a dripping tap at ${DEMO_EXAMPLE.address}: its postcode is ${DEMO_EXAMPLE.postcode}.`,
  "Pick an appointment, then give any name and the phone number 07700 900123, which belongs to nobody.",
  `Sign in at /staff as ${demo.people[1]?.email}, with the password ${demo.password}.`,
];
