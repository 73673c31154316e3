import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { type HoldView, HoldWarning } from "#app/features/report/hold-warning.tsx";

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
