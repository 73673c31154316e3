import { Button } from "#app/components/button.tsx";
import { Input } from "#app/components/input.tsx";
import { useSite } from "#app/features/site/site.tsx";

export interface SearchView {
  action: string;
  /** What was searched for. */
  typed?: string;
  /** The answer is being changed: the search goes on as a change. */
  change: boolean;
  error?: string | undefined;
}

/** A box to search the catalogue in one's own words: a plain form that asks for another page. */
export function SearchForm({ action, typed, change, error }: SearchView) {
  const { site, report } = useSite().words;
  const { label, hint, button } = report.search;
  return (
    // biome-ignore lint/a11y/useSemanticElements: older browsers and React do not know <search>
    <form role="search" method="get" action={action} className="app-search" noValidate>
      {change && <input type="hidden" name="change" value="" />}
      <Input
        name="q"
        type="search"
        label={{ text: label, size: "s" }}
        hint={hint}
        error={error === undefined ? undefined : { prefix: site.error, text: error }}
        value={typed}
        autocomplete="off"
      />
      <Button variant="secondary">{button}</Button>
    </form>
  );
}
