import { SummaryList } from "#app/components/summary-list.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { PhoneLink } from "#app/features/site/phone-link.tsx";
import { HomeTags } from "#app/features/staff/home-tags.tsx";
import { NotAlone } from "#app/features/staff/not-alone.tsx";
import { Directions, VisitTag } from "#app/features/staff/visit-card.tsx";
import { SayStep, VisitPhotos, type VisitSaying } from "#app/features/staff/visit-page.tsx";
import { staff } from "#app/languages/staff.ts";

interface ShiftVisitPageProps extends VisitSaying {
  back: string;
  rows: { name: string; value: string }[];
  /** The visit is to make a home safe. */
  isSafety: boolean;
  /** What is wrong with the whole: it has changed meanwhile, or cannot be. */
  problem: string | undefined;
}

/** One visit on the phone of whoever makes it. */
export function ShiftVisitPage({ visit, back, rows, submission, asked, isSafety, problem }: ShiftVisitPageProps) {
  const { shift, day, slot } = staff;
  const { href, address, directions, person, photos, state } = visit;
  return (
    <PageLayout back={{ href: asked ? href : back }} title={address}>
      <PageErrors fields={asked?.fields ?? []} problem={problem} />
      <p className="govuk-body">
        <VisitTag state={state} />
      </p>
      <NotAlone isMarked={visit.isNotAlone} />
      <HomeTags {...visit.tags} />
      {directions && !asked && (
        <p className="govuk-body">
          <Directions href={directions} address={address} />
        </p>
      )}
      {isSafety && <p className="govuk-body">{shift.safety}</p>}
      <SayStep visit={visit} submission={submission} asked={asked} />
      <h2 className="govuk-heading-m">{shift.photos.heading}</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={`${href}/photos`}>
          {shift.photos.add}
        </a>
      </p>
      {photos.length > 0 && <VisitPhotos photos={photos} />}
      <h2 className="govuk-heading-m">{day.details}</h2>
      <SummaryList
        rows={rows.map(({ name, value }) => ({
          name,
          value: name === slot.rows.phone && person.phone ? <PhoneLink number={person.phone} /> : value,
        }))}
      />
    </PageLayout>
  );
}
