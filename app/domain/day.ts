import { compareText, grouped } from "./ordering.ts";

/** What of a visit says where it stands in the day. */
export interface DayVisit {
  /** Of its appointment: booked, done or cancelled. */
  status: string;
  /** Whose it is; null where nobody has it. */
  operative: { id: string; name: string } | null;
  slotId: string | null;
  /** Somebody is to come: it has slots, and none of them is closed. */
  isServed: boolean;
  /** Local HH:MM, as promised. */
  starts: string;
  ends: string;
}

/** A day as officers read it: what nobody will come to first, then the visits of each operative in their order. */
export interface Day<Visit> {
  unserved: Visit[];
  operatives: { id: string; name: string; visits: Visit[] }[];
}

const inOrder = (a: DayVisit, b: DayVisit) => compareText(a.starts, b.starts) || compareText(a.ends, b.ends);

/** Puts the visits of one date in order. What has ended is its operative's, though the slot was closed since. */
export function dayOf<Visit extends DayVisit>(visits: readonly Visit[]): Day<Visit> {
  const sorted = [...visits].sort(inOrder);
  const isUnserved = ({ isServed, operative, status }: Visit) => operative === null || (!isServed && status === "booked");
  const served = grouped(
    sorted.filter((visit) => !isUnserved(visit)),
    ({ operative }) => operative?.id ?? "",
  );
  const operatives = [...served].map(([id, own]) => ({ id, name: own[0]?.operative?.name ?? "", visits: own }));
  return {
    unserved: sorted.filter(isUnserved),
    operatives: operatives.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id)),
  };
}
