import type { FieldView } from "#app/components/field.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { staff } from "#app/languages/staff.ts";

/** Where a person chooses their own password. */
export function WelcomePage({ name, email, fields }: { name: string; email: string; fields: FieldView[] }) {
  const { welcome, signIn } = staff;
  return (
    <PageLayout>
      <PageErrors fields={fields} />
      <h1 className="govuk-heading-l">{welcome.title}</h1>
      <p className="govuk-body">{welcome.intro(name)}</p>
      <p className="govuk-body">
        {signIn.email.label}: <strong>{email}</strong>
      </p>
      <StaffForm fields={fields} button={welcome.button} />
    </PageLayout>
  );
}
