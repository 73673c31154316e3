import { advice } from "./en/advice.ts";
import { acknowledgement } from "./en/cannot-call.ts";
import { emergencies } from "./en/emergencies.ts";
import { follow } from "./en/follow.ts";
import { followMore } from "./en/follow-more.ts";
import { format } from "./en/format.ts";
import { messages } from "./en/messages.ts";
import { ownVisit } from "./en/own-visit.ts";
import { report } from "./en/report.ts";
import { contact, errorPages, site } from "./en/site.ts";
import { sooner } from "./en/sooner.ts";

/** Every sentence of the public pages in English. Another language is another file of the same type. */
export const en = {
  code: "en",
  name: "English",
  format,
  site,
  contact,
  errorPages,
  emergencies,
  advice,
  report,
  acknowledgement,
  messages,
  follow,
  followMore,
  ownVisit,
  sooner,
};

export type Words = typeof en;
