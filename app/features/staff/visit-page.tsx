import type { FieldView } from "#app/components/field.tsx";
import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import type { Step } from "#app/domain/visit.ts";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { HomeLink } from "#app/features/staff/home-link.tsx";
import { HomeTags } from "#app/features/staff/home-tags.tsx";
import { NotAlone } from "#app/features/staff/not-alone.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { VisitSteps, VisitTag, type VisitView } from "#app/features/staff/visit-card.tsx";
import { staff } from "#app/languages/staff.ts";

/** A visit of which something can be said. */
export interface VisitSaying {
  visit: VisitView;
  submission: string;
  /** The step that is being said, with what it asks. */
  asked: { step: Step; fields: FieldView[] } | undefined;
}

interface VisitPageProps extends VisitSaying {
  staffView: StaffView;
  back: string;
  rows: SummaryRow[];
  /** Every visit of the repair that has ended, with the addresses of the photos taken there. */
  attempts: { line: string; photos: string[] }[];
  /** Whether an officer is asked if the repair is done. */
  canClose: boolean;
  canTakeBack: boolean;
  /** What is wrong with the whole: it has changed meanwhile, or cannot be. */
  problem: string | undefined;
}

/** Photos of the repair, each a link to itself; `of` says where they were taken. */
export function VisitPhotos({ photos, of = "" }: Pick<VisitView, "photos"> & { of?: string }) {
  const { day } = staff;
  return (
    <ul className="app-visit__photos">
      {photos.map((href, at) => (
        <li key={href}>
          <a href={href}>
            <img src={`${href}?size=small`} alt={`${day.photo(at + 1)} ${of}`.trim()} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What can be said of a visit, or what the step that is being said asks. */
export function SayStep({ visit, submission, asked }: VisitSaying) {
  const { visit: words } = staff;
  if (!asked)
    return (
      <>
        <h2 className="govuk-heading-m">{words.happened}</h2>
        {visit.steps.length > 0 ? <VisitSteps visit={visit} submission={submission} /> : <p className="govuk-body">{words.nothing}</p>}
      </>
    );
  const { step, fields } = asked;
  const { buttons, hints, steps } = words;
  return (
    <>
      <h2 className="govuk-heading-m">{steps[step]}</h2>
      <p className="govuk-body">{hints[step as keyof typeof hints]}</p>
      <StaffForm fields={fields} hidden={{ step, submission }} button={buttons[step as keyof typeof buttons]} />
    </>
  );
}

/** What can be done about a visit that has ended: say that the repair is done, or take back what was said. */
function Afterwards({ canClose, canTakeBack }: Pick<VisitPageProps, "canClose" | "canTakeBack">) {
  const { close, takeBack } = staff.visit;
  return (
    <>
      {canClose && (
        <>
          <h2 className="govuk-heading-m">{close.heading}</h2>
          <p className="govuk-body">{close.why}</p>
          <StaffForm hidden={{ step: "close" }} button={close.button} />
        </>
      )}
      {canTakeBack && (
        <>
          <h2 className="govuk-heading-m">{takeBack.heading}</h2>
          <p className="govuk-body">{takeBack.why}</p>
          <StaffForm hidden={{ step: "take-back" }} button={takeBack.button} variant="secondary" />
        </>
      )}
    </>
  );
}

/** One visit: what there is to know before it, how it goes, and every visit before it. */
export function VisitPage({ staffView, back, visit, rows, submission, asked, attempts, problem, ...after }: VisitPageProps) {
  const { visit: words, day } = staff;
  return (
    <StaffLayout staffView={staffView} title={visit.address}>
      <PageErrors fields={asked?.fields ?? []} problem={problem} />
      <p className="govuk-body">
        <a className="govuk-link" href={back}>
          {words.back}
        </a>
      </p>
      <p className="govuk-body">
        <VisitTag state={visit.state} />
      </p>
      <NotAlone isMarked={visit.isNotAlone} />
      <HomeTags {...visit.tags} />
      <HomeLink href={visit.home} />
      <SayStep visit={visit} submission={submission} asked={asked} />
      <Afterwards {...after} />
      <h2 className="govuk-heading-m">{day.details}</h2>
      <SummaryList rows={rows} />
      {visit.photos.length > 0 && <VisitPhotos photos={visit.photos} />}
      {attempts.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{words.attempts.heading}</h2>
          <ol className="govuk-list govuk-list--number">
            {attempts.map(({ line, photos }) => (
              <li key={line}>
                {line}
                {photos.length > 0 && <VisitPhotos photos={photos} of={words.attempts.takenAt} />}
              </li>
            ))}
          </ol>
        </>
      )}
    </StaffLayout>
  );
}
