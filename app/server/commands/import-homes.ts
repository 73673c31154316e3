import { parseArgs } from "node:util";
import { addressLine } from "#app/domain/address.ts";
import { realTime } from "#app/services/clock.server.ts";
import { type HomesImported, IMPORT_LIMITS, importHomes } from "#app/services/import-homes.server.ts";
import { openDatabase } from "#app/services/open-database.server.ts";
import { readConfig } from "#app/web/config.server.ts";
import { printProgress } from "../print-progress.ts";
import { runCommand } from "../run-command.ts";

const USAGE =
  "How to use it: npm run import:homes -- FILE.csv [--full] (--full: the file lists every home, and those it does not list are ended)";

/** An unknown option is answered with how to use the command, not with how it is made. */
const LENIENT = { strict: false, allowPositionals: true, tokens: true } as const;

/** What the words after the command ask for. Throws with the way to use it. */
function readWords(args: string[]): { file: string; full: boolean } {
  const { values, positionals, tokens } = parseArgs({ args, options: { full: { type: "boolean" } }, ...LENIENT });
  const [file, ...rest] = positionals;
  const isKnown = tokens.every((token) => token.kind !== "option" || (token.name === "full" && token.value === undefined));
  if (!file || rest.length > 0 || !isKnown) throw new Error(USAGE);
  return { file, full: values.full === true };
}

function summary({ rows, added, changed, ended, endedWithRepairs, rejected, rejectFile }: HomesImported): string {
  return [
    `${rows} rows read: ${added} homes added, ${changed} changed, ${ended} ended, ${rejected} rows rejected.`,
    ...(rejectFile ? [`The rejected rows, with line and reason, are in ${rejectFile}`] : []),
    ...(endedWithRepairs.length > 0 ? ["These homes ended with repairs still open:"] : []),
    ...endedWithRepairs.map(({ uprn, address, references }) => `  ${uprn}  ${addressLine(address)}: ${references.join(", ")}`),
  ].join("\n");
}

await runCommand(async (words, env) => {
  const { file, full } = readWords(words);
  const db = await openDatabase(readConfig(env).databaseUrl, realTime(), IMPORT_LIMITS);
  const progress = printProgress(process.stdout);
  try {
    return summary(await importHomes(db, { file, full, now: realTime(), report: progress.report }));
  } finally {
    progress.end();
    await db.close();
  }
});
