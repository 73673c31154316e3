import { Button } from "#app/components/button.tsx";
import { Field, type FieldView } from "#app/components/field.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

interface CancelPageProps {
  title: string;
  path: string;
  fields: FieldView[];
  /** The reason that was given, once it was. */
  why: string | undefined;
  /** What it comes to, and the button that does it. */
  lead?: string;
  button?: string;
  visit: string | undefined;
  /** Why it could not be done. */
  problem: string | undefined;
}

/** Whether they are sure: yes does it, no leads back. */
function Sure({ why, path, lead, button, visit }: CancelPageProps) {
  const { cancel } = useSite().words.ownVisit;
  return (
    <form method="post">
      {visit && (
        <InsetText>
          <strong>{visit}</strong>
        </InsetText>
      )}
      <p className="govuk-body">{lead}</p>
      <input type="hidden" name="reason" value={why} />
      <div className="govuk-button-group">
        <Button variant="warning" name="sure" value="yes" preventDoubleClick>
          {button}
        </Button>
        <a className="govuk-link" href={path}>
          {cancel.keep}
        </a>
      </div>
    </form>
  );
}

/** Cancelling a repair: first why, then whether they are sure. */
export function CancelPage(props: CancelPageProps) {
  const { title, path, fields, why, problem } = props;
  const { report, site } = useSite().words;
  return (
    <PageLayout back={{ href: why === undefined ? path : `${path}/cancel` }}>
      <PageErrors fields={fields} problem={problem} />
      {why === undefined ? (
        <form method="post" noValidate>
          {fields.map((field) => (
            <Field key={field.name} field={field} words={site} isPageHeading />
          ))}
          <Button preventDoubleClick>{report.continue}</Button>
        </form>
      ) : (
        <>
          <h1 className="govuk-heading-l">{title}</h1>
          <Sure {...props} />
        </>
      )}
    </PageLayout>
  );
}
