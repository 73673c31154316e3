import { defineConfig } from "vitest/config";

// Code that leaves out a time zone shows the wrong day here (UTC+5:45); workers inherit it.
process.env.TZ = "Asia/Kathmandu";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**", "tests/bench/**", "node_modules/**"],
    globalSetup: "tests/support/vitest-setup-postgres.ts",
    setupFiles: "tests/support/vitest-setup.ts",
    restoreMocks: true,
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
