import { realTime } from "#app/services/clock.server.ts";
import { importHomes } from "#app/services/import-homes.server.ts";
import { IMPORT_LIMITS } from "#app/services/import-rows.server.ts";
import { openDatabase } from "#app/services/open-database.server.ts";

// An import in a process of its own: says each stage, then how many homes it added and the most memory the process ever held.
const [url = "", file = ""] = process.argv.slice(2);
const db = await openDatabase(url, realTime(), IMPORT_LIMITS);
let stage = "";
const { added } = await importHomes(db, {
  file,
  now: new Date(),
  report: (progress) => {
    if (progress.stage !== stage) process.stdout.write(`${progress.stage} \n`);
    stage = progress.stage;
  },
});
process.stdout.write(`done ${JSON.stringify({ added, peakMegabytes: process.resourceUsage().maxRSS / 1024 })}\n`);
await db.close();
