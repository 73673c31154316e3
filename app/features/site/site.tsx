import { createContext, type ReactNode, useContext } from "react";
import type { Landlord } from "#app/domain/landlord.ts";
import type { Words } from "#app/languages/en.ts";

/** What every page knows: whose service it is, in which language, and whether the office answers the phone now. */
export interface SiteView {
  landlord: Landlord;
  words: Words;
  /** The repairs line is open at this hour, so its number comes first; otherwise the out-of-hours number does. */
  isOpenNow: boolean;
  nonce: string;
  /** Shown on fault pages, so that staff can find it in the log. */
  requestId: string;
  /** Set where the page shows a fault of ours: 500 or 503. */
  faultStatus?: number | undefined;
}

const Site = createContext<SiteView | undefined>(undefined);

export function SiteProvider({ site, children }: { site: SiteView; children: ReactNode }) {
  return <Site.Provider value={site}>{children}</Site.Provider>;
}

export function useSite(): SiteView {
  const site = useContext(Site);
  if (!site) throw new Error("useSite needs a SiteProvider around the page");
  return site;
}
