import { Field, type FieldView } from "#app/components/field.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { RadioGroups } from "#app/components/radio-groups.tsx";
import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface MoveVisitPageProps {
  staffView: StaffView;
  title: string;
  back: string;
  seen: string;
  rows: SummaryRow[];
  /** The new time, then how the tenant agreed. */
  fields: FieldView[];
  days: { date: string; choices: { value: string; text: string }[] }[];
  earlier: string | undefined;
  later: string | undefined;
  problem: string | undefined;
}

function Times({ offer, days, earlier, later }: Pick<MoveVisitPageProps, "days" | "earlier" | "later"> & { offer: FieldView | undefined }) {
  const { site } = useSite().words;
  const { moveVisit } = staff;
  const groups = days.map(({ date, choices }) => ({ legend: { text: date, size: "s" as const }, choices }));
  return (
    <>
      <h2 className="govuk-heading-m">{moveVisit.offer}</h2>
      <RadioGroups
        name="offer"
        groups={groups}
        {...(typeof offer?.value === "string" && { value: offer.value })}
        {...(offer?.error && { error: { prefix: site.error, text: offer.error } })}
      />
      <Pagination
        landmarkLabel={moveVisit.dates}
        {...(earlier && { previous: { href: earlier, text: moveVisit.earlier } })}
        {...(later && { next: { href: later, text: moveVisit.later } })}
      />
    </>
  );
}

/** Another date for a visit, once the tenant has agreed to it. */
export function MoveVisitPage({ staffView, title, back, seen, rows, fields, problem, ...times }: MoveVisitPageProps) {
  const [offer, agreed] = fields;
  const { site } = useSite().words;
  const { why, none, button } = staff.moveVisit;
  return (
    <StaffLayout staffView={staffView} title={title}>
      <PageErrors fields={fields} problem={problem} />
      <p className="govuk-body">
        <a className="govuk-link" href={back}>
          {staff.slot.backToSlot}
        </a>
      </p>
      <SummaryList rows={rows} />
      {times.days.length === 0 ? (
        <p className="govuk-body">{none}</p>
      ) : (
        <>
          <p className="govuk-body">{why}</p>
          <StaffForm hidden={{ seen }} button={button}>
            <Times offer={offer} {...times} />
            {agreed && <Field field={agreed} words={site} />}
          </StaffForm>
        </>
      )}
    </StaffLayout>
  );
}
