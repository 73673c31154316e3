import { resolve } from "node:path";
import { realTime } from "#app/services/clock.server.ts";
import { type Restored, restoreBackup } from "#app/services/restore-backup.server.ts";
import { readConfig } from "#app/web/config.server.ts";
import { runCommand } from "../run-command.ts";

const SETTINGS: Record<Restored["settings"], string> = {
  written: "The settings file was written to LANDLORD_CONFIG.",
  same: "The settings file is the one of the backup.",
  differs: "The settings file differs from the backup's, and was left as it is.",
  none: "",
};

await runCommand(async (words, env) => {
  const [folder] = words.filter((word) => word !== "--force");
  if (!folder) throw new Error("Say which backup: npm run restore -- FOLDER (--force to replace the database that is there)");
  const { databaseUrl, landlordConfig, photosDir } = readConfig(env);
  const force = words.includes("--force");
  const done = await restoreBackup({ databaseUrl, landlordConfig, photosDir, folder: resolve(folder), force, now: realTime() });
  const kept = done.aside ? `The database that was there is kept as ${done.aside}.` : "";
  return [`Restored the backup of ${done.madeAt}.`, kept, SETTINGS[done.settings]].filter(Boolean).join("\n");
});
