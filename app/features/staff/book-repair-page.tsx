import type { FieldView } from "#app/components/field.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { RadioGroups } from "#app/components/radio-groups.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { RepairChangePage, type RepairChangeProps } from "#app/features/staff/repair-change-page.tsx";
import { staff } from "#app/languages/staff.ts";

interface BookRepairProps extends Omit<RepairChangeProps, "fields" | "button"> {
  days: { date: string; choices: { value: string; text: string }[] }[];
  earlier: string | undefined;
  later: string | undefined;
  field: FieldView;
}

/** The next times for a repair, a few days of them. */
export function BookRepairPage({ days, earlier, later, field, ...page }: BookRepairProps) {
  const { book } = staff.repairChange;
  const { site } = useSite().words;
  const { name, error } = field;
  const isOffered = days.length > 0;
  const problem = page.problem ?? (isOffered ? undefined : error);
  return (
    <RepairChangePage {...page} problem={problem} fields={isOffered ? [field] : []} button={book.button}>
      {isOffered && (
        <>
          <RadioGroups
            name={name}
            groups={days.map(({ date, choices }) => ({ legend: { text: date, size: "s" as const }, choices }))}
            {...(error && { error: { prefix: site.error, text: error } })}
          />
          <Pagination
            landmarkLabel={book.dates}
            {...(earlier && { previous: { href: earlier, text: book.earlier } })}
            {...(later && { next: { href: later, text: book.later } })}
          />
        </>
      )}
    </RepairChangePage>
  );
}
