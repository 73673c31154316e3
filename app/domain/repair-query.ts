import { isLocalDate } from "./local-date.ts";
import { readPhone } from "./phone.ts";
import { parsePostcode } from "./postcode.ts";

/** What somebody looks for: all homes of a postcode, whoever has a phone number (E.164), or words that each begin a word of an address or name. */
export type RepairSearch = { postcode: string } | { phone: string } | { words: string[] };

const MOST_TYPED = 100;
const MOST_WORDS = 6;
/** A house number is no phone number. */
const FEWEST_DIGITS = 7;

/** The phone number that was typed, in any format, as it is kept; undefined where it is none. */
export function phoneTyped(typed: string): string | undefined {
  const mayBe = typed.replace(/\D/g, "").length >= FEWEST_DIGITS && /^[\d\s()+.-]+$/.test(typed);
  return mayBe ? readPhone(typed)?.number : undefined;
}

/** Reads what was typed into the search box; undefined where it is nothing. A reference is for the caller to look up first. */
export function readRepairSearch(typed: string): RepairSearch | undefined {
  const postcode = parsePostcode(typed);
  if (postcode) return { postcode };
  const phone = phoneTyped(typed);
  if (phone) return { phone };
  const words = typed.split(/[\s,]+/).filter((word) => word !== "");
  return words.length > 0 ? { words: words.slice(0, MOST_WORDS) } : undefined;
}

const REPAIR_STATES = ["open", "done", "cancelled", "any"] as const;
const REPAIR_SORTS = ["reported", "due", "address"] as const;
/** No appointment at all, or what it waits for while it has none. */
const REPAIR_WAITS = ["slot", "call", "officer", "identity", "plan", "emergency", "cancel", "worse"] as const;

/** What stands in the address of a list of repairs, where that is not said otherwise. */
const DEFAULTS = {
  q: "",
  status: "open",
  trade: "",
  priority: "",
  patch: "",
  waiting: "",
  overdue: "",
  moving: "",
  since: "",
  sort: "reported",
};

/** A list of repairs as its address names it: each value is one there is, "" where it does not matter. */
export type RepairQuery = Record<keyof typeof DEFAULTS, string>;

/** Codes that a query may name, as they are now. */
export type Known = Record<"trade" | "priority" | "patch", readonly string[]>;

/** Reads a query out of an address. What is not there, or is none of what there is, counts as not said. */
export function readRepairQuery(typed: (name: string) => string, known: Known): RepairQuery {
  const choices: Partial<Record<string, readonly string[]>> = {
    ...{ status: REPAIR_STATES, waiting: REPAIR_WAITS, sort: REPAIR_SORTS, overdue: ["yes"], moving: ["yes"] },
    ...known,
  };
  const read = ([name, usual]: [string, string]) => {
    const value = typed(name);
    if (name === "q") return [name, value.trim().slice(0, MOST_TYPED)];
    const isKnown = name === "since" ? isLocalDate(value) : choices[name]?.includes(value);
    return [name, isKnown ? value : usual];
  };
  return Object.fromEntries(Object.entries(DEFAULTS).map(read)) as RepairQuery;
}

/** The address's part for a query and a page of it, the shortest that reads back as the same: "?status=done&page=2", or nothing. */
export function writeRepairQuery(query: RepairQuery, page = 1): string {
  const said = Object.entries(query).filter(([name, value]) => value !== DEFAULTS[name as keyof RepairQuery]);
  const search = new URLSearchParams([...said, ...(page > 1 ? [["page", String(page)]] : [])]).toString();
  return search && `?${search}`;
}

/** Whether a query narrows the list by more than its search and state. */
export function isNarrowed({ q: _, status: __, sort: ___, ...rest }: RepairQuery): boolean {
  return Object.values(rest).some((value) => value !== "");
}
