import { realTime } from "#app/services/clock.server.ts";
import { IMPORT_LIMITS, importHomes } from "#app/services/import-homes.server.ts";
import { openDatabase } from "#app/services/open-database.server.ts";

// An import in a process of its own: says each stage, then how many homes it added and the memory it took beyond an idle start.
const [url = "", file = ""] = process.argv.slice(2);
const db = await openDatabase(url, realTime(), IMPORT_LIMITS);
await db.read.$count(db.schema.homes);
const idle = process.memoryUsage().rss;
let stage = "";
const { added } = await importHomes(db, {
  file,
  now: new Date(),
  report: (progress) => {
    if (progress.stage !== stage) process.stdout.write(`${progress.stage} \n`);
    stage = progress.stage;
  },
});
const most = process.resourceUsage().maxRSS * 1024;
process.stdout.write(`done ${JSON.stringify({ added, extraMegabytes: (most - idle) / 2 ** 20 })}\n`);
await db.close();
