import { Field, type FieldView } from "#app/components/field.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { type OfferDays, OfferTimes } from "#app/features/staff/offer-times.tsx";
import { RepairChangePage, type RepairChangeProps } from "#app/features/staff/repair-change-page.tsx";
import { staff } from "#app/languages/staff.ts";

interface BookRepairProps extends Omit<RepairChangeProps, "fields" | "button">, OfferDays {
  field: FieldView;
  /** What is asked besides: whether a second operative is found where nobody goes alone, or why a rule is set aside. */
  second: FieldView | undefined;
  button?: string;
}

/** The next times for a repair, a few days of them. */
export function BookRepairPage({ days, earlier, later, field, second, button = staff.repairChange.book.button, ...page }: BookRepairProps) {
  const { site } = useSite().words;
  const isOffered = days.length > 0;
  const problem = page.problem ?? (isOffered ? undefined : field.error);
  return (
    <RepairChangePage {...page} problem={problem} fields={isOffered ? [field, ...(second ? [second] : [])] : []} button={button}>
      {isOffered && <OfferTimes field={field} days={days} earlier={earlier} later={later} />}
      {isOffered && second && <Field field={second} words={site} />}
    </RepairChangePage>
  );
}
