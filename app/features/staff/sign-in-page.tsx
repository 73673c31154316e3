import type { FieldView } from "#app/components/field.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { StaffErrors, StaffForm } from "#app/features/staff/staff-form.tsx";
import { staff } from "#app/languages/staff.ts";

interface SignInPageProps {
  fields: FieldView[];
  /** In the demo: who one may be, and the password. */
  demo: { emails: string[]; password: string } | undefined;
}

/** Where people who work here sign in. */
export function SignInPage({ fields, demo }: SignInPageProps) {
  const { signIn } = staff;
  return (
    <PageLayout>
      <StaffErrors fields={fields} />
      <h1 className="govuk-heading-l">{signIn.title}</h1>
      <p className="govuk-body">{signIn.intro}</p>
      {demo && (
        <InsetText>
          <p>
            {signIn.demo} <strong>{demo.password}</strong>
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {demo.emails.map((email) => (
              <li key={email}>{email}</li>
            ))}
          </ul>
        </InsetText>
      )}
      <StaffForm fields={fields} button={signIn.button} />
      <p className="govuk-body">
        <a className="govuk-link" href="/">
          {signIn.tenants}
        </a>
      </p>
    </PageLayout>
  );
}
