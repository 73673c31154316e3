import type { FieldView } from "#app/components/field.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { type Key, KeyToScan } from "#app/features/staff/code-page.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";

interface OwnSignInPageProps {
  staffView: StaffView;
  words: { title: string; intro: string; button: string };
  fields: FieldView[];
  /** The key of another app that shows codes. */
  setUp?: Key;
}

/** Another password, or another app that shows codes. */
export function OwnSignInPage({ staffView, words, fields, setUp }: OwnSignInPageProps) {
  return (
    <StaffLayout staffView={staffView} title={words.title}>
      <PageErrors fields={fields} />
      <p className="govuk-body">{words.intro}</p>
      {setUp && <KeyToScan {...setUp} />}
      <StaffForm fields={fields} button={words.button} hidden={setUp ? { secret: setUp.secret } : {}} />
    </StaffLayout>
  );
}
