import { Button } from "#app/components/button.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { emergencyNumbers } from "#app/features/advice/emergency-numbers.ts";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { PhoneLink } from "#app/features/site/phone-link.tsx";
import { useSite } from "#app/features/site/site.tsx";

interface StartPageProps {
  /** Reports begun on this device and not sent. */
  drafts: { id: string; begun: string }[];
}

/** Where everything begins: what this is for, what it is not for, and one button. */
export function StartPage({ drafts }: StartPageProps) {
  const { landlord, words, isOpenNow } = useSite();
  const { start } = words.report;
  return (
    <PageLayout title={start.title}>
      <p className="govuk-body-l">{start.lead}</p>
      <InsetText>
        <strong>{start.emergency}</strong> {start.emergencyCall}{" "}
        <PhoneLink number={isOpenNow ? landlord.phone : landlord.outOfHoursPhone} />. {start.gas}{" "}
        <PhoneLink number={emergencyNumbers(landlord).gas} />.
      </InsetText>
      <form method="post" action="/report">
        <Button isStart preventDoubleClick>
          {start.button}
        </Button>
      </form>
      <p className="govuk-body">
        {start.known}{" "}
        <a className="govuk-link" href="/repair">
          {start.find}
        </a>
      </p>
      {drafts.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{start.unfinished}</h2>
          <ul className="govuk-list">
            {drafts.map(({ id, begun }) => (
              <li key={id}>
                <a className="govuk-link" href={`/report/${id}/resume`}>
                  {begun}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="govuk-heading-m">{start.before}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {start.needs.map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
      <p className="govuk-body">{start.takes}</p>
    </PageLayout>
  );
}
