import { Button } from "#app/components/button.tsx";
import { Field, type FieldView } from "#app/components/field.tsx";
import { emergencyNumbers } from "#app/features/advice/emergency-numbers.ts";
import { useSite } from "#app/features/site/site.tsx";
import { HiddenFields } from "#app/features/staff/staff-form.tsx";
import { staff } from "#app/languages/staff.ts";

const words = staff.desk.call.emergency;

/** What goes before everything, at the top of every page of a call. */
export function EmergencyFirst({ action, field }: { action: string; field: FieldView }) {
  const { landlord, words: site } = useSite();
  const { gas, services } = emergencyNumbers(landlord);
  return (
    <section className="app-desk__emergency" aria-label={words.heading}>
      <p className="govuk-body">
        <strong>{words.heading}.</strong> {words.script} {words.numbers(gas, services)}
      </p>
      <form method="post" action={action} noValidate>
        <HiddenFields fields={{ intent: "emergency" }} />
        <Field field={field} words={{ ...site.site, choose: words.choose }} />
        <Button variant="warning">{words.button}</Button>
      </form>
    </section>
  );
}
