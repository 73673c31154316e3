import { PageErrors } from "#app/features/site/page-errors.tsx";
import { RowButton } from "#app/features/staff/row-button.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

export interface Letter {
  id: string;
  reference: string;
  name: string;
  address: string[];
  date: string;
  subject: string;
  paragraphs: string[];
}

/** One letter, on a sheet of its own. */
function Sheet({ id, reference, name, address, date, subject, paragraphs }: Letter) {
  const { dear, do: steps } = staff.messages;
  return (
    <article className="app-letter" aria-label={reference}>
      <address className="app-letter__address govuk-body">
        {[name, ...address].map((line) => (
          <span className="app-second-line" key={line}>
            {line}
          </span>
        ))}
      </address>
      <p className="govuk-body">{date}</p>
      <p className="govuk-body">{dear(name)}</p>
      <h2 className="govuk-heading-s">{subject}</h2>
      {paragraphs.map((lines) => (
        <p className="govuk-body app-letter__lines" key={lines}>
          {lines}
        </p>
      ))}
      <div className="app-no-print">
        <RowButton hidden={{ list: "letters", message: id, step: "posted" }} text={steps.posted} about={reference} />
      </div>
    </article>
  );
}

/** The letters that wait to be posted, to print. */
export function LettersPage({ staffView, letters, problem }: { staffView: StaffView; letters: Letter[]; problem: string | undefined }) {
  const { lettersTitle, back, why, none } = staff.messages;
  return (
    <StaffLayout staffView={staffView} title={lettersTitle}>
      <PageErrors fields={[]} problem={problem} />
      <div className="app-no-print">
        <p className="govuk-body">
          <a className="govuk-link" href="/staff/messages?list=letters">
            {back}
          </a>
        </p>
        <p className="govuk-body">{letters.length > 0 ? why.letters : none.letters}</p>
      </div>
      {letters.map((letter) => (
        <Sheet key={letter.id} {...letter} />
      ))}
    </StaffLayout>
  );
}
