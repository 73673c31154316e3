import type { Db } from "#db/client.ts";
import { addHome } from "./calendar.ts";
import { type ReportWorld, reportWorld } from "./report-world.ts";
import type { Given } from "./walk.ts";

/** What there is in shared areas: rows for a file whose columns end with hazard, presence, entry and whom they are for. */
export const SHARED_LEAVES = `Communal areas,Lights,One is out,C1,book,plumbing,urgent,1,,,,shared-area
Communal areas,Graffiti,,C2,book,plumbing,routine,1,,,,shared-area
`;

/** A tree with leaves for every audience. */
const LEAVES = `location,problem,detail,code,outcome,trade,priority,visits,hazard,presence,entry,for
Kitchen,Tap,Dripping,K1,book,plumbing,routine,1,,,,tenant
Kitchen,Tap,Pouring,,emergency,,,,,,,tenant
Kitchen,Light bulb,,,not-eligible,,,,,,,tenant
Roof,Tiles are loose,,R1,book,plumbing,routine,1,,,,tenant; leaseholder
Roof,Work of a lease,,R2,book,plumbing,routine,1,,,,leaseholder
${SHARED_LEAVES}`;

/** The usual landlord with Mill Court as well, FH1 1AB: Flat 1 is rented, Flat 2 owned with a lease, Flat 3 in shared ownership. */
export async function placesWorld(db: Db, { leaves = LEAVES, ...others }: Parameters<typeof reportWorld>[1] = {}): Promise<ReportWorld> {
  const world = await reportWorld(db, { leaves, ...others });
  const { patchId } = world;
  await db.write((tx) => tx.insert(db.schema.blocks).values({ id: "mill-court", name: "Mill Court", patchId }));
  for (const [at, tenure] of ["secure", "leaseholder", "shared-ownership"].entries()) {
    const flat = { uprn: `20000000${at + 1}`, line1: `Flat ${at + 1} Mill Court`, sortKey: String(at), postcode: "FH11AB" };
    await addHome(db, { ...flat, blockId: "mill-court", patchId, tenure });
  }
  return world;
}

/** No emergency, for oneself, at a flat of Mill Court: up to whether it is in the home. */
export const toFlat = (flat: number, who = "Me"): Given[] => ["None of these", who, { postcode: "fh1 1ab" }, `Flat ${flat} Mill Court`];

/** A light that is out in the shared areas, up to the description. */
export const SHARED_LIGHT: Given[] = ["In a shared area", "Communal areas", "Lights"];
