import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];
const MAC = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** On Ubuntu `chromium-browser` may be a script that only asks for a snap. */
const works = (path: string) => isProgram(path) && (!path.endsWith("-browser") || spawnSync(path, ["--version"]).status === 0);

/** The path of a Chromium on this machine: the one CHROMIUM names, one on the PATH, or Playwright's own. Throws where CHROMIUM is wrong. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named && !isProgram(named)) throw new Error(`CHROMIUM: ${named} is not a program that can be run`);
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
  const usual = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...(named ? [named] : []), ...usual, ...MAC, chromium.executablePath()].find(works);
}

/** Whether a command ended well. What it says is shown, since it may take a minute. */
const runs = (program: string, ...words: string[]) =>
  spawnSync(program, words, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;

/** Debian's package needs root, and its fonts make text as wide as on people's machines. */
function installPackage(): boolean {
  const isDebian = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  return (
    isDebian && runs("apt-get", "update") && runs("apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation")
  );
}

/** Makes sure that there is a Chromium for the browser tests, and answers with its path. Throws an Error of one line where none can be had. */
export function installChromium(): string {
  const before = findChromium();
  if (before) return before;
  console.log("No Chromium found: installing one for the browser tests");
  const isRoot = process.getuid?.() === 0;
  if (!installPackage()) runs("npx", "playwright", "install", ...(isRoot ? ["--with-deps"] : []), "chromium");
  const installed = findChromium();
  if (!installed) throw new Error("The browser tests need Chromium: install it and set CHROMIUM to its path");
  return installed;
}
