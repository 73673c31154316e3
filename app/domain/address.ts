import { formatPostcode } from "./postcode.ts";

/** An address as it is stored, line by line; lines it does not have are null or left out. */
export interface Address {
  line1: string;
  line2?: string | null;
  line3?: string | null;
  town?: string | null;
  /** Upper case without a space. Left out where the reader knows it already. */
  postcode?: string;
}

/** An address line by line, without empty ones, as an envelope has it. */
export function addressLines({ line1, line2, line3, town, postcode }: Address): string[] {
  return [line1, line2, line3, town, postcode && formatPostcode(postcode)].filter(
    (line) => typeof line === "string" && line !== "",
  ) as string[];
}

/** An address on one line, without empty parts: "Flat 3, 12a High Street, Fernhill, SW1A 2AA". */
export const addressLine = (address: Address): string => addressLines(address).join(", ");

/** How a part of an address sorts: its words, then its number. */
interface Part {
  words: string;
  number: string;
  /** It is the number of a building in a street. */
  isNumbered: boolean;
}

const UNIT =
  /^(?:(?:basement|ground floor|first floor|second floor|third floor|top floor) )?(?:flat|apartment|apt|unit|room|studio|bedsit|maisonette)\b/;
/** "flat 3 elm court", "flat 12a 5 high street": a unit and its building written without a comma. */
const UNIT_AND_BUILDING = new RegExp(`(${UNIT.source} (?:\\d+ ?[a-z]?|[a-z])) (\\S.*)$`);
/** "12a high street", "12 a high street", "12 14 high street". */
const NUMBERED = /^(\d+(?: ?[a-z])?(?: (?:to )?\d+[a-z]?)*) (\D.*)$/;
/** "flat 3", "block c 4a". */
const NUMBER_LAST = /^(.*?) ?(\d+ ?[a-z]?)$/;

const plain = (line: string) =>
  line
    .normalize("NFKD")
    .replace(/[\p{M}'’.]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Digits of one width sort as numbers; a letter stays close to its number: 12, 12a, 12b, 13. */
const padded = (number: string) => number.replace(/(\d) ([a-z])\b/g, "$1$2").replace(/\d+/g, (digits) => digits.padStart(6, "0"));

function partOf(text: string): Part {
  const numbered = NUMBERED.exec(text);
  if (numbered) return { words: numbered[2] ?? "", number: numbered[1] ?? "", isNumbered: true };
  const last = NUMBER_LAST.exec(text);
  return { words: last?.[1] ?? text, number: last?.[2] ?? "", isNumbered: false };
}

/** The parts of an address, the smallest first: a flat, its building, its street, its village. */
function partsOf({ line1, line2, line3 }: Address): Part[] {
  return [line1, line2, line3]
    .flatMap((line) => (line ?? "").split(","))
    .map(plain)
    .flatMap((text) => UNIT_AND_BUILDING.exec(text)?.slice(1) ?? [text])
    .filter((text) => text !== "")
    .map(partOf);
}

/**
 * Orders the homes of one postcode as people look for them: by street, then number (2 before 10, 12 before 12a before 13), then
 * building, then flat (Flat 2 before Flat 10). Plain text that sorts by its bytes, the same on every engine.
 */
export function sortKeyOf(address: Address): string {
  const parts = partsOf(address);
  const numbered = parts.findLastIndex(({ isNumbered }) => isNumbered);
  const street = numbered === -1 ? parts.length - 1 : numbered;
  const within = parts.slice(0, Math.max(street, 0)).reverse();
  const ordered = [...parts.slice(Math.max(street, 0), street + 1), ...within, ...parts.slice(street + 1)];
  return ordered.map(({ words, number }) => padded(`${words} ${number}`.trim())).join(" ");
}
