/** How a slot stands, as officers see it. */
export type SlotState = "free" | "held" | "booked" | "needs-moving" | "stopped" | "withdrawn";

/** What of a slot's row says how it stands. */
export interface Standing {
  open: boolean;
  withdrawn: boolean;
  appointmentId: string | null;
  /** Until when a draft holds it. */
  expiresAt: Date | null;
}

/**
 * How a slot stands at an instant. A booked slot that was closed needs moving: nobody will come in it, and its appointment is still a
 * promise. A hold that has lapsed is free.
 */
export function slotState({ open, withdrawn, appointmentId, expiresAt }: Standing, now: Date): SlotState {
  if (appointmentId !== null) return open ? "booked" : "needs-moving";
  if (!open) return withdrawn ? "withdrawn" : "stopped";
  return expiresAt !== null && expiresAt >= now ? "held" : "free";
}

/** What officers do to a slot by itself; giving its appointment to somebody else or to another time is a change of the appointment. */
export type SlotChange = "stop" | "reopen" | "withdraw";

const CHANGES: Readonly<Record<SlotState, readonly SlotChange[]>> = {
  free: ["stop", "withdraw"],
  held: ["stop", "withdraw"],
  booked: ["withdraw"],
  "needs-moving": ["reopen"],
  stopped: ["reopen", "withdraw"],
  withdrawn: ["reopen"],
};

/** Which changes a slot can have as it stands. A booked one cannot be stopped: whoever cannot come is withdrawn, and the visit moved. */
export function changesOf(state: SlotState): readonly SlotChange[] {
  return CHANGES[state];
}
