import { InsetText } from "#app/components/inset-text.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { staff } from "#app/languages/staff.ts";

interface SendAgainPageProps {
  title: string;
  /** Who will have sent it; undefined while nobody is signed in. */
  who: string | undefined;
  /** Where the form was posted. */
  next: string;
  kept: Readonly<Record<string, string | string[]>>;
  /** What of it reads as words. */
  words: string[];
  hasFiles: boolean;
}

const { sendAgain } = staff;

function Steps() {
  const { out, signIn, back } = sendAgain;
  return (
    <>
      <p className="govuk-body">{out}</p>
      <ol className="govuk-list govuk-list--number">
        <li>
          <a className="govuk-link" href="/staff" target="_blank" rel="noreferrer">
            {signIn}
          </a>
        </li>
        <li>{back}</li>
      </ol>
    </>
  );
}

/** Keeps a form that was posted after its session ended until somebody is signed in, who then sends it by a press of their own. */
export function SendAgainPage({ title, who, next, kept, words, hasFiles }: SendAgainPageProps) {
  return (
    <PageLayout title={title}>
      {who ? <p className="govuk-body">{sendAgain.as(who)}</p> : <Steps />}
      {hasFiles && <InsetText>{sendAgain.files}</InsetText>}
      {words.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{sendAgain.typed}</h2>
          {words.map((text) => (
            <InsetText key={text}>
              <p className="app-note">{text}</p>
            </InsetText>
          ))}
        </>
      )}
      <StaffForm hidden={kept} {...(who ? { action: next, button: sendAgain.send } : { button: sendAgain.goOn })} />
      {who && (
        <p className="govuk-body">
          <a className="govuk-link" href={next}>
            {sendAgain.look}
          </a>
        </p>
      )}
    </PageLayout>
  );
}
