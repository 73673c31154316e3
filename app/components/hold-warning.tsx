import { Button } from "#app/components/button.tsx";

interface HoldWarningProps {
  text: string;
  /** The button that asks for more time: it posts the form with `intent=keep`. */
  keep: string;
  /** What the form's own button says, so that Enter in a field still means that button. */
  enterIntent?: string;
}

/**
 * A warning at the head of a form that shows itself after a time, without JavaScript: `animation-delay` of
 * `.app-hold-warning` says when.
 */
export function HoldWarning({ text, keep, enterIntent }: HoldWarningProps) {
  return (
    <>
      {/* Enter presses the first button of a form: without this one it would be the warning's. */}
      <button
        type="submit"
        className="govuk-visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        {...(enterIntent && { name: "intent", value: enterIntent })}
      />
      <div className="app-hold-warning" data-hold-warning role="status">
        <p className="app-hold-warning__text">{text}</p>
        <Button variant="secondary" name="intent" value="keep">
          {keep}
        </Button>
      </div>
    </>
  );
}
