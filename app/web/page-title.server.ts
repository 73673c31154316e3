import { inLanguage } from "#app/domain/localised.ts";
import type { RequestContext } from "./context.server.ts";

/** The landlord's name in the language of the page. */
export function landlordName({ words, site }: Pick<RequestContext, "words" | "site">): string {
  return inLanguage(site.landlord.name, words.code);
}

/** The title of the browser's tab: what the page is, marked where it shows an error. */
export function pageTitle(context: Pick<RequestContext, "words" | "site" | "mistake">, page: string): string {
  const { words, mistake } = context;
  const title = words.site.title(page, words.report.serviceName, landlordName(context));
  return mistake ? words.site.titleWithError(title) : title;
}
