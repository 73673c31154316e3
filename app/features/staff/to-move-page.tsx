import { Button } from "#app/components/button.tsx";
import { Field, type FieldView } from "#app/components/field.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { SummaryList } from "#app/components/summary-list.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { NotAlone } from "#app/features/staff/not-alone.tsx";
import { HiddenFields, StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

export interface VisitView {
  id: string;
  when: string;
  rows: { name: string; value: string }[];
  /** Who can come instead; undefined where nobody can. */
  takers: FieldView | undefined;
  /** Other times; undefined where there is none. */
  offers: FieldView | undefined;
  /** What is said where nobody can, and where there is no other time. */
  nobody: string;
  noOffers: string;
  /** Nobody goes to its home alone. */
  isNotAlone: boolean;
  /** The page of its slot. */
  href: string;
}

interface ToMovePageProps {
  staffView: StaffView;
  visits: VisitView[];
  /** How many more there are than the page shows. */
  more: number;
  saved: string | undefined;
  problem: string | undefined;
}

/** One of the two ways on for a visit: a choice and its button. */
function Way({
  id,
  field,
  change,
  button,
  none,
}: {
  id: string;
  field: FieldView | undefined;
  change: string;
  button: string;
  none: string;
}) {
  const { site } = useSite().words;
  if (!field) return <p className="govuk-body">{none}</p>;
  return (
    <form method="post" noValidate>
      <HiddenFields fields={{ change, appointment: id }} />
      <Field field={field} words={site} />
      <Button variant="secondary" preventDoubleClick>
        {button}
      </Button>
    </form>
  );
}

function Visit({ id, when, rows, takers, offers, href, nobody, noOffers, isNotAlone }: VisitView) {
  const words = staff.toMove;
  return (
    <section className="app-to-move">
      <h2 className="govuk-heading-m">{when}</h2>
      <NotAlone isMarked={isNotAlone} />
      <SummaryList rows={rows} />
      <div className="app-to-move__ways">
        <Way id={id} field={takers} change="give" button={words.give.button} none={nobody} />
        <Way id={id} field={offers} change="move" button={words.offers.button} none={noOffers} />
      </div>
      <p className="govuk-body">
        <a className="govuk-link" href={href}>
          {words.more}
          <span className="govuk-visually-hidden"> {when}</span>
        </a>
      </p>
    </section>
  );
}

/** Every visit that nobody comes to, with the ways to mend it on the spot. */
export function ToMovePage({ staffView, visits, more, saved, problem }: ToMovePageProps) {
  const words = staff.toMove;
  const { site } = useSite().words;
  const fields = visits.flatMap(({ takers, offers }) => [takers, offers].filter((field) => field !== undefined));
  return (
    <StaffLayout staffView={staffView} title={words.title} wide>
      <PageErrors fields={fields} problem={problem} />
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      <p className="govuk-body">{visits.length === 0 ? words.none : words.intro}</p>
      {visits.some(({ takers }) => takers) && <StaffForm hidden={{ change: "give-all" }} button={words.giveAll} />}
      {visits.map((visit) => (
        <Visit key={visit.id} {...visit} />
      ))}
      {more > 0 && <p className="govuk-body">{words.rest(more)}</p>}
    </StaffLayout>
  );
}
