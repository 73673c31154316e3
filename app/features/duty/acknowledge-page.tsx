import { Button } from "#app/components/button.tsx";
import { Field, type FieldView } from "#app/components/field.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { NotAlone } from "#app/features/staff/not-alone.tsx";

interface AcknowledgePageProps {
  title: string;
  rows: SummaryRow[];
  /** Nobody goes to the home alone. */
  isNotAlone: boolean;
  /** Who said first that they had seen it, and when. */
  seen: string | null;
  name: FieldView;
}

/** For the person on duty: where somebody is in danger and of what, and one button to say that they have seen it. */
export function AcknowledgePage({ title, rows, isNotAlone, seen, name }: AcknowledgePageProps) {
  const { words } = useSite();
  const { acknowledgement, site } = words;
  return (
    <PageLayout>
      <PageErrors fields={[name]} />
      <h1 className="govuk-heading-l">{title}</h1>
      {seen ? <InsetText>{seen}</InsetText> : <p className="govuk-body">{acknowledgement.intro}</p>}
      <NotAlone isMarked={isNotAlone} />
      <SummaryList rows={rows} />
      {!seen && (
        <form method="post" noValidate>
          <Field field={name} words={site} />
          <Button preventDoubleClick>{acknowledgement.button}</Button>
        </form>
      )}
    </PageLayout>
  );
}
