import { z } from "zod";

/** A text of the landlord's own, by language: `{ "en": "Morning" }`. English is always there. */
export const localised = z.object({ en: z.string().trim().min(1) }).catchall(z.string().trim().min(1));
export type Localised = z.infer<typeof localised>;

/** The text in a language, or in English where the landlord has not written one. */
export function inLanguage(text: Localised, language: string): string {
  return text[language] ?? text.en;
}
