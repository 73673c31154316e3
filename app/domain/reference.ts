/** No I, L, O or U, no 0 or 1: nothing that is read as something else. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;

/**
 * The check works as that of an ISBN-10 (ISO 2108): the weighted sum of all characters is 0, here modulo 31. 31 is prime and more than
 * the 30 characters, and every place has a weight of its own, so one wrong character, or any two swapped, always changes the sum.
 * A reference that would need a 31st character to come out at 0 is never made.
 */
const PRIME = 31;
const weightOf = (place: number) => LENGTH - place;
const sumOf = (values: number[]) => values.reduce((sum, value, place) => sum + weightOf(place) * value, 0) % PRIME;

/**
 * Makes a new reference like "7KQ4-9XM2". `randomBelow` gives an even whole number from 0 up to, not including, its argument
 * (`randomInt` of node:crypto). References may repeat, if very rarely: whoever stores one tries again.
 */
export function makeReference(randomBelow: (limit: number) => number): string {
  for (;;) {
    const values = Array.from({ length: LENGTH - 1 }, () => randomBelow(ALPHABET.length));
    const check = ALPHABET[(PRIME - sumOf(values)) % PRIME];
    if (check) return written(values.map((value) => ALPHABET.charAt(value)).join("") + check);
  }
}

/** A reference as people type it (any case; spaces and dashes anywhere), as it is written: "7KQ4-9XM2". Undefined when it cannot be one. */
export function readReference(typed: string): string | undefined {
  const text = typed.replace(/[\s\-\u2010-\u2015]/g, "").toUpperCase();
  const values = Array.from(text, (character) => ALPHABET.indexOf(character));
  return text.length === LENGTH && !values.includes(-1) && sumOf(values) === 0 ? written(text) : undefined;
}

const written = (text: string) => `${text.slice(0, 4)}-${text.slice(4)}`;
