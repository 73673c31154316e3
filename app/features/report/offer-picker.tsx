import { Fragment } from "react";
import type { FieldView } from "#app/components/field.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { RadioGroups } from "#app/components/radio-groups.tsx";
import { useSite } from "#app/features/site/site.tsx";
import type { Words } from "#app/languages/en.ts";

interface OfferView {
  key: string;
  label: string;
  /** After the date the landlord promises the repair by. */
  isLate: boolean;
}

/** One page of offers, and the ways to others. */
export interface OffersShown {
  days: { date: string; isFirst: boolean; offers: OfferView[] }[];
  filters: { filter: string; label: string; href: string; isShown: boolean }[];
  earlier?: string | undefined;
  later?: string | undefined;
  /** The time that was held or chosen has just gone. */
  isGone: boolean;
  /** Said of the landlord's target, where a time shown is later. */
  lateNote?: string | undefined;
}

/** The plain filters, where there is a choice between them. */
export function Filters({ filters }: Pick<OffersShown, "filters">) {
  const { slot } = useSite().words.report;
  if (filters.length <= 2) return null;
  return (
    <p className="govuk-body app-filters">
      <strong>{slot.show}:</strong>{" "}
      {filters.map(({ filter, label, href, isShown }, at) => (
        <Fragment key={filter}>
          {at > 0 && " · "}
          {isShown ? (
            <span aria-current="true">{label}</span>
          ) : (
            <a className="govuk-link" href={href}>
              {label}
            </a>
          )}
        </Fragment>
      ))}
    </p>
  );
}

/** Says that the time which was chosen has gone. */
export function Gone({ text }: { text: string }) {
  return <NotificationBanner title={useSite().words.site.important} role="alert" text={text} />;
}

interface OfferRadiosProps extends Pick<OffersShown, "days" | "earlier" | "later"> {
  field: FieldView | undefined;
  value: string | undefined;
  /** The last answer, where none of the times has to be chosen. */
  none?: string;
}

/** The days as groups of one question, and "none of these" as its last answer. */
function groupsOf({ days, none }: OfferRadiosProps, { slot }: Words["report"]) {
  const groups = days.map(({ date, isFirst, offers }) => ({
    legend: { text: isFirst ? slot.earliest(date) : date, size: "m" as const },
    choices: offers.map(({ key, label, isLate }) => ({ value: key, text: isLate ? `${label} (${slot.late})` : label })),
  }));
  if (none === undefined) return groups;
  return [...groups, { legend: { text: slot.other, size: "m" as const }, choices: [{ value: none, text: slot.noneSuit }] }];
}

/** Radios by day, the earliest first, in plain HTML. */
export function OfferRadios(props: OfferRadiosProps) {
  const { field, value, earlier, later } = props;
  const { report, site } = useSite().words;
  const { slot } = report;
  return (
    <>
      <RadioGroups
        name="offer"
        groups={groupsOf(props, report)}
        {...(value && { value })}
        {...(field?.error && { error: { prefix: site.error, text: field.error } })}
      />
      <Pagination
        landmarkLabel={slot.dates}
        {...(earlier && { previous: { href: earlier, text: slot.earlier } })}
        {...(later && { next: { href: later, text: slot.later } })}
      />
    </>
  );
}
