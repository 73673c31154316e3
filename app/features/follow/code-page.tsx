import type { FieldView } from "#app/components/field.tsx";
import { PressForm } from "#app/components/press-form.tsx";
import { CallUs, FormPage } from "#app/features/follow/form-page.tsx";
import { useSite } from "#app/features/site/site.tsx";

/** The code that shows that a repair is theirs: the same page whether one was sent or not. */
export function CodePage({ title, fields }: { title: string; fields: FieldView[] }) {
  const { follow, report } = useSite().words;
  const { code } = follow;
  return (
    <FormPage title={title} back="/repair" lead={code.sent} fields={fields} button={report.continue}>
      <CallUs before={code.call} after={code.callAfter} />
      <PressForm hint={code.againHint} button={code.again} variant="secondary" name="intent" value="again" preventDoubleClick />
    </FormPage>
  );
}
