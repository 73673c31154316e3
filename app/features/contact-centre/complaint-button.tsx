import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { staff } from "#app/languages/staff.ts";

interface ComplaintButtonProps {
  /** What it is about: a repair by its reference, or a home by its UPRN; the home of the call that goes on where neither is named. */
  about: { reference?: string; uprn?: string };
  /** Of the page that shows it: pressed twice, it is one complaint. */
  submission: string;
}

/** Records that somebody is not content, by one press, whatever word they used. */
export function ComplaintButton({ about, submission }: ComplaintButtonProps) {
  return (
    <StaffForm
      action="/contact-centre/complaints"
      hidden={{ ...about, submission }}
      button={staff.complaints.button}
      variant="secondary"
      shortcut="c"
    />
  );
}
