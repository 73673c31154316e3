import { closeSync, fsyncSync, openSync } from "node:fs";

/** Returns when a file, or the names in a folder, would survive a power loss. */
export function syncToDisk(path: string) {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
