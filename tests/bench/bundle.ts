import { join } from "node:path";
import { build } from "esbuild";
import { projectFile } from "#db/root.ts";

/** Bundles a program of the bench as the product is built: tsx would slow its functions down. Answers with the file. */
export async function bundle(name: string): Promise<string> {
  const outfile = projectFile(`test-results/bench/${name.replace(/\.tsx?$/, ".mjs")}`);
  await build({
    entryPoints: [join(import.meta.dirname, name)],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    jsx: "automatic",
    outfile,
  });
  return outfile;
}
