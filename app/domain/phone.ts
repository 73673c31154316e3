import { parsePhoneNumberFromString } from "libphonenumber-js";

/** A phone number as messages need it, and whether it can take texts. */
export interface Phone {
  /** E.164: +447700900982. */
  number: string;
  isMobile: boolean;
}

/**
 * Reads a phone number typed in any format, United Kingdom unless it says otherwise. *Possible* numbers are taken, not only *valid*
 * ones: new ranges, and Ofcom's numbers for drama and tests, are not in the library's list.
 */
export function readPhone(typed: string): Phone | undefined {
  const phone = parsePhoneNumberFromString(typed, "GB");
  if (!phone?.isPossible()) return undefined;
  const isMobile = phone.countryCallingCode === "44" ? phone.nationalNumber.startsWith("7") : phone.getType() !== "FIXED_LINE";
  return { number: phone.number, isMobile };
}
