import { and, eq, gt } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

type ShiftLink = Schema["shiftLinks"]["$inferSelect"];

/** Whose shift a link opens. */
export interface Shift {
  operativeId: string;
  name: string;
  date: LocalDate;
  endsAt: Date;
}

/** Adds a link: its token is kept as a hash. */
export async function addShiftLink(tx: Query, { shiftLinks }: Schema, link: ShiftLink): Promise<void> {
  await tx.insert(shiftLinks).values(link);
}

/** Ends the links of an operative to a date that are still good; how many. */
export async function endLinks(
  tx: Query,
  { shiftLinks }: Schema,
  { operativeId, date, now }: { operativeId: string; date: LocalDate; now: Date },
): Promise<number> {
  const { endsAt } = shiftLinks;
  const own = and(eq(shiftLinks.operativeId, operativeId), eq(shiftLinks.date, date), gt(endsAt, now));
  return (await tx.update(shiftLinks).set({ endsAt: now }).where(own).returning({ id: shiftLinks.id })).length;
}

/** The links to a date that are good at an instant. */
export async function linksOn(
  query: Query,
  { shiftLinks }: Schema,
  { date, now }: { date: LocalDate; now: Date },
): Promise<Pick<ShiftLink, "operativeId" | "endsAt">[]> {
  const { operativeId, endsAt } = shiftLinks;
  return await query
    .select({ operativeId, endsAt })
    .from(shiftLinks)
    .where(and(eq(shiftLinks.date, date), gt(endsAt, now)));
}

/** The shift that a token (its SHA-256) opens at an instant; undefined where it opens none, or its operative works here no more. */
export async function shiftOf(
  query: Query,
  { shiftLinks, operatives }: Schema,
  { token, now }: { token: string; now: Date },
): Promise<Shift | undefined> {
  const { operativeId, date, endsAt } = shiftLinks;
  const [shift] = await query
    .select({ operativeId, name: operatives.name, date, endsAt })
    .from(shiftLinks)
    .innerJoin(operatives, eq(operatives.id, operativeId))
    .where(and(eq(shiftLinks.token, token), gt(endsAt, now), eq(operatives.active, true)));
  return shift;
}
