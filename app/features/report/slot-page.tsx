import type { FieldView } from "#app/components/field.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { type HoldView, Unheld } from "#app/features/report/hold-warning.tsx";
import { JourneyForm } from "#app/features/report/journey-form.tsx";
import { Filters, Gone, OfferRadios, type OffersShown } from "#app/features/report/offer-picker.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

export interface SlotPageProps extends OffersShown {
  title: string;
  fields: FieldView[];
  back: string;
  hold?: HoldView | undefined;
  /** The time that was chosen and is not held. */
  unheld?: string | undefined;
  holdMinutes: number;
  visits: number;
  chosen?: string | undefined;
}

const NONE = "none";

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

/** The picker: radios by day, the earliest first, in plain HTML. */
export function SlotPage(props: SlotPageProps) {
  const { title, fields, back, hold, filters, isGone, chosen } = props;
  const { report } = useSite().words;
  // A time that is not held is not shown as chosen: it was for another problem, or has gone.
  const value = chosen ?? (fields[0]?.value === NONE ? NONE : undefined);
  return (
    <PageLayout back={{ href: back }}>
      <PageErrors fields={fields} />
      {isGone && <Gone text={report.slot.gone} />}
      <h1 className="govuk-heading-l">{title}</h1>
      <Introduction {...props} />
      <Filters filters={filters} />
      <JourneyForm hold={hold} button={report.continue}>
        <OfferRadios {...props} field={fields[0]} value={value} none={NONE} />
      </JourneyForm>
    </PageLayout>
  );
}
