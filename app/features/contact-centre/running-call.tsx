import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { staff } from "#app/languages/staff.ts";

export interface RunningCallView {
  id: string;
  /** The home's address, or that there is none. */
  home: string;
  /** Where the call goes on. */
  href: string;
  /** The proposed reason: its code and its words. */
  reason: string;
  reasonName: string;
}

/** The call that an agent is on, with its end by one press. */
export function RunningCall({ id, home, href, reason, reasonName }: RunningCallView) {
  const { bar, button, other } = staff.callEnd;
  return (
    <section className="app-running-call app-no-print" aria-label={bar}>
      <p className="govuk-body">
        <a className="govuk-link" href={href}>
          {home}
        </a>
      </p>
      <StaffForm
        action="/contact-centre/end-call"
        hidden={{ call: id, reason }}
        button={button(reasonName.toLowerCase())}
        variant="secondary"
        shortcut="e"
      />
      <a className="govuk-link" href="/contact-centre/end-call">
        {other}
      </a>
    </section>
  );
}
