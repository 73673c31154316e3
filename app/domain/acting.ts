import type { Role } from "./staff.ts";

/** Who changes something of a repair, and how they said it. */
export interface Acting {
  /** tenant, system, or a staff id. */
  who: string;
  /** online, phone, office or api. */
  channel: string;
}

/** Whoever reported a repair, on their own device. */
export const TENANT: Acting = { who: "tenant", channel: "online" };

/** By these a repair is changed as its tenant asks, by the tenants' rules; by "office" staff change it by their own. */
export const TENANTS_CHANNELS: readonly string[] = ["online", "phone"];

/** What came of a sooner time that was offered, say: nobody asked for it by these rules. */
export const SYSTEM = "system";

/** How what somebody of a role does by hand came about: agents do it for whoever is on the phone. */
export const channelOf = (role: Role): string => (role === "agent" ? "phone" : "office");
