import { emergencyNumbers } from "#app/features/advice/emergency-numbers.ts";
import { UrgentCall } from "#app/features/advice/urgent-call.tsx";
import { WhatToDo } from "#app/features/advice/what-to-do.tsx";
import { useSite } from "#app/features/site/site.tsx";

/** What to do about a fire, under the page's own heading: the number first. */
export function FireAdvice() {
  const { landlord, words } = useSite();
  const { fire } = words.emergencies;
  const numbers = emergencyNumbers(landlord);
  return (
    <>
      <UrgentCall isFirst label={fire.call} number={numbers.services} note={fire.free} />
      <UrgentCall label={fire.textphone} number={numbers.servicesTextphone} />
      <WhatToDo {...fire.do} />
      <p className="govuk-body">{fire.cannotLeave}</p>
      <p className="govuk-body">{fire.after}</p>
    </>
  );
}
