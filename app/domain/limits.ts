import { z } from "zod";

const most = (least: number, greatest: number) => z.number().int().min(least).max(greatest);
const network = z.union(
  [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()],
  "must be a network address, like 192.0.2.1, or a range, like 192.0.2.0/24",
);

/**
 * How much one network address may ask for, and one home. Generous: libraries, council offices and phone networks share one address among
 * many people. IPv6 counts by /64, since one line has as many addresses as it likes.
 */
export const limits = z
  .strictObject({
    pagesAMinute: most(60, 1_000_000).default(1200),
    postsAMinute: most(20, 1_000_000).default(300),
    /** Reports that hold a time at once. */
    draftsHolding: most(1, 1_000_000).default(30),
    /** Open repairs of one home that nobody has shown to be real. The next is reported by phone. */
    repairsAHome: most(1, 1000).default(3),
    /** Addresses and ranges that no limit of a network address counts for: offices, libraries, mobile networks. */
    unlimited: z.array(network).default([]),
  })
  .prefault({});

export type Limits = z.infer<typeof limits>;

/** What a landlord has who says nothing of it. */
export const USUAL_LIMITS: Limits = limits.parse({});
