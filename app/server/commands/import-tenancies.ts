import { importTenancies } from "#app/services/import-tenancies.server.ts";
import { rejectsLine, runImport } from "../run-import.ts";

const USAGE =
  "How to use it: npm run import:tenancies -- FILE.csv [--full] (--full: the file lists every tenancy, and those it does not list are ended)";

await runImport(USAGE, async (db, asked) => {
  const { rows, added, changed, ended, rejected, rejectFile } = await importTenancies(db, asked);
  const counted = `${rows} rows read: ${added} tenancies added, ${changed} changed, ${ended} ended, ${rejected} rows rejected.`;
  return [counted, ...rejectsLine(rejectFile)].join("\n");
});
