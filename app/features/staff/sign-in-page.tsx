import { ButtonLink } from "#app/components/button.tsx";
import type { FieldView } from "#app/components/field.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { staff } from "#app/languages/staff.ts";

interface SignInPageProps {
  fields: FieldView[];
  /** Why the landlord's own sign-in let nobody in. */
  refusal: string | undefined;
  /** The landlord's own sign-in, where there is one. */
  singleSignOn: { name: string; href: string } | undefined;
  /** In the demo: who one may be, and the password. */
  demo: { emails: string[]; password: string } | undefined;
}

/** Where people who work here sign in. */
export function SignInPage({ fields, refusal, singleSignOn, demo }: SignInPageProps) {
  const { signIn } = staff;
  return (
    <PageLayout>
      <PageErrors fields={fields} problem={refusal} />
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
      {singleSignOn && (
        <>
          <ButtonLink href={singleSignOn.href}>{signIn.elsewhere(singleSignOn.name)}</ButtonLink>
          <h2 className="govuk-heading-m">{signIn.or}</h2>
        </>
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
