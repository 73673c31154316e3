import type { ReactNode } from "react";
import { openingHours } from "#app/features/site/opening-hours.ts";
import { PhoneLink } from "#app/features/site/phone-link.tsx";
import { useSite } from "#app/features/site/site.tsx";

interface Way {
  label: string;
  link: ReactNode;
  notes?: string[];
}

/** The two phone numbers, the one that answers at this hour first. */
function phones({ landlord, words, isOpenNow }: ReturnType<typeof useSite>): Way[] {
  const { contact } = words;
  const [first = "", ...rest] = openingHours({ landlord, words });
  const hours = [`${first} (${isOpenNow ? contact.openNow : contact.closedNow})`, ...rest];
  const office: Way = { label: contact.call, link: <PhoneLink number={landlord.phone} />, notes: hours };
  const outOfHours: Way = {
    label: isOpenNow ? contact.emergencies : contact.emergenciesNow,
    link: <PhoneLink number={landlord.outOfHoursPhone} />,
  };
  return isOpenNow ? [office, outOfHours] : [outOfHours, office];
}

/** Every way to reach the landlord: wherever one stands, so do the others. */
export function WaysToReach() {
  const site = useSite();
  const { landlord, words } = site;
  const { contact } = words;
  const ways: Way[] = [
    ...phones(site),
    ...(landlord.textNumber ? [{ label: contact.text, link: <PhoneLink kind="sms" number={landlord.textNumber} /> }] : []),
    {
      label: contact.email,
      link: (
        <a className="govuk-link" href={`mailto:${landlord.email}`}>
          {landlord.email}
        </a>
      ),
    },
    { label: contact.relayUk, link: <PhoneLink number={landlord.relayUk} />, notes: [contact.relayUkHint] },
  ];
  return (
    <ul className="govuk-list app-ways">
      {ways.map(({ label, link, notes = [] }) => (
        <li key={label}>
          <span className="app-ways__label">{label}</span> {link}
          {notes.map((note) => (
            <span className="app-ways__note" key={note}>
              {note}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
