import { Fragment } from "react";
import type { FieldView } from "#app/components/field.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { RadioGroups } from "#app/components/radio-groups.tsx";
import { type HoldView, Unheld } from "#app/features/report/hold-warning.tsx";
import { JourneyForm } from "#app/features/report/journey-form.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";
import type { Words } from "#app/languages/en.ts";

interface OfferView {
  key: string;
  label: string;
  /** After the date the landlord promises the repair by. */
  isLate: boolean;
}

export interface SlotPageProps {
  title: string;
  fields: FieldView[];
  back: string;
  hold?: HoldView | undefined;
  /** The time that was chosen and is not held. */
  unheld?: string | undefined;
  days: { date: string; isFirst: boolean; offers: OfferView[] }[];
  filters: { filter: string; label: string; href: string; isShown: boolean }[];
  earlier?: string | undefined;
  later?: string | undefined;
  /** The time that was held or chosen has just gone. */
  isGone: boolean;
  holdMinutes: number;
  visits: number;
  /** Said of the landlord's target, where a time shown is later. */
  lateNote?: string | undefined;
  chosen?: string | undefined;
}

const NONE = "none";

function Filters({ filters }: Pick<SlotPageProps, "filters">) {
  const { slot } = useSite().words.report;
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

function Introduction({ visits, lateNote, hold, unheld, holdMinutes }: SlotPageProps) {
  const { slot } = useSite().words.report;
  const { format } = useSite().words;
  return (
    <>
      <p className="govuk-body">{slot.intro}</p>
      {visits > 1 && <p className="govuk-body">{slot.twoVisits}</p>}
      <p className="govuk-body">{slot.hold(holdMinutes)}</p>
      {lateNote && <InsetText>{lateNote}</InsetText>}
      {unheld && <Unheld label={unheld} />}
      {hold && (
        <InsetText>
          <strong>{hold.label}</strong>
          <br />
          {slot.held(format.time(hold.until))}
        </InsetText>
      )}
    </>
  );
}

/** The days as groups of one question, and "none of these" as its last answer. */
function groupsOf({ days }: SlotPageProps, { slot }: Words["report"]) {
  const groups = days.map(({ date, isFirst, offers }) => ({
    legend: { text: isFirst ? slot.earliest(date) : date, size: "m" as const },
    choices: offers.map(({ key, label, isLate }) => ({ value: key, text: isLate ? `${label} (${slot.late})` : label })),
  }));
  return [...groups, { legend: { text: slot.other, size: "m" as const }, choices: [{ value: NONE, text: slot.noneSuit }] }];
}

/** The picker: radios by day, the earliest first, in plain HTML. */
export function SlotPage(props: SlotPageProps) {
  const { title, fields, back, hold, filters, earlier, later, isGone, chosen } = props;
  const { report, site } = useSite().words;
  const { slot } = report;
  const error = fields[0]?.error;
  // A time that is not held is not shown as chosen: it was for another problem, or has gone.
  const value = chosen ?? (fields[0]?.value === NONE ? NONE : undefined);
  return (
    <PageLayout back={{ href: back }}>
      <PageErrors fields={fields} />
      {isGone && <NotificationBanner title={site.important} role="alert" text={slot.gone} />}
      <h1 className="govuk-heading-l">{title}</h1>
      <Introduction {...props} />
      {filters.length > 2 && <Filters filters={filters} />}
      <JourneyForm hold={hold} button={report.continue}>
        <RadioGroups
          name="offer"
          groups={groupsOf(props, report)}
          {...(value && { value })}
          {...(error && { error: { prefix: site.error, text: error } })}
        />
        <Pagination
          landmarkLabel={slot.dates}
          {...(earlier && { previous: { href: earlier, text: slot.earlier } })}
          {...(later && { next: { href: later, text: slot.later } })}
        />
      </JourneyForm>
    </PageLayout>
  );
}
