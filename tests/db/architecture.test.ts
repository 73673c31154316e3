import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { projectFile } from "#db/root.ts";
import { freshFolder } from "#tests/support/engines.ts";

const FOLDERS = ["domain", "languages", "journeys", "services", "web", "components", "features", "routes", "server", "enhance"];

/** One forbidden import of each kind: from where, what, and the rule that must catch it. */
const FORBIDDEN: [string, string, string][] = [
  ["app/domain/reads-file.ts", `import "node:fs";`, "pure"],
  ["app/domain/queries.ts", `import "drizzle-orm";`, "pure"],
  ["app/domain/draws.tsx", `import "react";`, "pure"],
  ["app/domain/stores.ts", `import "#db/there.ts";`, "domain-imports"],
  ["app/domain/stores-relatively.ts", `import "../../db/there.ts";`, "domain-imports"],
  ["app/domain/serves.ts", `import "#app/services/there.ts";`, "domain-imports"],
  ["app/domain/names-a-type.ts", `import type { There } from "#app/services/there.ts"; export const a: There = 1;`, "domain-imports"],
  ["app/domain/asks.ts", `import "#app/journeys/there.ts";`, "domain-imports"],
  ["app/domain/imports-later.ts", `export const later = () => import("#db/there.ts");`, "domain-imports"],
  ["app/languages/serves.ts", `import "#app/services/there.ts";`, "languages-imports"],
  ["app/journeys/reads-file.ts", `import "node:fs/promises";`, "pure"],
  ["app/journeys/stores.ts", `import "#db/there.ts";`, "journeys-imports"],
  ["app/services/answers.ts", `import "#app/web/there.ts";`, "services-imports"],
  ["app/services/routes.ts", `import "#app/routes/there.ts";`, "services-imports"],
  ["app/web/stores.ts", `import "#db/there.ts";`, "web-imports"],
  ["app/components/knows.tsx", `import "#app/domain/there.ts";`, "components-imports"],
  ["app/features/serves.tsx", `import "#app/services/there.ts";`, "features-imports"],
  ["app/features/stores.tsx", `import "#db/there.ts";`, "features-imports"],
  ["app/routes/stores.tsx", `import "#db/there.ts";`, "routes-imports"],
  ["app/routes/types-of-db.tsx", `import type { There } from "#db/there.ts"; export const a: There = 1;`, "routes-imports"],
  ["app/routes/listens.tsx", `import "#app/server/there.ts";`, "routes-imports"],
  ["app/server/routes.ts", `import "#app/routes/there.ts";`, "server-imports"],
  ["app/enhance/draws.ts", `import "#app/components/there.ts";`, "enhance-imports"],
  ["db/serves.ts", `import "#app/services/there.ts";`, "db-imports"],
  ["app/misc/anything.ts", `import "#app/domain/there.ts";`, "unknown-folder"],
  ["app/web/back-again.ts", `import "./there-first.ts";`, "no-cycles"],
];

/** Allowed, and so never named. */
const ALLOWED: [string, string][] = [
  ["app/domain/counts.ts", `import "date-fns"; import "zod"; import "./there.ts";`],
  ["app/journeys/asks.ts", `import "#app/domain/there.ts"; import "#app/languages/there.ts";`],
  ["app/services/does.ts", `import "node:fs"; import "#db/there.ts"; import "#app/journeys/there.ts"; import "#app/domain/there.ts";`],
  ["app/routes/shows.tsx", `import "react"; import "#app/services/there.ts"; import "#app/features/there.ts"; import "#app/web/there.ts";`],
  ["db/stores.ts", `import "drizzle-orm"; import "#app/domain/there.ts";`],
];

interface Finding {
  from: string;
  rule: { name: string };
}

let findings: string[];

beforeAll(() => {
  const tree = freshFolder();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };
  for (const file of ["package.json", "tsconfig.json"]) cpSync(projectFile(file), join(tree, file));
  symlinkSync(projectFile("node_modules"), join(tree, "node_modules"));
  for (const folder of [...FOLDERS.map((name) => `app/${name}`), "db"]) write(`${folder}/there.ts`, "export type There = number;");
  write("app/web/there-first.ts", `import "./back-again.ts";`);
  for (const [path, text] of [...FORBIDDEN, ...ALLOWED]) write(path, text);

  const program = projectFile("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const words = [program, "app", "db", "--config", projectFile("tests/architecture.cjs"), "--output-type", "json"];
  const { stdout } = spawnSync(process.execPath, words, { cwd: tree, encoding: "utf8", maxBuffer: 100_000_000 });
  const { summary } = JSON.parse(stdout) as { summary: { violations: Finding[] } };
  findings = summary.violations.map(({ from, rule }) => `${from} ${rule.name}`);
});

test.each(FORBIDDEN)("%s is caught: %s", (path, _text, rule) => {
  expect(findings).toContain(`${path} ${rule}`);
});

test("nothing else is", () => {
  const planted = new Set(FORBIDDEN.map(([path]) => path));
  expect(findings.filter((finding) => !planted.has(finding.split(" ")[0] ?? ""))).toEqual([]);
});
