import { z } from "zod";
import { ownNeeds } from "./household.ts";
import { limits } from "./limits.ts";
import { localised } from "./localised.ts";
import { visitChanges } from "./own-visit.ts";
import { retention } from "./retention.ts";
import { hoursOfDay, ruleKinds, weekdayName } from "./rules.ts";
import { soonerOffers } from "./sooner.ts";
import { staffSettings } from "./staff.ts";

const phone = z.string().regex(/^[+0-9][0-9 ]{2,20}$/, "must be a phone number, digits and spaces");
/** An address of the landlord's own site, or a path of this service. */
const address = z.string().regex(/^(https:\/\/|\/)\S+$/, "must start with https:// or /");

/** Where a server may send people's addresses: over https, or to the machine it runs on. */
const webhook = z.string().refine(isSafeToSendTo, "must start with https://, or with http://localhost for a program on the same machine");

function isSafeToSendTo(url: string): boolean {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: "", hostname: "" };
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}

/** Relative luminance of a colour, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Text on the brand colour is white, and must be readable: contrast 4.5 to 1 (WCAG 2.2, 1.4.3). */
const brandColour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, "must be a colour like #0b5c55")
  .refine((hex) => 1.05 / (luminance(hex) + 0.05) >= 4.5, "must be darker: white text on it needs a contrast of 4.5 to 1");

/** A landlord's settings file. Rules in it (windows, priorities, booking) are only the seed of the dated rows that staff edit later. */
export const landlordSchema = z.strictObject({
  name: localised,
  /** What the header says beside nothing else: there is no logo image to serve. */
  logoText: localised,
  brandColour,
  phone,
  /** Mobile number that takes texts, if there is one. */
  textNumber: phone.optional(),
  email: z.email("must be an email address"),
  /** The number to dial through Relay UK, with its 18001. */
  relayUk: phone,
  openingHours: z.array(z.strictObject({ days: z.array(weekdayName).min(1), hours: hoursOfDay })).min(1),
  outOfHoursPhone: phone,
  /**
   * Who is told at once, at any hour, of an emergency whose tenant cannot call. Without it nobody is offered to send one.
   * `sendTo` is the address of a webhook, or "log": only the server's own log, for the demo.
   */
  emergencyContact: z.strictObject({ name: localised, sendTo: z.union([z.literal("log"), webhook]) }).optional(),
  /** What to do in an emergency, in the landlord's words. */
  emergencyText: localised,
  /** Who helps people who are not this landlord's tenants: the council's private housing team, for example. */
  privateHousing: z.strictObject({ name: localised, phone: phone.optional(), url: address.optional() }).optional(),
  privacyUrl: address.default("/privacy"),
  accessibilityUrl: address.default("/accessibility"),
  nation: z.enum(["england", "wales", "scotland", "northern-ireland"]),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .min(1)
    .default(["en"]),
  /** How much is taken from one network address, and for one home. */
  limits,
  /** Until when, and how often, tenants move a visit online. */
  visitChanges,
  /** How sooner visits are offered to who waits for one. */
  soonerOffers,
  /** Codes of what helps a household besides those of the Priority Services Register, in plain words. */
  needs: ownNeeds,
  /** How staff sign in. */
  staff: staffSettings,
  /** How long personal details are kept once a repair is closed. */
  retention,
  rules: z.strictObject(ruleKinds),
});

export type Landlord = z.infer<typeof landlordSchema>;

/** One line that names the first wrong field: "rules.booking.leadDays: Invalid input…". */
export function firstFault(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return "unknown fault";
  const keys = issue.code === "unrecognized_keys" ? issue.keys : [];
  return `${[...issue.path, ...keys].join(".") || "(the file)"}: ${issue.message}`;
}
