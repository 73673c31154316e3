import { Button } from "#app/components/button.tsx";
import { HiddenFields } from "#app/features/staff/staff-form.tsx";

interface RowButtonProps {
  hidden: Readonly<Record<string, string>>;
  text: string;
  /** Read after the text, so that each button says what it is about. */
  about: string;
}

/** A button in a row of a table, a form of its own. */
export function RowButton({ hidden, text, about }: RowButtonProps) {
  return (
    <form method="post">
      <HiddenFields fields={hidden} />
      <Button variant="secondary" className="app-small-button">
        {text}
        <span className="govuk-visually-hidden"> {about}</span>
      </Button>
    </form>
  );
}
