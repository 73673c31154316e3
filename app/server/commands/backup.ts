import { resolve } from "node:path";
import { backUp } from "#app/services/back-up.server.ts";
import { realTime } from "#app/services/clock.server.ts";
import { readConfig } from "#app/web/config.server.ts";
import { runCommand } from "../run-command.ts";

await runCommand(async ([folder], env) => {
  if (!folder) throw new Error("Say where backups are kept: npm run backup -- FOLDER");
  const { databaseUrl, landlordConfig, photosDir } = readConfig(env);
  const made = await backUp({ databaseUrl, landlordConfig, photosDir, folder: resolve(folder), now: realTime() });
  return `Backed up to ${made}`;
});
