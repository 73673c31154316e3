import { Field, type FieldView } from "#app/components/field.tsx";
import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { NotAlone } from "#app/features/staff/not-alone.tsx";
import { type OfferDays, OfferTimes } from "#app/features/staff/offer-times.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface MoveVisitPageProps extends OfferDays {
  staffView: StaffView;
  title: string;
  back: string;
  seen: string;
  rows: SummaryRow[];
  /** The new time, then how the tenant agreed. */
  fields: FieldView[];
  /** What is said where there is no other time. */
  none: string;
  /** Nobody goes to the home alone. */
  isNotAlone: boolean;
  problem: string | undefined;
}

/** Another date for a visit, once the tenant has agreed to it. */
export function MoveVisitPage({ staffView, title, back, seen, rows, fields, none, isNotAlone, problem, ...times }: MoveVisitPageProps) {
  const [offer, agreed] = fields;
  const { site } = useSite().words;
  const { why, button, offer: heading } = staff.moveVisit;
  return (
    <StaffLayout staffView={staffView} title={title}>
      <PageErrors fields={fields} problem={problem} />
      <p className="govuk-body">
        <a className="govuk-link" href={back}>
          {staff.slot.backToSlot}
        </a>
      </p>
      <NotAlone isMarked={isNotAlone} />
      <SummaryList rows={rows} />
      {times.days.length === 0 ? (
        <p className="govuk-body">{none}</p>
      ) : (
        <>
          <p className="govuk-body">{why}</p>
          <StaffForm hidden={{ seen }} button={button}>
            <h2 className="govuk-heading-m">{heading}</h2>
            {offer && <OfferTimes field={offer} {...times} />}
            {agreed && <Field field={agreed} words={site} />}
          </StaffForm>
        </>
      )}
    </StaffLayout>
  );
}
