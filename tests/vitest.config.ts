import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { chooseQuickFolder } from "./support/quick-folder.ts";

// Code that leaves out a time zone shows the wrong day here (UTC+5:45); workers inherit it.
process.env.TZ = "Asia/Kathmandu";
chooseQuickFolder();

/** What only the app's build makes: the addresses of the script and of the style sheet. */
const builtAssets: Plugin = {
  name: "built-assets",
  enforce: "pre",
  resolveId: (id) => (id === "virtual:enhance" || id.endsWith(".scss?url") ? `\0asset:${id}` : undefined),
  load: (id) => (id.startsWith("\0asset:") ? 'export default "/assets/built";' : undefined),
};

export default defineConfig({
  plugins: [builtAssets],
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**", "tests/bench/**", "tests/fire/**", "node_modules/**"],
    globalSetup: "tests/support/vitest-setup-postgres.ts",
    setupFiles: "tests/support/vitest-setup.ts",
    restoreMocks: true,
    pool: "forks",
    maxWorkers: 2,
    // A walk through every page takes twenty seconds on a machine with nothing else to do, and minutes on one that is busy.
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
