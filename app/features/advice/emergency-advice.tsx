import { WarningText } from "#app/components/warning-text.tsx";
import { inLanguage } from "#app/domain/localised.ts";
import { emergencyNumbers } from "#app/features/advice/emergency-numbers.ts";
import { UrgentCall } from "#app/features/advice/urgent-call.tsx";
import { WhatToDo } from "#app/features/advice/what-to-do.tsx";
import { useSite } from "#app/features/site/site.tsx";

/** What to do about a repair that cannot wait, under the page's own heading. `kind` is the answer of the emergency question, if there is one. */
export function EmergencyAdvice({ kind }: { kind?: string }) {
  const { landlord, words, isOpenNow } = useSite();
  const { repair } = words.emergencies;
  const numbers = emergencyNumbers(landlord);
  const waits: Readonly<Record<string, { heading: string; list: readonly string[] }>> = repair.wait;
  const wait = kind !== undefined && Object.hasOwn(waits, kind) ? waits[kind] : undefined;
  return (
    <>
      <UrgentCall isFirst label={repair.call} number={isOpenNow ? landlord.phone : landlord.outOfHoursPhone} />
      <UrgentCall label={words.contact.relayUk} number={landlord.relayUk} note={words.contact.relayUkHint} />
      <UrgentCall label={repair.danger} number={numbers.services} />
      {kind === "no-power" && <UrgentCall label={repair.powerCut} number={numbers.powerCut} />}
      <UrgentCall label={repair.gas} number={numbers.gas} note={words.contact.free} />
      {wait && <WhatToDo {...wait} />}
      <WarningText prefix={words.site.warning}>{inLanguage(landlord.emergencyText, words.code)}</WarningText>
    </>
  );
}
