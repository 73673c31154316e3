import { inLanguage } from "#app/domain/localised.ts";
import { AdvicePage } from "#app/features/advice/advice-page.tsx";
import { useSite } from "#app/features/site/site.tsx";

/** The privacy notice, for landlords that have none of their own for this service. */
export function PrivacyPage() {
  const { landlord, words } = useSite();
  return <AdvicePage advice={words.advice.privacy(inLanguage(landlord.name, words.code), landlord.retention.years)} />;
}
