import { Button } from "#app/components/button.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { useSite } from "#app/features/site/site.tsx";

/** A time that is held for this report. */
export interface HoldView {
  /** "Thursday 26 November, 8am to 1pm (morning)". */
  label: string;
  /** Local HH:MM. */
  until: string;
  /** Seconds until the warning, two minutes before the hold ends. */
  warnIn: number;
}

/** Says that a time is chosen and not held, so that nobody counts on it before the report is sent. */
export function Unheld({ label }: { label?: string }) {
  const { slot } = useSite().words.report;
  return (
    <InsetText>
      {label && (
        <>
          <strong>{label}</strong>
          <br />
        </>
      )}
      {slot.unheld}
    </InsetText>
  );
}

/**
 * Says that the hold is about to end, and lets it be extended (WCAG 2.2, 2.2.1). The style sheet shows it when the time has come, so it
 * needs no script; what is typed goes along with the button.
 */
export function HoldWarning({ hold }: { hold: HoldView }) {
  const { words, nonce } = useSite();
  const { slot } = words.report;
  return (
    <div className="app-hold-warning" data-hold-warning role="status">
      <style nonce={nonce}>{`.app-hold-warning{animation-delay:${hold.warnIn}s}`}</style>
      <p className="govuk-body">{slot.ending}</p>
      <Button variant="secondary" name="intent" value="keep">
        {slot.keep}
      </Button>
    </div>
  );
}
