import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { installChromium } from "./chromium.ts";

const RESULTS = "test-results";

interface Count {
  passed: number;
  failed: number;
}

/** What a step left: how many tests passed and failed. A step that only checks is one test. */
type Counted = (succeeded: boolean) => Count;

interface Step {
  name: string;
  command: string[];
  count?: Counted;
}

const checked: Counted = (succeeded) => ({ passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 });

/** Reads a runner's own report. A runner that failed without naming a test (or left no report) has failed once. */
function reported(file: string, read: (report: never) => Count): Counted {
  return (succeeded) => {
    const count = readReport(file, read);
    return succeeded || count.failed > 0 ? count : { ...count, failed: 1 };
  };
}

function readReport(file: string, read: (report: never) => Count): Count {
  try {
    return read(JSON.parse(readFileSync(`${RESULTS}/${file}`, "utf8")) as never);
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const vitest = (file: string) =>
  reported(file, ({ numPassedTests, numTotalTests }: { numPassedTests: number; numTotalTests: number }) => ({
    passed: numPassedTests,
    failed: numTotalTests - numPassedTests,
  }));

const playwright = (file: string) =>
  reported(file, ({ stats }: { stats: Record<"expected" | "unexpected" | "flaky", number> }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }));

const run = (...command: string[]) => ["npm", "run", "--silent", ...command];
const json = (file: string) => ["--", "--reporter=default", "--reporter=json", `--outputFile.json=${RESULTS}/${file}`];

const STEPS: Step[] = [
  { name: "Types", command: run("types") },
  { name: "Lint", command: run("lint") },
  { name: "Architecture", command: run("architecture") },
  { name: "Unused code", command: run("unused") },
  { name: "Build", command: run("build") },
  { name: "Unit tests on both engines", command: run("unit", ...json("unit.json")), count: vitest("unit.json") },
  { name: "Tests of the running server", command: run("fire", ...json("fire.json")), count: vitest("fire.json") },
  { name: "Browser tests", command: run("browser"), count: playwright("browser.json") },
];

function runStep({ name, command, count = checked }: Step): Count {
  const [program = "", ...words] = command;
  console.log(`\n── ${name}`);
  const { status } = spawnSync(program, words, { stdio: "inherit" });
  return count(status === 0);
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
installChromium();
const total: Count = { passed: 0, failed: 0 };
for (const step of STEPS) {
  const { passed, failed } = runStep(step);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
