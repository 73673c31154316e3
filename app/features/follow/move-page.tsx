import type { FieldView } from "#app/components/field.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { CallUs } from "#app/features/follow/form-page.tsx";
import { JourneyForm } from "#app/features/report/journey-form.tsx";
import { Filters, Gone, OfferRadios, type OffersShown } from "#app/features/report/offer-picker.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

export interface MovePageProps extends OffersShown {
  title: string;
  back: string;
  /** The promise that stands, in words. */
  visit: string;
  field: FieldView;
  chosen?: string | undefined;
}

/** The picker for a visit that is booked already. */
export function MovePage(props: MovePageProps) {
  const { title, back, visit, field, chosen, days, filters, isGone, lateNote } = props;
  const { move } = useSite().words.ownVisit;
  return (
    <PageLayout back={{ href: back }}>
      <PageErrors fields={[field]} />
      {isGone && <Gone text={move.gone} />}
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{move.now(visit)}</p>
      {days.length === 0 ? (
        <CallUs before={move.noOffers} />
      ) : (
        <>
          <p className="govuk-body">{move.adult}</p>
          {lateNote && <InsetText>{lateNote}</InsetText>}
          <Filters filters={filters} />
          <JourneyForm button={move.button}>
            <OfferRadios {...props} field={field} value={chosen} />
          </JourneyForm>
          <CallUs before={move.noneSuit} />
        </>
      )}
    </PageLayout>
  );
}

interface MoveRefusedProps {
  back: string;
  visit: string;
  why: string;
  /** Where it can still be said that nobody will be in. */
  notIn: string | undefined;
}

/** Why a visit cannot be moved here, and how else. */
export function MoveRefusedPage({ back, visit, why, notIn }: MoveRefusedProps) {
  const { move } = useSite().words.ownVisit;
  return (
    <PageLayout back={{ href: back }} title={move.refusedTitle}>
      <InsetText>
        <strong>{visit}</strong>
      </InsetText>
      <p className="govuk-body">{why}</p>
      <CallUs before={move.callUs} />
      {notIn && (
        <p className="govuk-body">
          <a className="govuk-link" href={notIn}>
            {move.notIn}
          </a>
        </p>
      )}
    </PageLayout>
  );
}
