import { defineConfig } from "vitest/config";
import { chooseQuickFolder } from "./support/quick-folder.ts";

// The servers under test inherit it: words that hang on the server's own time zone come out wrong (UTC+5:45).
process.env.TZ = "Asia/Kathmandu";
chooseQuickFolder();

/** Tests of the built server as its own process, two files at a time: `npm run build` comes first. */
export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["tests/fire/**/*.test.ts"],
    globalSetup: "tests/support/vitest-setup-postgres.ts",
    setupFiles: "tests/support/vitest-setup.ts",
    pool: "forks",
    maxWorkers: 2,
    // Fifty restarts take a minute on a machine with nothing else to do, and many on one that is busy.
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
