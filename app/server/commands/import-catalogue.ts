import { basename } from "node:path";
import { parseArgs } from "node:util";
import { realTime } from "#app/services/clock.server.ts";
import { type CatalogueImported, importCatalogue } from "#app/services/import-catalogue.server.ts";
import { openDatabase } from "#app/services/open-database.server.ts";
import { readConfig } from "#app/web/config.server.ts";
import { runCommand } from "../run-command.ts";

const USAGE = "How to use it: npm run import:catalogue -- FILE.csv [--language=en] (--language: what it is written in, en or cy)";

/** An unknown option is answered with how to use the command, not with how it is made. */
const LENIENT = { strict: false, allowPositionals: true, tokens: true } as const;

/** What the words after the command ask for. Throws with the way to use it. */
function readWords(args: string[]): { file: string; language: string } {
  const { values, positionals, tokens } = parseArgs({ args, options: { language: { type: "string", default: "en" } }, ...LENIENT });
  const [file, ...rest] = positionals;
  const isKnown = tokens.every((token) => token.kind !== "option" || token.name === "language");
  const language = String(values.language);
  if (!file || rest.length > 0 || !isKnown || !/^[a-z]{2,3}$/.test(language)) throw new Error(USAGE);
  return { file, language };
}

function summary({ version, isNew, problems, decisions }: CatalogueImported): string {
  return [
    isNew
      ? `Version ${version} of the catalogue is in force, with ${problems} problems.`
      : `Nothing has changed: version ${version} has the same rows.`,
    ...(decisions.length > 0 ? [`${decisions.length} things are for you to decide:`] : []),
    ...decisions.map(({ line, path, message }) => `  line ${line}, ${path}: ${message}`),
  ].join("\n");
}

await runCommand(async (words, env) => {
  const { file, language } = readWords(words);
  const db = await openDatabase(readConfig(env).databaseUrl, realTime());
  try {
    return summary(await importCatalogue(db, { file, source: basename(file), language, now: realTime() }));
  } finally {
    await db.close();
  }
});
