import { emergencyNumbers } from "#app/features/advice/emergency-numbers.ts";
import { UrgentCall } from "#app/features/advice/urgent-call.tsx";
import { WhatToDo } from "#app/features/advice/what-to-do.tsx";
import { useSite } from "#app/features/site/site.tsx";

/** What to do about a smell of gas or a carbon monoxide alarm, under the page's own heading: the number first. */
export function GasAdvice() {
  const { landlord, words } = useSite();
  const { gas } = words.emergencies;
  const numbers = emergencyNumbers(landlord);
  return (
    <>
      <UrgentCall isFirst label={gas.call} number={numbers.gas} note={words.contact.free} />
      {numbers.gasTextphone && <UrgentCall label={gas.textphone} number={numbers.gasTextphone} />}
      <UrgentCall label={gas.danger} number={numbers.services} />
      <p className="govuk-body">{gas.from}</p>
      <WhatToDo {...gas.dont} />
      <WhatToDo {...gas.do} />
      <WhatToDo heading={gas.carbonMonoxide.heading} list={gas.carbonMonoxide.list} />
      <p className="govuk-body">{gas.carbonMonoxide.note}</p>
      <p className="govuk-body">{gas.after}</p>
    </>
  );
}
