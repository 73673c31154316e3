import { and, eq, sql } from "drizzle-orm";
import { wishOf } from "#app/domain/wish.ts";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";
import type { Able } from "./slots.ts";

export type Appointment = Schema["appointments"]["$inferSelect"];

/** An appointment's promise in words: date, window and its local times (HH:MM). */
export type Promised = Pick<Appointment, "date" | "window" | "windowName" | "starts" | "ends">;

/** Locks a booked appointment until the transaction ends, the first statement of every change of its slots; undefined when it is not booked. */
export async function lockAppointment(tx: Query, { appointments }: Schema, appointmentId: string): Promise<Appointment | undefined> {
  const build = (query: Query) =>
    query
      .update(appointments)
      .set({ version: sql`${appointments.version} + 1` })
      .where(and(eq(appointments.id, given(appointments.id, "appointmentId")), eq(appointments.status, "booked")))
      .returning();
  const [appointment] = await run(tx, "lock an appointment", build, { appointmentId });
  return appointment;
}

/** Who an appointment needs, and the language its repair was reported in. The trade is null where the catalogue gave none. */
export async function findWhoCanCome(
  tx: Query,
  { repairs, homes, visitNeeds }: Schema,
  { repairId, purpose }: Pick<Appointment, "repairId" | "purpose">,
): Promise<
  (Pick<Able, "patchId" | "wish"> & { trade: string | null; investigates: boolean; priority: string; language: string }) | undefined
> {
  const build = (query: Query) =>
    query
      .select({
        ...{ trade: repairs.trade, priority: repairs.priority, language: repairs.language },
        ...{ patchId: homes.patchId, needs: visitNeeds.needs },
      })
      .from(repairs)
      .innerJoin(homes, eq(homes.uprn, repairs.uprn))
      .leftJoin(visitNeeds, eq(visitNeeds.repairId, repairs.id))
      .where(eq(repairs.id, given(repairs.id, "repairId")));
  const [found] = await run(tx, "who can come", build, { repairId });
  if (!found) return undefined;
  const { needs, ...repair } = found;
  return { ...repair, investigates: purpose === "investigation", wish: wishOf(needs ?? []) };
}

/** Writes a new promise on an appointment. It is locked by the caller, and has the slots to keep it. */
export async function promiseInstead(tx: Query, { appointments }: Schema, values: Promised & { appointmentId: string }): Promise<void> {
  const { date, window, windowName, starts, ends } = appointments;
  const build = (query: Query) =>
    query
      .update(appointments)
      .set({
        date: given(date, "date"),
        window: given(window, "window"),
        windowName: given(windowName, "windowName"),
        starts: given(starts, "starts"),
        ends: given(ends, "ends"),
      })
      .where(eq(appointments.id, given(appointments.id, "appointmentId")));
  await run(tx, "promise instead", build, { ...values });
}
