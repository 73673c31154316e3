import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { staff } from "#app/languages/staff.ts";

export interface LeftLine {
  href: string;
  name: string;
  why: string;
}

export interface ChangeBannerView {
  /** "4 slots stopped". */
  done: string;
  href: string;
  /** Where undoing is posted, and until when; undefined where it cannot be. */
  undo: { action: string; until: string } | undefined;
  left: LeftLine[];
}

/** Slots that were left as they were, each with why. */
export function LeftList({ left }: { left: readonly LeftLine[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {left.map(({ href, name, why }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {name}
          </a>
          : {why}
        </li>
      ))}
    </ul>
  );
}

/** Undoing a change, while it can be. */
export function Undo({ undo }: { undo: NonNullable<ChangeBannerView["undo"]> }) {
  return (
    <StaffForm action={undo.action} button={staff.changes.undo.button} variant="secondary">
      <p className="govuk-body">{undo.until}</p>
    </StaffForm>
  );
}

/** What was just done, what of it could not be, and the way back. */
export function ChangeBanner({ done, href, undo, left }: ChangeBannerView) {
  const { site } = useSite().words;
  return (
    <NotificationBanner title={site.success} isSuccess>
      <p className="govuk-notification-banner__heading">{done}</p>
      {left.length > 0 && (
        <>
          <p className="govuk-body">{staff.changes.left(left.length)}:</p>
          <LeftList left={left} />
        </>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={href}>
          {staff.changes.see}
        </a>
      </p>
      {undo && <Undo undo={undo} />}
    </NotificationBanner>
  );
}
