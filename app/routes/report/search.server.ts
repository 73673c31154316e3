import type { SearchView } from "#app/features/report/search-form.tsx";
import type { OpenReport } from "#app/services/open-report.server.ts";
import { clean } from "#app/web/forms.server.ts";
import { type DraftArgs, isChange } from "./draft.server.ts";

/** As much as is shown again of what was typed. */
const MOST_SHOWN = 100;

/** What was searched for, as it is shown again; undefined before anything is. */
export function searchedFor({ request }: Pick<DraftArgs, "request">): string | undefined {
  const typed = new URL(request.url).searchParams.get("q");
  return typed === null ? undefined : clean(typed.trim().slice(0, MOST_SHOWN));
}

/** The box that searches, on whatever page it stands. */
export function searchBox(args: DraftArgs, { draft }: OpenReport): SearchView {
  const typed = searchedFor(args);
  return { action: `/report/${draft.id}/search`, change: isChange(args), ...(typed !== undefined && { typed }) };
}
