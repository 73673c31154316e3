import type { LocalDate } from "./local-date.ts";
import type { Wish } from "./wish.ts";

/** What is known of somebody who does repairs. */
export interface OperativeDetails {
  name: string;
  /** The name of the contractor or the team they belong to. */
  contractor: string;
  tradeIds: string[];
  patchIds: string[];
  /** Competent to investigate a hazard. */
  investigates: boolean;
  /** The last local date of each accreditation, by what it is for. */
  accreditations: Record<string, LocalDate>;
  /** What tenants may ask of who comes, and they have said that they meet. */
  wishes: Wish[];
}
