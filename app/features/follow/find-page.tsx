import { Details } from "#app/components/details.tsx";
import type { FieldView } from "#app/components/field.tsx";
import { CallUs, FormPage } from "#app/features/follow/form-page.tsx";
import { useSite } from "#app/features/site/site.tsx";

/** Where somebody finds a repair that was reported. */
export function FindPage({ title, fields }: { title: string; fields: FieldView[] }) {
  const { follow, report, contact } = useSite().words;
  const { find } = follow;
  return (
    <FormPage title={title} back="/" lead={[find.lead]} fields={fields} button={report.continue}>
      <Details summary={find.lost}>
        <p className="govuk-body">{find.lostHow}</p>
        <CallUs before={contact.call} />
      </Details>
    </FormPage>
  );
}
