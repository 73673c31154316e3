import { sortKeyOf } from "./address.ts";
import { needed, RowFault, readRow, wordsOf } from "./listed-row.ts";
import { parsePostcode } from "./postcode.ts";

/** How a home is held: who may report what, and who pays, depend on it. */
export const TENURES = [
  "secure",
  "introductory",
  "flexible",
  "assured",
  "licence",
  "shared-ownership",
  "leaseholder",
  "temporary",
  "communal",
] as const;
export type Tenure = (typeof TENURES)[number];

/** A home as a landlord's file lists it. What the file leaves empty is null. */
export interface ListedHome {
  uprn: string;
  line1: string;
  line2: string | null;
  line3: string | null;
  town: string | null;
  postcode: string;
  sortKey: string;
  patchName: string | null;
  blockName: string | null;
  tenure: Tenure;
  /** Metres on the national grid. */
  easting: number | null;
  northing: number | null;
}

/** The headings of a homes file, and whether the file may do without them. */
export const HOME_HEADINGS = {
  required: ["uprn", "line1", "postcode", "tenure"],
  optional: ["line2", "line3", "town", "patch", "block", "easting", "northing"],
} as const;
export type HomeHeading = (typeof HOME_HEADINGS.required)[number] | (typeof HOME_HEADINGS.optional)[number];

/** A tenure in any spelling of its code: "Shared ownership", "shared_ownership". Undefined where it is none. */
export function parseTenure(typed: string): Tenure | undefined {
  const code = typed
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");
  return TENURES.find((tenure) => tenure === code);
}

/** The tenures of people who own their home, by what they say of it. */
const OWNED: Readonly<Record<string, Tenure>> = { lease: "leaseholder", shared: "shared-ownership" };

/** What somebody would say of a home that is held like this. */
export function saidOfTenure(tenure: string): string {
  return Object.keys(OWNED).find((said) => OWNED[said] === tenure) ?? "rent";
}

/** Whether what somebody says of a home (rent, lease, shared, unsure) is not what the landlord has. Not to know counts as renting. */
export function tenureDiffers(said: string, tenure: string): boolean {
  const owned = OWNED[said];
  return owned ? tenure !== owned : Object.values<string>(OWNED).includes(tenure);
}

/** A UPRN as it is stored: 1 to 12 digits, without leading zeros. Undefined where it is none. */
export function parseUprn(typed: string): string | undefined {
  const digits = typed.trim().replace(/^0+/, "");
  return /^\d{1,12}$/.test(digits) ? digits : undefined;
}

/** Metres on the British or Irish national grid; decimals are rounded. */
function metres(typed: string | undefined, heading: "easting" | "northing"): number | null {
  const most = heading === "easting" ? 700_000 : 1_300_000;
  const text = (typed ?? "").trim();
  if (text === "") return null;
  if (!/^\d{1,7}(\.\d+)?$/.test(text) || Number(text) > most) throw new RowFault(`${heading} must be a number from 0 to ${most}`);
  return Math.round(Number(text));
}

function homeOf(cells: Partial<Record<HomeHeading, string>>): ListedHome {
  const address = {
    line1: needed(wordsOf(cells, "line1"), "line1 is empty"),
    line2: wordsOf(cells, "line2"),
    line3: wordsOf(cells, "line3"),
    town: wordsOf(cells, "town"),
  };
  return {
    uprn: needed(parseUprn(cells.uprn ?? ""), "uprn must be 1 to 12 digits"),
    ...address,
    postcode: needed(parsePostcode(cells.postcode ?? ""), "postcode is not a postcode"),
    sortKey: sortKeyOf(address),
    patchName: wordsOf(cells, "patch"),
    blockName: wordsOf(cells, "block"),
    tenure: needed(parseTenure(cells.tenure ?? ""), `tenure must be one of ${TENURES.join(", ")}`),
    easting: metres(cells.easting, "easting"),
    northing: metres(cells.northing, "northing"),
  };
}

/** Reads one row of a homes file, by heading. Gives the home, or one reason why the row is not one. */
export function readHome(cells: Partial<Record<HomeHeading, string>>): { home: ListedHome } | { reason: string } {
  return readRow(() => ({ home: homeOf(cells) }));
}

/** Whether nobody may go to a home alone. Staff alone are told. */
export function isNotAlone({ notAloneWhy }: { notAloneWhy: string | null }): boolean {
  return notAloneWhy !== null;
}
