import type { FieldView } from "#app/components/field.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { RadioGroups } from "#app/components/radio-groups.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { staff } from "#app/languages/staff.ts";

/** Some days of times that a visit can be booked for or moved to, and the way to others. */
export interface OfferDays {
  days: { date: string; choices: { value: string; text: string }[] }[];
  earlier: string | undefined;
  later: string | undefined;
}

/** The times to choose from, day by day. */
export function OfferTimes({ field, days, earlier, later }: OfferDays & { field: FieldView }) {
  const { site } = useSite().words;
  const words = staff.times;
  const { name, value, error } = field;
  return (
    <>
      <RadioGroups
        name={name}
        groups={days.map(({ date, choices }) => ({ legend: { text: date, size: "s" as const }, choices }))}
        {...(typeof value === "string" && { value })}
        {...(error && { error: { prefix: site.error, text: error } })}
      />
      <Pagination
        landmarkLabel={words.dates}
        {...(earlier && { previous: { href: earlier, text: words.earlier } })}
        {...(later && { next: { href: later, text: words.later } })}
      />
    </>
  );
}
