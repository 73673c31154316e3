import { type PhotoRefusal, shownName } from "#app/domain/photo.ts";
import type { Words } from "#app/languages/en.ts";

/** Why a file is not taken, by the name that its owner knows it by. */
export function photoRefusal(reason: PhotoRefusal, name: string, { report }: Words): string {
  const { refusals, unnamed } = report.photos;
  return refusals[reason](shownName(name) || unnamed);
}
