import { InsetText } from "#app/components/inset-text.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import type { RepairChangeProps } from "#app/features/staff/repair-change-page.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface ChasePageProps extends Pick<RepairChangeProps, "staffView" | "title" | "path" | "fields" | "hidden" | "why"> {
  /** What is told to whoever asks, sentence by sentence. */
  say: string[];
  /** That it was counted. */
  saved: string | undefined;
}

/** What is told to whoever asks how a repair stands, and what they are asked. */
export function ChasePage({ staffView, title, path, fields, hidden, why, say, saved }: ChasePageProps) {
  const { site } = useSite().words;
  const { told } = staff.caller;
  return (
    <StaffLayout staffView={staffView} title={title}>
      <PageErrors fields={fields} />
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      <p className="govuk-body">
        <a className="govuk-link" href={path}>
          {staff.repair.to}
        </a>
      </p>
      <h2 className="govuk-heading-m">{told.say}</h2>
      <InsetText>
        {say.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </InsetText>
      {fields.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{told.ask}</h2>
          <p className="govuk-body">{why}</p>
          <StaffForm fields={fields} hidden={hidden ?? {}} button={told.button} />
        </>
      )}
    </StaffLayout>
  );
}
