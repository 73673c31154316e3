import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where the product stands: the folder of package.json, above the source and above the build alike. */
function findRoot(from: string): string {
  if (existsSync(join(from, "package.json"))) return from;
  const above = dirname(from);
  if (above === from) throw new Error("No package.json above the program: it was not installed whole");
  return findRoot(above);
}

const root = findRoot(import.meta.dirname);

/** The absolute path of a file shipped with the product, given its path from the product's own folder. */
export function projectFile(path: string): string {
  return join(root, path);
}
