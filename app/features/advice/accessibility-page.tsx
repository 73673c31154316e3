import { inLanguage } from "#app/domain/localised.ts";
import { AdvicePage } from "#app/features/advice/advice-page.tsx";
import { useSite } from "#app/features/site/site.tsx";

/** The accessibility statement, for landlords that have none of their own for this service. */
export function AccessibilityPage() {
  const { landlord, words } = useSite();
  return <AdvicePage advice={words.advice.accessibility(inLanguage(landlord.name, words.code))} />;
}
