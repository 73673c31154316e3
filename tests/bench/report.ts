import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { projectFile } from "#db/root.ts";
import type { Row, Target } from "./measure.ts";

const FILE = "test-results/bench.json";

const shown = (value: number | undefined) => (value === undefined ? "" : value >= 100 ? value.toFixed(0) : value.toFixed(2));
const asked = (target: Target | undefined) =>
  target === undefined ? "" : "atLeast" in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`;
const verdict = ({ met }: Row) => (met === undefined ? "" : met ? "yes" : "NO");

/** Prints the measures as a table and keeps them as JSON. Answers with whether every target was met. */
export function report(rows: readonly Row[]): boolean {
  const head = ["measure", "unit", "ours", "baseline", "ratio or amount", "target", "met?"];
  const cells = rows.map((row) => [
    ...[row.measure, row.unit, shown(row.ours), shown(row.baseline), shown(row.value)],
    ...[asked(row.target), verdict(row)],
  ]);
  const widths = head.map((title, at) => Math.max(...[head, ...cells].map((line) => line[at]?.length ?? title.length)));
  for (const line of [head, ...cells]) console.log(line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  "));
  mkdirSync(projectFile("test-results"), { recursive: true });
  const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model };
  writeFileSync(projectFile(FILE), `${JSON.stringify({ at: new Date(), machine, rows }, null, 2)}\n`);
  return rows.every(({ met }) => met !== false);
}
