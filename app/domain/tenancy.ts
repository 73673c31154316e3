import { parseUprn } from "./home.ts";
import { needed, RowFault, readRow, wordsOf } from "./listed-row.ts";
import { isLocalDate, type LocalDate } from "./local-date.ts";
import { readPhone } from "./phone.ts";
import { accountEmail } from "./staff.ts";

/** The headings of a tenancies file, and whether the file may do without them. Joint tenants are rows with one tenancy reference. */
export const TENANCY_HEADINGS = {
  required: ["tenancy reference", "uprn", "name", "start"],
  optional: ["other names", "date of birth", "phones", "emails", "end"],
} as const;

/** A person who holds a tenancy, as a landlord's file lists them. What the file leaves empty is null. */
export interface ListedTenant {
  reference: string;
  uprn: string;
  name: string;
  otherNames: string | null;
  bornOn: LocalDate | null;
  startsOn: LocalDate;
  endsOn: LocalDate | null;
  /** Numbers as +44… and addresses in lower case, in order, with a space between; null where there is none. */
  contacts: string | null;
}

type Cells = Readonly<Record<string, string | undefined>>;

/** A tenancy's reference in any case and with any spaces around it, as it is kept. */
export const tenancyReference = (typed: string): string => typed.trim().replace(/\s+/g, " ").toUpperCase();

/** "2019-04-01" or "01/04/2019". */
function dateIn(cells: Cells, heading: string): LocalDate | null {
  const text = wordsOf(cells, heading);
  if (text === null) return null;
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const date = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  if (!isLocalDate(date)) throw new RowFault(`${heading} must be a date like 2019-04-01 or 01/04/2019`);
  return date;
}

/** The parts of a cell that may hold several. */
const several = (cells: Cells, heading: string) => (wordsOf(cells, heading) ?? "").split(/[;,|/]/).flatMap((part) => part.trim() || []);

/** What an address of ours may hold, as every sender takes it. */
const EMAIL = /^[^\s@"\\]+@[^\s@"\\]+\.[^\s@"\\]+$/;

function contactsIn(cells: Cells): string | null {
  const phones = several(cells, "phones").map((typed) => needed(readPhone(typed)?.number, "phones has something that is no phone number"));
  const emails = several(cells, "emails").map((typed) =>
    needed(EMAIL.test(typed) ? accountEmail(typed) : undefined, "emails has something that is no email address"),
  );
  return [...new Set([...phones, ...emails])].sort().join(" ") || null;
}

function tenantOf(cells: Cells): ListedTenant {
  const startsOn = needed(dateIn(cells, "start"), "start is empty");
  const endsOn = dateIn(cells, "end");
  if (endsOn !== null && endsOn < startsOn) throw new RowFault("end is before start");
  return {
    reference: tenancyReference(needed(wordsOf(cells, "tenancy reference"), "tenancy reference is empty")),
    uprn: needed(parseUprn(cells.uprn ?? ""), "uprn must be 1 to 12 digits"),
    name: needed(wordsOf(cells, "name"), "name is empty"),
    otherNames: wordsOf(cells, "other names"),
    bornOn: dateIn(cells, "date of birth"),
    ...{ startsOn, endsOn },
    contacts: contactsIn(cells),
  };
}

/** Reads one row of a tenancies file, by heading. Gives the tenant, or one reason why the row is not one. */
export const readTenant = (cells: Cells): { listed: ListedTenant } | { reason: string } => readRow(() => ({ listed: tenantOf(cells) }));
