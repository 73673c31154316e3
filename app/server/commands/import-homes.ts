import { addressLine } from "#app/domain/address.ts";
import { type HomesImported, importHomes } from "#app/services/import-homes.server.ts";
import { rejectsLine, runImport } from "../run-import.ts";

const USAGE =
  "How to use it: npm run import:homes -- FILE.csv [--full] (--full: the file lists every home, and those it does not list are ended)";

function summary({ rows, added, changed, ended, endedWithRepairs, rejected, rejectFile }: HomesImported): string {
  return [
    `${rows} rows read: ${added} homes added, ${changed} changed, ${ended} ended, ${rejected} rows rejected.`,
    ...rejectsLine(rejectFile),
    ...(endedWithRepairs.length > 0 ? ["These homes ended with repairs still open:"] : []),
    ...endedWithRepairs.map(({ uprn, address, references }) => `  ${uprn}  ${addressLine(address)}: ${references.join(", ")}`),
  ].join("\n");
}

await runImport(USAGE, async (db, asked) => summary(await importHomes(db, asked)));
