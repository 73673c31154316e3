import type { ReactNode } from "react";
import { Button, type ButtonProps } from "#app/components/button.tsx";
import { Field, type FieldView } from "#app/components/field.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { PhoneLink } from "#app/features/site/phone-link.tsx";
import { useSite } from "#app/features/site/site.tsx";

export interface FormPageProps {
  title: string;
  back?: string | undefined;
  /** What is said before the form, a paragraph each. */
  lead?: readonly string[];
  fields: readonly FieldView[];
  /** Sent with it and not shown. */
  hidden?: Readonly<Record<string, string>>;
  button: string;
  variant?: NonNullable<ButtonProps["variant"]>;
  /** What stands after the form. */
  children?: ReactNode;
}

/** A page of one form about a repair that was reported. */
export function FormPage({ title, back, lead = [], fields, hidden = {}, button, variant, children }: FormPageProps) {
  const { site } = useSite().words;
  return (
    <PageLayout {...(back && { back: { href: back } })}>
      <PageErrors fields={fields} />
      <h1 className="govuk-heading-l">{title}</h1>
      {lead.map((sentence) => (
        <p className="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
      <form method="post" noValidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {fields.map((field) => (
          <Field key={field.name} field={field} words={site} />
        ))}
        <Button preventDoubleClick {...(variant && { variant })}>
          {button}
        </Button>
      </form>
      {children}
    </PageLayout>
  );
}

/** How to go on by phone, after what makes it necessary. */
export function CallUs({ before, after }: { before: string; after?: string }) {
  const { landlord } = useSite();
  return (
    <p className="govuk-body">
      {before} <PhoneLink number={landlord.phone} />. {after}
    </p>
  );
}

/** A form beside which stands the number to call. */
export function FormOrCall(props: FormPageProps) {
  const { page } = useSite().words.follow;
  return (
    <FormPage {...props}>
      <CallUs before={page.callUs} />
    </FormPage>
  );
}
