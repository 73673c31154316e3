import type { WriteStream } from "node:tty";
import type { ImportProgress } from "#app/services/import-rows.server.ts";

const WIDTH = 30;
const WORDS = { reading: "Reading", applying: "Bringing into force", tidying: "Tidying up" };

/** "Reading [#####-------]  42%". */
function bar({ stage, done, total }: ImportProgress): string {
  const part = total > 0 ? done / total : 1;
  const filled = Math.round(part * WIDTH);
  return `${WORDS[stage].padEnd(20)}[${"#".repeat(filled)}${"-".repeat(WIDTH - filled)}] ${String(Math.round(part * 100)).padStart(3)}%`;
}

/** Shows how far an import is: on a terminal as one line that changes, elsewhere as a line for each stage and quarter. */
export function printProgress(out: Pick<WriteStream, "isTTY" | "write">) {
  let said = "";
  return {
    report(progress: ImportProgress) {
      const quarter = Math.floor((4 * progress.done) / (progress.total || 1)) * 25;
      const line = out.isTTY ? bar(progress) : `${WORDS[progress.stage]}: ${quarter}%`;
      if (line === said) return;
      said = line;
      out.write(out.isTTY ? `\r${line}` : `${line}\n`);
    },
    /** Leaves the line of the bar, so that what follows stands on its own. */
    end() {
      if (out.isTTY && said) out.write("\n");
    },
  };
}
