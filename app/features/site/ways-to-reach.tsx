import type { ReactNode } from "react";
import { openingHours } from "#app/features/site/opening-hours.ts";
import { PhoneLink } from "#app/features/site/phone-link.tsx";
import { useSite } from "#app/features/site/site.tsx";

interface Way {
  label: string;
  /** Said instead of the label while it is so; a printed page is read at another hour. */
  labelNow?: string;
  link: ReactNode;
  notes?: string[];
  /** Said after the first note, on screens only. */
  stateNow?: string;
}

/** The two phone numbers, the one that answers at this hour first. */
function phones({ landlord, words, isOpenNow }: ReturnType<typeof useSite>): Way[] {
  const { contact } = words;
  const office: Way = {
    label: contact.call,
    link: <PhoneLink number={landlord.phone} />,
    notes: openingHours({ landlord, words }),
    stateNow: isOpenNow ? contact.openNow : contact.closedNow,
  };
  const outOfHours: Way = {
    label: contact.emergencies,
    ...(!isOpenNow && { labelNow: contact.emergenciesNow }),
    link: <PhoneLink number={landlord.outOfHoursPhone} />,
  };
  return isOpenNow ? [office, outOfHours] : [outOfHours, office];
}

function WayItem({ label, labelNow, link, notes = [], stateNow }: Way) {
  return (
    <li>
      <span className="app-ways__label">
        {labelNow && <span className="app-no-print">{labelNow}</span>}
        <span className={labelNow && "app-print-only"}>{label}</span>
      </span>{" "}
      {link}
      {notes.map((note, at) => (
        <span className="app-ways__note" key={note}>
          {note}
          {at === 0 && stateNow && <span className="app-no-print"> ({stateNow})</span>}
        </span>
      ))}
    </li>
  );
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
      {ways.map((way) => (
        <WayItem key={way.label} {...way} />
      ))}
    </ul>
  );
}
