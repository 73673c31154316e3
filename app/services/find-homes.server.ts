import { type Address, addressLine } from "#app/domain/address.ts";
import { readHomeSearch } from "#app/domain/home-search.ts";
import { localDate } from "#app/domain/local-date.ts";
import { maySee } from "#app/domain/restricted.ts";
import type { Role } from "#app/domain/staff.ts";
import type { Db } from "#db/client.ts";
import { recentCalls } from "#db/queries/recent-calls.ts";
import { MOST_HOMES, searchHomes } from "#db/queries/search-homes.ts";

/** A home as an agent picks it: its address on one line, and who lives there now. */
interface HomeLine {
  uprn: string;
  address: string;
  /** The tenants' names; null where none is on file. */
  names: string | null;
}

/** Homes that were found. `repair` is the reference that was typed, where one led here. */
export interface HomesFound {
  homes: HomeLine[];
  isMore: boolean;
  repair: string | undefined;
}

const lineOf = ({ uprn, names, ...address }: Address & Omit<HomeLine, "address">): HomeLine => ({
  uprn,
  address: addressLine(address),
  names,
});

interface Finding {
  typed: string;
  /** Who asks: homes that are closed to them are not found. */
  role: Role;
  now: Date;
}

/** Homes by whatever a caller says of theirs. Undefined where nothing was typed. */
export async function findHomes(db: Db, { typed, role, now }: Finding): Promise<HomesFound | undefined> {
  const search = readHomeSearch(typed);
  if (!search) return undefined;
  const { by, homes: all } = await searchHomes(db, search, localDate(now));
  const homes = all.filter((home) => maySee(home, role));
  const repair = by === "repair" && homes.length > 0 ? search.keys.find((key) => key.by === "repair")?.value : undefined;
  return { homes: homes.slice(0, MOST_HOMES).map(lineOf), isMore: homes.length > MOST_HOMES, repair };
}

const MOST_RECENT = 10;

interface Recent {
  uprn: string;
  address: string;
  repair: string | null;
}

/** The last ten homes that a member of staff took a call for, the latest first, each with the repair that its last call was about. */
export async function readRecents(db: Db, { id: staffId, role }: { id: string; role: Role }): Promise<Recent[]> {
  const calls = (await recentCalls(db.read, db.schema, { staffId, limit: MOST_RECENT })).filter(({ home }) => maySee(home, role));
  return calls.map(({ home, reference }) => ({ uprn: home.uprn, address: addressLine(home), repair: reference }));
}
