import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { engineOf } from "#db/client.ts";
import { replaceDatabase } from "#db/copy.ts";
import { syncToDisk } from "#db/sync-to-disk.ts";
import { type BackupManifest, PHOTOS, readBackup, sha256Of } from "./backup-manifest.server.ts";

export interface RestoreRequest {
  databaseUrl: string;
  landlordConfig?: string | undefined;
  /** Where the service keeps its photos. */
  photosDir: string;
  /** The folder of one backup. */
  folder: string;
  /** Whether a database that is there may be put aside. */
  force: boolean;
  now: Date;
}

export interface Restored {
  madeAt: string;
  /** Where the database that was there is kept. */
  aside: string | undefined;
  /** What became of the settings file: written, or left as it is because it is the same, differs, or is not configured. */
  settings: "written" | "same" | "differs" | "none";
}

/**
 * Puts a backup in the place of the database, its photos beside those that are there (photos never change), and the settings file where
 * it is missing. The service must not be running.
 * Throws an Error of one line, and changes nothing, when the backup is damaged, of another engine or a newer version, when the
 * service is running, or when a database is there and `force` is not given; with it, the present one is kept as *.before-restore.
 */
export async function restoreBackup({ databaseUrl, landlordConfig, photosDir, folder, force, now }: RestoreRequest): Promise<Restored> {
  const manifest = await readBackup(folder);
  const engine = engineOf(databaseUrl);
  if (manifest.engine !== engine) throw new Error(`${folder}: was made from ${manifest.engine}, and DATABASE_URL names ${engine}`);
  const aside = await replaceDatabase({
    url: databaseUrl,
    copy: join(folder, manifest.database),
    force,
    keptAs: `${now.toISOString().replace(/[:.]/g, "-")}.before-restore`,
    now,
  });
  restorePhotos(manifest, folder, photosDir);
  return { madeAt: manifest.madeAt, aside, settings: await restoreSettings(manifest, folder, landlordConfig) };
}

function restorePhotos({ sha256 }: BackupManifest, folder: string, photosDir: string) {
  const photos = Object.keys(sha256).filter((file) => file.startsWith(`${PHOTOS}/`));
  for (const file of photos) {
    const target = join(photosDir, relative(PHOTOS, file));
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    copyFileSync(join(folder, file), `${target}.partial`);
    syncToDisk(`${target}.partial`);
    renameSync(`${target}.partial`, target);
  }
}

async function restoreSettings(manifest: BackupManifest, folder: string, target: string | undefined): Promise<Restored["settings"]> {
  if (!manifest.settings || !target) return "none";
  if (existsSync(target)) return (await sha256Of(target)) === manifest.sha256[manifest.settings] ? "same" : "differs";
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(folder, manifest.settings), target);
  return "written";
}
