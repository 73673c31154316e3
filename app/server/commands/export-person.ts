import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type PersonKey, readPersonKey } from "#app/domain/person.ts";
import { realTime } from "#app/services/clock.server.ts";
import { exportPerson } from "#app/services/export-person.server.ts";
import { openDatabase } from "#app/services/open-database.server.ts";
import { openPhotoStore } from "#app/services/photo-store.server.ts";
import { readConfig } from "#app/web/config.server.ts";
import { runCommand } from "../run-command.ts";

const USAGE = "How to use it: npm run export:person -- --phone NUMBER | --email ADDRESS | --uprn UPRN --to FOLDER (one of the three)";

/** What the words after the command ask for. Throws with the way to use it. */
function readWords(args: string[]): { key: PersonKey; folder: string } {
  const options = { phone: { type: "string" }, email: { type: "string" }, uprn: { type: "string" }, to: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ args, options, strict: false, allowPositionals: true });
  const { to, ...asked } = values;
  const [only, ...rest] = Object.entries(asked);
  const key = only && typeof only[1] === "string" ? readPersonKey(only[0], only[1]) : undefined;
  if (!key || typeof to !== "string" || to === "" || rest.length + positionals.length > 0) throw new Error(USAGE);
  return { key, folder: resolve(to) };
}

await runCommand(async (words, env) => {
  const { key, folder } = readWords(words);
  const { databaseUrl, photosDir } = readConfig(env);
  const db = await openDatabase(databaseUrl, realTime());
  try {
    const done = await exportPerson(db, { photos: openPhotoStore(photosDir, realTime()), key, folder, now: realTime() });
    if (done.repairs + done.others === 0) return "Nothing is held. Try the other numbers and addresses that the person has had.";
    return `${done.repairs} repairs, ${done.photos} photos and ${done.others} other things are in ${folder}. Read person.json before you send it.`;
  } finally {
    await db.close();
  }
});
