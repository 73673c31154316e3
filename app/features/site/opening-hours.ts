import { WEEKDAYS } from "#app/domain/rules.ts";
import type { SiteView } from "#app/features/site/site.tsx";

/** "Monday to Friday, 8am to 6pm", one for each span of the landlord's opening hours. */
export function openingHours({ landlord, words: { format } }: Pick<SiteView, "landlord" | "words">): string[] {
  return landlord.openingHours.map(({ days, hours }) => {
    const weekdays = format.weekdays(days.map((day) => WEEKDAYS.indexOf(day) + 1));
    return `${weekdays}, ${format.hours(hours.from, hours.to)}`;
  });
}
