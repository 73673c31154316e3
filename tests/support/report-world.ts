import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Landlord } from "#app/domain/landlord.ts";
import { en, type Words } from "#app/languages/en.ts";
import { importCatalogue } from "#app/services/import-catalogue.server.ts";
import { openPhotoStore, type PhotoStore } from "#app/services/photo-store.server.ts";
import { prepareInstallation } from "#app/services/prepare-installation.server.ts";
import type { SingleSignOn } from "#app/services/single-sign-on.server.ts";
import type { Db } from "#db/client.ts";
import { addHome, addOperative, addPatch, addSlots, NOW } from "./calendar.ts";
import { freshFolder } from "./engines.ts";
import { aLandlord } from "./landlord.ts";
import { Browser } from "./pages.ts";

/** A small tree with every kind of leaf: two and three levels, one and two visits, a hazard, and every outcome. */
export const LEAVES = `location,problem,detail,code,outcome,trade,priority,visits,hazard,presence,entry,for
Kitchen,Tap,Dripping,K1,book,plumbing,routine,1,,,,
Kitchen,Tap,Will not turn,K2,book,plumbing,urgent,1,,,,
Kitchen,Worktop,,K3,book,carpentry,routine,2,,,,
Kitchen,Mould on a wall,,K4,book,plumbing,urgent,1,damp-and-mould,,,
Kitchen,Light bulb,,,not-eligible,,,,,,,
Kitchen,Water near a socket,,,emergency,,,,,,,
Bathroom,Tap,Dripping,B1,book,plumbing,routine,1,,,,
Bathroom,Something else,,,contact-us,,,,,,,
Bathroom,No trade decided,,B9,book,,,,,,,
Outside,Fence,,O1,book,plumbing,routine,1,,no,,
Outside,Garage lock,,O2,book,plumbing,routine,1,,,yes,
`;

export interface ReportWorld {
  db: Db;
  patchId: string;
  plumber: string;
  landlord: Landlord;
  photos: PhotoStore;
  /** The time there, which a test moves on. */
  clock: { now: Date };
  /** A browser of another device. */
  browser(changes?: { words?: Words; landlord?: Landlord; clamavSocket?: string; origin?: string; singleSignOn?: SingleSignOn }): Browser;
}

/** A landlord with two homes at FH1 1AA and a plumber who has three visits free on Thursday 26 November. */
export async function reportWorld(db: Db, { leaves = LEAVES, landlord = aLandlord() } = {}): Promise<ReportWorld> {
  const clock = { now: NOW };
  await prepareInstallation(db, { landlord, isDemo: false, now: NOW });
  const file = join(freshFolder(), "catalogue.csv");
  writeFileSync(file, leaves);
  await importCatalogue(db, { file, source: "test", language: "en", now: NOW });
  const patchId = await addPatch(db);
  await addHome(db, { uprn: "100000001", line1: "1 Mill Lane", sortKey: "1", patchId });
  await addHome(db, { uprn: "100000002", line1: "2 Mill Lane", sortKey: "2", patchId });
  const plumber = await addOperative(db, { trades: ["plumbing"], patches: [patchId] });
  await addSlots(db, { operativeId: plumber, windows: ["morning", "morning", "afternoon"] });
  const photos = openPhotoStore(freshFolder(), NOW);
  const browser: ReportWorld["browser"] = (changes) => new Browser({ db, landlord, photos, words: en, now: () => clock.now, ...changes });
  return { db, patchId, plumber, landlord, photos, clock, browser };
}

/** The value of the answer with these words, as the page has it. */
export function answer(document: Document, label: string): { name: string; value: string } {
  const found = [...document.querySelectorAll("label")].find(({ textContent }) => textContent?.trim() === label);
  const control = found && document.getElementById(found.htmlFor);
  if (control) return { name: control.getAttribute("name") ?? "", value: control.getAttribute("value") ?? "" };
  const option = [...document.querySelectorAll("option")].find(({ textContent }) => textContent === label);
  if (option) return { name: option.closest("select")?.name ?? "", value: option.value };
  throw new Error(`No answer "${label}" on: ${document.body.textContent}`);
}
