import { type FileHandle, open, rm } from "node:fs/promises";
import { csvOf } from "./write-csv.server.ts";

/** The headings a reject file has before the rejected row's own, so that the corrected file can be imported as it is. */
export const REJECT_HEADINGS = ["reject line", "reject reason"] as const;

export interface Reject {
  line: number;
  reason: string;
  record: string[];
}

/**
 * Writes the bad rows of an import to a file beside it, with line and reason. The file of an earlier run goes away; a new one is
 * made with the first bad row. `titles` are the headings of the imported file.
 */
export async function writeRejects(file: string, titles: string[]) {
  await rm(file, { force: true });
  let handle: FileHandle | undefined;
  let written = 0;
  const isOwn = titles.map((title) => !REJECT_HEADINGS.some((heading) => heading === title.toLowerCase()));
  const own = (cells: string[]) => cells.filter((_, at) => isOwn[at] ?? true);
  return {
    file,
    count: () => written,
    async add(rejects: Reject[]) {
      if (rejects.length === 0) return;
      const rows = rejects.map(({ line, reason, record }) => [String(line), reason, ...own(record)]);
      if (!handle) rows.unshift([...REJECT_HEADINGS, ...own(titles)]);
      handle ??= await open(file, "w");
      await handle.write(csvOf(rows));
      written += rejects.length;
    },
    close: async () => await handle?.close(),
  };
}
