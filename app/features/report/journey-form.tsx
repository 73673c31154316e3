import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import type { FieldView } from "#app/components/field.tsx";
import { type HoldView, HoldWarning } from "#app/features/report/hold-warning.tsx";
import { useSite } from "#app/features/site/site.tsx";

interface JourneyFormProps {
  hold?: HoldView | undefined;
  /** What the button says; pages that only advise have none. */
  button?: string;
  /** A form that sends files says so. */
  encType?: "multipart/form-data";
  children: ReactNode;
}

/** The form of a question: it posts to its own address, so it works wherever the page does. */
export function JourneyForm({ hold, button, encType, children }: JourneyFormProps) {
  return (
    <form method="post" noValidate encType={encType}>
      {/* Enter in a field presses the first button of a form: it must be the one that goes on. */}
      {hold && <button type="submit" className="app-default-button" tabIndex={-1} aria-hidden="true" />}
      {hold && <HoldWarning hold={hold} />}
      {children}
      {button && <Button preventDoubleClick>{button}</Button>}
    </form>
  );
}

/** The errors of a page, each leading to its field. */
export function PageErrors({ fields }: { fields: readonly FieldView[] }) {
  const { site } = useSite().words;
  const errors = fields.flatMap(({ name, error }) => (error ? [{ text: error, href: `#${name}` }] : []));
  return errors.length > 0 ? <ErrorSummary title={site.errorSummary} errors={errors} /> : null;
}
