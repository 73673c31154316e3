import { sortKeyOf } from "#app/domain/address.ts";
import type { Tenure } from "#app/domain/home.ts";
import type { Schema } from "#db/schema/schema.ts";
import areas from "#db/seed/demo/places.json";
import { type Chance, chanceFrom } from "./random.server.ts";

type Area = (typeof areas)[number];
type Home = Schema["homes"]["$inferInsert"] & { patchId: string };
export interface DemoPlaces {
  patches: Schema["patches"]["$inferInsert"][];
  blocks: Schema["blocks"]["$inferInsert"][];
  homes: Home[];
}

const HOMES = 2000;
/** Twelve digits that start with 999: no local authority's numbers do. */
const FIRST_UPRN = 999_000_000_001;
/** The letters that the second half of a postcode may have. */
const UNIT_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

/** A hundred tenures, to pick from. */
const inHundred = (shares: Partial<Record<Tenure, number>>) =>
  Object.entries(shares).flatMap(([tenure, share]) => Array.from({ length: share }, () => tenure as Tenure));
const TENURES_OF_HOUSES = inHundred({
  secure: 72,
  introductory: 9,
  flexible: 6,
  assured: 4,
  "shared-ownership": 6,
  licence: 1,
  temporary: 2,
});
const TENURES_OF_FLATS = inHundred({
  secure: 58,
  introductory: 10,
  flexible: 5,
  assured: 4,
  "shared-ownership": 3,
  leaseholder: 14,
  licence: 2,
  temporary: 4,
});

/** Lowercase words with dashes: the ids of the demo's patches can be read. */
export const demoId = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** Postcodes of an area one after another: FH1 1AA, FH1 1AB… There is no postcode area FH. */
function postcodesOf(area: Area): () => string {
  const patches = [...new Set(areas.map(({ patch }) => patch))];
  const sector = areas.filter(({ patch }) => patch === area.patch).indexOf(area) + 1;
  const outward = `FH${patches.indexOf(area.patch) + 1}`;
  let unit = 0;
  return () => {
    const letters = UNIT_LETTERS.charAt(Math.floor(unit / UNIT_LETTERS.length)) + UNIT_LETTERS.charAt(unit % UNIT_LETTERS.length);
    unit++;
    return `${outward}${sector}${letters}`;
  };
}

/** House numbers of one street: in order, with the gaps that sold houses leave, and now and then a 12a. */
function houseNumbers(chance: Chance, count: number, taken: ReadonlySet<string>): string[] {
  const numbers: string[] = [];
  for (let number = 1 + chance.below(3); numbers.length < count; number += 1 + chance.below(3)) {
    for (const written of chance.below(20) === 0 ? [`${number}`, `${number}a`] : [`${number}`]) {
      if (!taken.has(written) && numbers.length < count) numbers.push(written);
    }
  }
  return numbers;
}

/** Flats of a house made into flats have letters, those of a block numbers. */
function flatsOf({ name, street, flats, isHouse }: Area["blocks"][number]): { line1: string; line2: string | null }[] {
  return Array.from({ length: flats }, (_, index) => ({
    line1: `Flat ${isHouse ? String.fromCharCode(65 + index) : index + 1}, ${name}`,
    line2: isHouse ? null : street,
  }));
}

type Addressed = Pick<Home, "line1" | "line2" | "line3" | "town" | "postcode" | "tenure" | "patchId" | "blockId">;

/** The homes of one area: street by street, the houses first, then the blocks of the street, which have postcodes of their own. */
function homesIn(area: Area, { chance, houses }: { chance: Chance; houses: () => number }): Addressed[] {
  const nextPostcode = postcodesOf(area);
  const common = { line3: null, town: area.town, patchId: demoId(area.patch) };
  return area.streets.flatMap((street) => {
    const postcode = nextPostcode();
    const blocks = area.blocks.filter((block) => block.street === street);
    const taken = new Set(blocks.filter(({ isHouse }) => isHouse).map(({ name }) => name.replace(` ${street}`, "")));
    const inHouses = houseNumbers(chance, houses(), taken).map((number) => ({
      ...common,
      line1: `${number} ${street}`,
      line2: null,
      postcode,
      blockId: null,
      tenure: chance.pick(TENURES_OF_HOUSES),
    }));
    const inBlocks = blocks.flatMap((block) => {
      const own = block.isHouse ? postcode : nextPostcode();
      const place = { ...common, postcode: own, blockId: demoId(block.name) };
      return flatsOf(block).map((lines) => ({ ...place, ...lines, tenure: chance.pick(TENURES_OF_FLATS) }));
    });
    return [...inHouses, ...inBlocks];
  });
}

/** The demo landlord's patches, blocks and homes: the same on every date, so that an address can be named to whoever tries it. */
export function demoPlaces(): DemoPlaces {
  const chance = chanceFrom("homes");
  const streets = areas.flatMap((area) => area.streets).length;
  const inHouses = HOMES - areas.flatMap((area) => area.blocks).reduce((sum, { flats }) => sum + flats, 0);
  let street = 0;
  const houses = () => Math.floor(inHouses / streets) + (street++ < inHouses % streets ? 1 : 0);
  const homes = areas.flatMap((area) => homesIn(area, { chance, houses }));
  return {
    patches: [...new Set(areas.map(({ patch }) => patch))].map((name) => ({ id: demoId(name), name })),
    blocks: areas.flatMap(({ patch, blocks }) => blocks.map(({ name }) => ({ id: demoId(name), name, patchId: demoId(patch) }))),
    homes: homes.map((home, index) => ({ uprn: String(FIRST_UPRN + index), ...home, sortKey: sortKeyOf(home) })),
  };
}
