import { ErrorMessage } from "#app/components/error-message.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import type { HoldView } from "#app/features/report/hold-warning.tsx";
import { JourneyForm } from "#app/features/report/journey-form.tsx";
import { SearchForm, type SearchView } from "#app/features/report/search-form.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

interface SearchPageProps {
  search: SearchView;
  /** How many were found for what; left out before anything is searched for. */
  outcome?: string | undefined;
  found: { position: string; words: string; place: string }[];
  /** The question with the tree: Back, and the way on where nothing fits. */
  list: string;
  /** A button was pressed that stands for no problem. */
  chooseError?: string | undefined;
  hold?: HoldView | undefined;
}

const FIRST = "problem";

function Errors({ search, chooseError, found }: SearchPageProps) {
  const { site } = useSite().words;
  const wrong = search.error ? { text: search.error, href: "#q" } : { text: chooseError, href: found.length > 0 ? `#${FIRST}` : "#q" };
  return wrong.text ? <ErrorSummary title={site.errorSummary} errors={[wrong]} /> : null;
}

/** Each match is a button of one form: pressing it answers where, what and which. */
function Matches({ found, hold, chooseError }: SearchPageProps) {
  const { site, report } = useSite().words;
  return (
    <JourneyForm hold={hold}>
      {found.length > 0 && <p className="govuk-body">{report.search.choose}</p>}
      {chooseError && <ErrorMessage id={`${FIRST}-error`} prefix={site.error} text={chooseError} />}
      {found.length > 0 && (
        <ul className="govuk-list app-matches">
          {found.map(({ position, words, place }, at) => (
            <li key={position}>
              <button type="submit" id={at === 0 ? FIRST : undefined} name="problem" value={position} className="app-match">
                <span className="app-match__words">{words}</span> <span className="app-match__place">{place}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </JourneyForm>
  );
}

/** What fits a tenant's own words best, and the way to the list where nothing does. */
export function SearchPage(props: SearchPageProps) {
  const { search, outcome, found, list, hold } = props;
  const { words } = useSite();
  const { title, noneHelp, list: listText } = words.report.search;
  return (
    <PageLayout back={{ href: list }} title={title}>
      <Errors {...props} />
      <SearchForm {...search} />
      {outcome && (
        <div role="status">
          <h2 className="govuk-heading-m">{outcome}</h2>
        </div>
      )}
      {outcome && found.length === 0 && <p className="govuk-body">{noneHelp}</p>}
      {(found.length > 0 || hold) && <Matches {...props} />}
      <p className="govuk-body">
        <a className="govuk-link" href={list}>
          {listText}
        </a>
      </p>
    </PageLayout>
  );
}
