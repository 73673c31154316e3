import type { FieldView } from "#app/components/field.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

/** One more slot for an operative. */
export function NewSlotPage({ staffView, title, fields }: { staffView: StaffView; title: string; fields: FieldView[] }) {
  const { why, button } = staff.newSlot;
  return (
    <StaffLayout staffView={staffView} title={title}>
      <PageErrors fields={fields} />
      <p className="govuk-body">{why}</p>
      <StaffForm fields={fields} button={button} />
    </StaffLayout>
  );
}
