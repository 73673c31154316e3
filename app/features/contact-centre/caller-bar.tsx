import { LinkList, type ListedLink } from "#app/components/link-list.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
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
}

/** What is done of a repair for whoever is on the phone about it. */
export function CallerBar({ links, presses, version, submission, saved, complaint, reference }: CallerBarProps) {
  const { site } = useSite().words;
  return (
    <>
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      {complaint && (
        <p className="govuk-body">
          <a className="govuk-link" href={complaint.href}>
            {complaint.text}
          </a>
        </p>
      )}
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

/** Records that somebody is not content, by one press, whatever word they used. `about`: a repair's reference, a home's uprn, or a call. */
export function ComplaintButton({ about, submission }: { about: Readonly<Record<string, string>>; submission: string }) {
  return (
    <StaffForm action="/contact-centre/complaints" hidden={{ ...about, submission }} button={staff.complaints.button} variant="secondary" />
  );
}
