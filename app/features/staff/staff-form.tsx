import type { ReactNode } from "react";
import { Button, type ButtonProps } from "#app/components/button.tsx";
import { Field, type FieldView } from "#app/components/field.tsx";
import { useSite } from "#app/features/site/site.tsx";

type Hidden = Readonly<Record<string, string | number | readonly string[]>>;

interface StaffFormProps {
  /** Where it posts; its own page unless told. */
  action?: string;
  fields?: readonly FieldView[];
  /** Sent with it: which of the page's forms it is, and what it saw. */
  hidden?: Hidden;
  button: string;
  variant?: NonNullable<ButtonProps["variant"]>;
  /** The single key that presses its button, where shortcuts are on. */
  shortcut?: string;
  children?: ReactNode;
}

/** What is sent with a form and not shown. */
export function HiddenFields({ fields }: { fields: Hidden }) {
  const all = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value, at) => ({ name, value, key: `${name} ${at}` })),
  );
  return all.map(({ key, ...field }) => <input key={key} type="hidden" {...field} />);
}

/** A form of a page for staff. */
export function StaffForm({ action, fields = [], hidden = {}, button, variant, shortcut, children }: StaffFormProps) {
  const { site } = useSite().words;
  return (
    <form method="post" noValidate action={action} className="app-staff-form">
      <HiddenFields fields={hidden} />
      {fields.map((field) => (
        <Field key={field.name} field={field} words={site} />
      ))}
      {children}
      <Button preventDoubleClick data-key={shortcut} {...(variant && { variant })}>
        {button}
      </Button>
    </form>
  );
}
