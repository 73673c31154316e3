import { inLanguage } from "#app/domain/localised.ts";
import { PhoneLink } from "#app/features/site/phone-link.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { WaysToReach } from "#app/features/site/ways-to-reach.tsx";

/** For people whose address we do not have: nobody is sent away without somebody to turn to. */
export function NotListed({ postcode, draft }: { postcode?: string | undefined; draft: string }) {
  const { words, landlord } = useSite();
  const { notListed, places } = words.report;
  const name = inLanguage(landlord.name, words.code);
  const { privateHousing } = landlord;
  return (
    <>
      <p className="govuk-body">
        {postcode && `${notListed.postcode(postcode)} `}
        {notListed.text(name)}{" "}
        <a className="govuk-link" href={`/report/${draft}/postcode`}>
          {notListed.change}
        </a>
      </p>
      <h2 className="govuk-heading-m">{notListed.oursHeading(name)}</h2>
      <p className="govuk-body">{notListed.ours}</p>
      <WaysToReach />
      <p className="govuk-body">
        {places.request.why}{" "}
        <a className="govuk-link" href={`/report/${draft}/request`}>
          {places.request.link}
        </a>
      </p>
      <h2 className="govuk-heading-m">{notListed.othersHeading}</h2>
      <p className="govuk-body">{notListed.others}</p>
      {privateHousing ? (
        <p className="govuk-body">
          {notListed.stuck} {inLanguage(privateHousing.name, words.code)}
          {privateHousing.phone && (
            <>
              {", "}
              <PhoneLink number={privateHousing.phone} />
            </>
          )}
          {privateHousing.url && (
            <>
              {", "}
              <a className="govuk-link" href={privateHousing.url}>
                {privateHousing.url}
              </a>
            </>
          )}
        </p>
      ) : (
        <p className="govuk-body">{notListed.council}</p>
      )}
    </>
  );
}
