import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";

export const MANIFEST = "manifest.json";
export const SETTINGS = "landlord.json";
/** The folder of photos within a backup, laid out as in the store. */
export const PHOTOS = "photos";

const manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  engine: z.enum(["sqlite", "postgres"]),
  /** File names within the backup's folder. */
  database: z.string(),
  settings: z.string().optional(),
  sha256: z.record(z.string(), z.string()),
});

/** What a backup holds, when it was made, and the SHA-256 of each of its files. */
export type BackupManifest = z.infer<typeof manifest>;

/** The SHA-256 of a file, in hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** Reads the manifest of a backup's folder. Throws an Error of one line when the folder is no backup or a file of it has changed. */
export async function readBackup(folder: string): Promise<BackupManifest> {
  const found = manifest.safeParse(parse(join(folder, MANIFEST)));
  if (!found.success) throw new Error(`${folder}: is not a backup that this version can read`);
  for (const [name, expected] of Object.entries(found.data.sha256)) {
    const actual = await sha256Of(join(folder, name)).catch(() => "missing");
    if (actual !== expected) throw new Error(`${join(folder, name)}: is not the file that was backed up`);
  }
  return found.data;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
