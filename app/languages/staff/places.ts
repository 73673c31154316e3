import { type Address, addressLine } from "#app/domain/address.ts";

/** Where a repair is: in a home; or, where there is a block, in its shared areas, reported from that home. */
interface Place {
  home: Address;
  block: { name: string } | null;
}

/** The place in a few words: the first line of the home's address; or the shared areas, by the name of their block. */
export const placeName = (line1: string, block: string | null): string => (block === null ? line1 : `Shared areas of ${block}`);

/** The place on one line: the home's address, or the shared areas with the address around them. Staff are sent there. */
export function placeLine({ home, block }: Place): string {
  const around = (line: string | null | undefined) => (line === block?.name ? null : line);
  return addressLine({ ...home, line1: placeName(home.line1, block?.name ?? null), line2: around(home.line2), line3: around(home.line3) });
}
