import { WarningText } from "#app/components/warning-text.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { staff } from "#app/languages/staff.ts";

/** A visit that its tenant gave up late. */
export interface GivenUpView {
  id: string;
  line: string;
  said: string;
  /** Where its repair is, for staff; an operative's link opens none. */
  repair?: { href: string; reference: string };
}

/** The visits of a day to which nobody need go any more. */
export function GivenUp({ visits }: { visits: readonly GivenUpView[] }) {
  const { site } = useSite().words;
  const { heading, why } = staff.tenants.givenUp;
  if (visits.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">{heading}</h2>
      <WarningText prefix={site.warning}>{why}</WarningText>
      <ul className="govuk-list govuk-list--bullet">
        {visits.map(({ id, line, said, repair }) => (
          <li key={id}>
            <strong>{line}</strong> {said}{" "}
            {repair && (
              <a className="govuk-link app-reference" href={repair.href}>
                {repair.reference}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
