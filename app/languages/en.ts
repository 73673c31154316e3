import { format } from "./en/format.ts";
import { report } from "./en/report.ts";

/** Every sentence of the public pages in English. Another language is another file of the same type. */
export const en = {
  code: "en",
  name: "English",
  format,
  report,
};

export type Words = typeof en;
