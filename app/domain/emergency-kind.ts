/** The kinds of the emergency question for which there is something to do meanwhile. */
type Kind = "unsafe-electrics" | "no-power" | "flood" | "insecure" | "no-heating";

/** The first that fits: water near a socket is about the socket. What has advice of its own, such as fumes and sewage, is left out. */
const KINDS: readonly [Kind, RegExp][] = [
  ["unsafe-electrics", /\b(?:sparks?|sparking|bare wires?|exposed wires?|sockets?|electric shock)\b/i],
  ["no-power", /\bno (?:power|electric(?:ity)?|water)\b/i],
  ["flood", /\b(?:water|rain|leak(?:s|ing)?|burst|flood(?:s|ing)?)\b/i],
  ["insecure", /\b(?:lock|glass|smashed|secure|broken into)\b/i],
  ["no-heating", /\b(?:no heating|no hot water)\b/i],
];
const OTHER = /\b(?:fumes|waste|sewage)\b/i;

/** What kind of emergency a catalogue's wording is about, for what to do until somebody comes; undefined where we have nothing to say. Reads English. */
export function emergencyKindOf(wordings: readonly (string | null)[]): Kind | undefined {
  const words = wordings.filter((wording) => wording !== null).join(", ");
  return OTHER.test(words) ? undefined : KINDS.find(([, rule]) => rule.test(words))?.[0];
}
