import { parseArgs } from "node:util";
import { realTime } from "#app/services/clock.server.ts";
import { IMPORT_LIMITS, type ImportAsked } from "#app/services/import-rows.server.ts";
import { openDatabase } from "#app/services/open-database.server.ts";
import { readConfig } from "#app/web/config.server.ts";
import { printProgress } from "./print-progress.ts";
import { runCommand } from "./run-command.ts";

/** An unknown option is answered with how to use the command, not with how it is made. */
const LENIENT = { strict: false, allowPositionals: true, tokens: true } as const;

/** What the words after the command ask for. Throws with the way to use it. */
function readWords(args: string[], usage: string): { file: string; full: boolean } {
  const { values, positionals, tokens } = parseArgs({ args, options: { full: { type: "boolean" } }, ...LENIENT });
  const [file, ...rest] = positionals;
  const isKnown = tokens.every((token) => token.kind !== "option" || (token.name === "full" && token.value === undefined));
  if (!file || rest.length > 0 || !isKnown) throw new Error(usage);
  return { file, full: values.full === true };
}

/** Runs a command that imports a file: says how far it is, and in the end what became of it. */
export function runImport(
  usage: string,
  run: (db: Awaited<ReturnType<typeof openDatabase>>, asked: ImportAsked) => Promise<string>,
): Promise<void> {
  return runCommand(async (words, env) => {
    const asked = readWords(words, usage);
    const db = await openDatabase(readConfig(env).databaseUrl, realTime(), IMPORT_LIMITS);
    const progress = printProgress(process.stdout);
    try {
      return await run(db, { ...asked, now: realTime(), report: progress.report });
    } finally {
      progress.end();
      await db.close();
    }
  });
}

/** Where the rows are that were not taken, as a line of a summary. */
export const rejectsLine = (file: string | undefined): string[] =>
  file ? [`The rejected rows, with line and reason, are in ${file}`] : [];
