import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { USUAL_LIMITS } from "#app/domain/limits.ts";
import { en } from "#app/languages/en.ts";
import type { Db } from "#db/client.ts";
import type { Draft } from "#db/queries/drafts.ts";
import { projectFile } from "#db/root.ts";
import { freshSqlite, onBothEngines, opening } from "#tests/support/engines.ts";
import { aLandlord } from "#tests/support/landlord.ts";
import type { Browser } from "#tests/support/pages.ts";
import { type ReportWorld, reportWorld } from "#tests/support/report-world.ts";
import { endOf, parsed, reportWanted, seeded, type Wanted } from "#tests/support/wander.ts";

/** Rows as a council keeps them: paths of two and three levels, the same words in several rooms, codes missing, capitals as they come. */
const COUNCIL = `Location,Problem,Detail,Code,Outcome
Kitchen,Taps,Dripping,20110001,book
Kitchen,Taps,LOOSE OR BROKEN,,book
Kitchen,Taps,Cannot turn off,20110002,emergency
Kitchen,Worktop damaged,,20110003,book
Kitchen,Sink blocked,,,not-eligible
Bathroom,Taps,Dripping,20110001,book
Bathroom,Taps,LOOSE OR BROKEN,,book
Bathroom,Bath panel,,,contact-us
Bathroom,Mould,On the ceiling,20110009,book
Bedroom,Lights,Not working,20110004,book
Bedroom,Lights,"Buzzing, or hot to touch",,emergency
Bedroom,Lights,Bulb,,not-eligible
Living room,Lights,Not working,20110004,book
Outside,"Fence, gate",,20110005,book
Communal,Door entry,,,contact-us
`;

interface Leaf {
  location: string;
  problem: string;
  detail: string;
  outcome: string;
}

const leavesOf = (csv: string): Leaf[] =>
  parse(csv, { columns: (headings: string[]) => headings.map((heading) => heading.trim().toLowerCase()), trim: true, bom: true });

const towards = ({ location, problem, detail }: Leaf): Wanted => ({
  ...{ where: location, what: problem, which: detail || en.report.which.other },
});

/** What was answered before, or is already: only the questions about the problem are open, and those that hang on it. */
const THE_REST: Draft["typed"] = {
  ...{ emergency: { kind: "none" }, who: { who: "me" }, postcode: { postcode: "FH1 1AA" }, home: { home: "100000001" } },
  ...{ place: { place: "home" }, tenure: { tenure: "rent" }, describe: { description: "As the catalogue says" }, photos: { done: "yes" } },
  ...{ household: { people: [] }, help: { needs: [] }, contact: { name: "Sam Taylor", phone: "07700 900982", confirmBy: "text" } },
};

/** A report with all but its problem answered. */
async function startAt(db: Db, browser: Browser): Promise<string> {
  const draftId = (await browser.post("/report")).path.split("/")[2] ?? "";
  const { drafts } = db.schema;
  await db.write((tx) => tx.update(drafts).set({ typed: THE_REST }).where(eq(drafts.id, draftId)));
  return `/report/${draftId}`;
}

/** Walks to a leaf and says what is there afterwards. */
async function walkTo({ db, browser: open }: ReportWorld, leaf: Leaf) {
  const walker = { browser: open(), random: seeded(1) };
  const report = await startAt(db, walker.browser);
  const asked = await reportWanted(walker, towards(leaf), { from: `${report}/where`, until: "describe" });
  const pages = [...asked, ...(await reportWanted(walker, {}, { from: `${report}/check` }))];
  const last = pages.at(-1);
  const check = pages.find(({ path }) => path.endsWith("/check"));
  return {
    faults: walker.browser.faults,
    refused: pages.filter(({ status }) => status !== 200).map(({ path }) => path),
    end: last && endOf(last),
    isSaid: !check || parsed(check).body.textContent?.includes(leaf.problem),
  };
}

async function walkEveryLeaf(db: Db, csv: string) {
  const world = await reportWorld(db, { leaves: csv, landlord: aLandlord({ limits: { ...USUAL_LIMITS, repairsAHome: 1000 } }) });
  for (const leaf of leavesOf(csv)) {
    const path = [leaf.location, leaf.problem, leaf.detail].join(" > ");
    expect(await walkTo(world, leaf), path).toEqual({ faults: [], refused: [], end: "confirmation", isSaid: true });
  }
}

onBothEngines("a council's catalogue", (open) => {
  test("leads from every leaf to an end", async () => walkEveryLeaf(await open(), COUNCIL), 120_000);
});

/** `CATALOGUE=file.csv` walks another file in its place. */
const { CATALOGUE = projectFile("db/seed/catalogue.csv") } = process.env;

test(`${basename(CATALOGUE)} leads from every leaf to an end`, async () => {
  await walkEveryLeaf(await opening(freshSqlite)(), readFileSync(CATALOGUE, "utf8"));
}, 600_000);
