import { PageLayout } from "#app/features/site/page-layout.tsx";
import { GivenUp, type GivenUpView } from "#app/features/staff/given-up.tsx";
import { VisitCard, type VisitView } from "#app/features/staff/visit-card.tsx";
import { staff } from "#app/languages/staff.ts";

interface ShiftPageProps {
  title: string;
  who: string;
  visits: VisitView[];
  givenUp: GivenUpView[];
  /** Goes with each step that is said from here: sent twice, it is said once. */
  submission: string;
}

/** An operative's own day on their phone. */
export function ShiftPage({ title, who, visits, givenUp, submission }: ShiftPageProps) {
  const { shift, day } = staff;
  return (
    <PageLayout title={title}>
      <p className="govuk-body">{who}</p>
      <GivenUp visits={givenUp} />
      <h2 className="govuk-heading-m">{visits.length > 0 ? day.count(visits.length) : shift.none}</h2>
      <ol className="app-visits app-shift">
        {visits.map((visit) => (
          <VisitCard key={visit.id} visit={visit} submission={submission} />
        ))}
      </ol>
    </PageLayout>
  );
}

/** Behind a link that opens nothing, or nothing any more. */
export function ShiftEnded() {
  const { ended, endedWhy } = staff.shift;
  return (
    <PageLayout title={ended}>
      <p className="govuk-body">{endedWhy}</p>
    </PageLayout>
  );
}
