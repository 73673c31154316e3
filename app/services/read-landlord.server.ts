import { readFileSync } from "node:fs";
import { firstFault, type Landlord, landlordSchema } from "#app/domain/landlord.ts";
import { projectFile } from "#db/root.ts";

/** The demo landlord's settings, shipped with the product. */
const DEMO = "db/seed/demo/landlord.json";

/**
 * Reads a landlord's settings file, or the demo's where none is named.
 * Throws an Error of one line that names the file and the first wrong field.
 */
export function readLandlord(file?: string): Landlord {
  const path = file ?? projectFile(DEMO);
  const settings = landlordSchema.safeParse(parseFile(path));
  if (!settings.success) throw new Error(`${path}: ${firstFault(settings.error)}`);
  return settings.data;
}

function parseFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : "cannot be read"}`);
  }
}
