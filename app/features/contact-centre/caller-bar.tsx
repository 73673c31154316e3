import { LinkList, type ListedLink } from "#app/components/link-list.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { ComplaintButton } from "#app/features/contact-centre/complaint-button.tsx";
import { RunningCall, type RunningCallView } from "#app/features/contact-centre/running-call.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { staff } from "#app/languages/staff.ts";

export interface CallerBarProps {
  /** Of the pages for whoever calls about it. */
  path: string;
  links: ListedLink[];
  /** What takes one press. */
  presses: { change: "chase" | "again" | "prove"; text: string; action: string }[];
  version: number;
  submission: string;
  /** What was just done. */
  saved: string | undefined;
  /** A complaint that is not answered yet. */
  complaint: ListedLink | undefined;
  reference: string;
  /** The call that somebody is on. */
  call: RunningCallView | undefined;
}

/** What is done of a repair for whoever is on the phone about it. */
export function CallerBar({ links, presses, version, submission, saved, complaint, reference, call }: CallerBarProps) {
  const { site } = useSite().words;
  return (
    <>
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      {call && <RunningCall {...call} />}
      {complaint && (
        <p className="govuk-body">
          <a className="govuk-link" href={complaint.href}>
            {complaint.text}
          </a>
        </p>
      )}
      <h2 className="govuk-heading-s app-no-print">{staff.caller.heading}</h2>
      <section className="app-actions app-no-print" aria-label={staff.caller.heading}>
        <LinkList links={links} className="govuk-list app-actions__pages" />
        {presses.map(({ change, text, action }) => (
          <StaffForm key={change} action={action} hidden={{ change, version, submission }} button={text} variant="secondary" />
        ))}
        <ComplaintButton about={{ reference }} submission={submission} />
      </section>
    </>
  );
}
