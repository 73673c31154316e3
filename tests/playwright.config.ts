import { defineConfig } from "@playwright/test";
import { findChromium } from "./support/chromium.ts";
import { chooseQuickFolder } from "./support/quick-folder.ts";

const executablePath = findChromium();
chooseQuickFolder();

/** The narrowest screen WCAG asks for, and an ordinary one. */
const PHONE = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true };
const DESKTOP = { viewport: { width: 1280, height: 900 } };
const NO_JAVASCRIPT = { javaScriptEnabled: false };

/** Tests marked so need a script; prove enough on a desktop and on a phone without one; or prove what no browser setting changes. */
const NEEDS_JAVASCRIPT = /@javascript/;
const EVERY_STATE = /@state/;
const ONCE = /@once/;

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.test.ts",
  outputDir: "../test-results/browser",
  reporter: [["list"], ["json", { outputFile: "../test-results/browser.json" }]],
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 180_000,
  use: {
    // A browser in another time zone than the landlord's must show the landlord's times.
    timezoneId: "America/New_York",
    locale: "en-GB",
    screenshot: "only-on-failure",
    actionTimeout: 15_000,
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: DESKTOP },
    { name: "phone", use: PHONE, grepInvert: [EVERY_STATE, ONCE] },
    { name: "phone without JavaScript", use: { ...PHONE, ...NO_JAVASCRIPT }, grepInvert: [NEEDS_JAVASCRIPT, ONCE] },
    { name: "desktop without JavaScript", use: { ...DESKTOP, ...NO_JAVASCRIPT }, grepInvert: [NEEDS_JAVASCRIPT, EVERY_STATE, ONCE] },
  ],
});
