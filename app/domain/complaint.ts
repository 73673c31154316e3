import type { LocalDate } from "./local-date.ts";
import { addWorkingDays } from "./working-days.ts";

/** Housing Ombudsman, Complaint Handling Code (1 April 2024): acknowledged in 5 working days, answered in 10 from then (stage 1). */
const DAYS = { acknowledge: 5, answer: 10 };

/** By when a complaint of a date is acknowledged and, as far as can be said then, answered. */
export function complaintDates(date: LocalDate, bankHolidays: ReadonlySet<LocalDate>): { acknowledgeBy: LocalDate; answerBy: LocalDate } {
  const acknowledgeBy = addWorkingDays(date, DAYS.acknowledge, bankHolidays);
  return { acknowledgeBy, answerBy: answerDate(acknowledgeBy, bankHolidays) };
}

/** By when a complaint is answered that was acknowledged on a date. */
export const answerDate = (acknowledgedOn: LocalDate, bankHolidays: ReadonlySet<LocalDate>): LocalDate =>
  addWorkingDays(acknowledgedOn, DAYS.answer, bankHolidays);

/** How a complaint stands: `late` where the date of its next step has passed. */
export function complaintState(
  {
    acknowledgedAt,
    answeredAt,
    acknowledgeBy,
    answerBy,
  }: {
    acknowledgedAt: Date | null;
    answeredAt: Date | null;
    acknowledgeBy: LocalDate;
    answerBy: LocalDate;
  },
  today: LocalDate,
): { step: "acknowledge" | "answer" | "answered"; isLate: boolean } {
  if (answeredAt) return { step: "answered", isLate: false };
  return acknowledgedAt ? { step: "answer", isLate: today > answerBy } : { step: "acknowledge", isLate: today > acknowledgeBy };
}
