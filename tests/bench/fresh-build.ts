import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { projectFile } from "#db/root.ts";

const SOURCES = ["app", "db", "public", "package.json", "package-lock.json", "remix.config.js", "vite.config.ts"];
const BUILT = "build/server/index.js";

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}

/** Builds the product where it is not built, or not from what is there now. */
export function demandFreshBuild(): void {
  const built = projectFile(BUILT);
  const changed = Math.max(...SOURCES.map((source) => newest(projectFile(source))));
  if (existsSync(built) && statSync(built).mtimeMs > changed) return;
  execFileSync("npm", ["run", "--silent", "build"], { cwd: projectFile("."), stdio: ["ignore", "ignore", "inherit"] });
}
