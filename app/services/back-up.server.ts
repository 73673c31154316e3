import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { engineOf } from "#db/client.ts";
import { copyDatabase, photosIn } from "#db/copy.ts";
import { syncToDisk } from "#db/sync-to-disk.ts";
import { type BackupManifest, MANIFEST, PHOTOS, SETTINGS, sha256Of } from "./backup-manifest.server.ts";
import { photoPaths } from "./photo-store.server.ts";

export interface BackupRequest {
  databaseUrl: string;
  /** The landlord's settings file, where there is one. */
  landlordConfig?: string | undefined;
  /** Where the service keeps its photos. */
  photosDir: string;
  /** Where backups are kept; each gets a folder of its own, named by its time. */
  folder: string;
  now: Date;
}

/**
 * Makes a consistent copy while the service runs: the database as it is at one moment, then the photos it names, the
 * settings and the manifest. The
 * folder carries its name only once everything in it is on the disk: what is called *.partial is no backup.
 * Returns the backup's folder. Throws when the database cannot be copied or the copy is not whole.
 */
export async function backUp({ databaseUrl, landlordConfig, photosDir, folder, now }: BackupRequest): Promise<string> {
  const made = join(folder, now.toISOString().replace(/[:.]/g, "-"));
  const partial = `${made}.partial`;
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  try {
    await fill(partial, { databaseUrl, landlordConfig, photosDir, now });
    renameSync(partial, made);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
  syncToDisk(folder);
  return made;
}

async function fill(partial: string, { databaseUrl, landlordConfig, photosDir, now }: Omit<BackupRequest, "folder">) {
  const database = await copyDatabase(databaseUrl, partial);
  const photos = copyPhotos(photosDir, partial, await photosIn(databaseUrl, join(partial, database)));
  if (landlordConfig) copyFileSync(landlordConfig, join(partial, SETTINGS));

  const files = [database, ...photos, ...(landlordConfig ? [SETTINGS] : [])];
  const sha256: Record<string, string> = {};
  for (const name of files) sha256[name] = await sha256Of(join(partial, name));
  const manifest: BackupManifest = {
    format: 1,
    madeAt: now.toISOString(),
    engine: engineOf(databaseUrl),
    database,
    settings: landlordConfig && SETTINGS,
    sha256,
  };
  writeFileSync(join(partial, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const name of [...files, MANIFEST, "."]) syncToDisk(join(partial, name));
}

/** Copies photos into a backup, and says which files they are there. One that was removed since the database was copied is gone, and is left out. */
function copyPhotos(photosDir: string, backup: string, names: readonly string[]): string[] {
  const there = names.flatMap(photoPaths).filter((path) => existsSync(join(photosDir, path)));
  return there.map((path) => {
    const file = join(PHOTOS, path);
    mkdirSync(join(backup, dirname(file)), { recursive: true });
    copyFileSync(join(photosDir, path), join(backup, file));
    return file;
  });
}
