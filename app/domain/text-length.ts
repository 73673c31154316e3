/** The characters of a text message in one unit each, and those that take two (3GPP TS 23.038, 6.2.1). */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const EXTENDED = new Set("\f^{}\\[~]|€");

/** How long a text message is, in the units its network counts, and how many messages it is paid as: one other character makes all of them dearer. */
export function textLength(text: string): { units: number; messages: number; isGsm7: boolean } {
  const characters = [...text];
  const isGsm7 = characters.every((character) => BASIC.has(character) || EXTENDED.has(character));
  const units = isGsm7 ? characters.reduce((sum, character) => sum + (EXTENDED.has(character) ? 2 : 1), 0) : text.length;
  const [one, part] = isGsm7 ? [160, 153] : [70, 67];
  return { units, messages: units <= one ? 1 : Math.ceil(units / part), isGsm7 };
}
