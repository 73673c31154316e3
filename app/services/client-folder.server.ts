import { projectFile } from "#db/root.ts";

/** Where the built files for browsers are, wherever the process was started from. */
export function clientFolder(): string {
  return projectFile("build/client");
}
