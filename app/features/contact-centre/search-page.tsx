import { Button } from "#app/components/button.tsx";
import { Input } from "#app/components/input.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface HomeChoice {
  uprn: string;
  address: string;
  names: string | null;
}

interface SearchPageProps {
  staffView: StaffView;
  typed: string;
  /** Undefined until something is searched for. */
  found: { homes: HomeChoice[]; isMore: boolean; repair: string | undefined } | undefined;
  recents: { uprn: string; address: string; repair: string | null }[];
}

const { title, search, results, suggestions, recents: last, shortcuts } = staff.contactCentre;

/** Where a call starts: a home is posted there. */
const CALLS = "/contact-centre/calls";

/** A home that can be picked. What tells it apart stands on the button; a single one is ready for Enter. */
function HomeButton({
  home: { uprn, address, names },
  typed = "",
  isOnly = false,
}: {
  home: HomeChoice;
  typed?: string;
  isOnly?: boolean;
}) {
  return (
    <form method="post" action={CALLS}>
      {typed && <input type="hidden" name="typed" value={typed} />}
      <button type="submit" name="uprn" value={uprn} className="app-match" {...{ autoFocus: isOnly }}>
        <span className="govuk-visually-hidden">{results.button}: </span>
        <span className="app-match__words">{address}</span>
        <span className="app-match__place">{names ?? results.noNames}</span>
      </button>
    </form>
  );
}

function Found({ found: { homes, isMore, repair }, typed }: { found: NonNullable<SearchPageProps["found"]>; typed: string }) {
  const heading = homes.length === 0 ? results.none : results.title(homes.length, isMore);
  return (
    <section aria-labelledby="results">
      <h2 className="govuk-heading-m" id="results">
        {heading}
      </h2>
      {homes.length === 0 && <p className="govuk-body">{results.noneHint}</p>}
      {isMore && <p className="govuk-body">{results.more}</p>}
      <ul className="govuk-list app-matches">
        {homes.map((home) => (
          <li key={home.uprn}>
            <HomeButton home={home} typed={typed} isOnly={homes.length === 1} />
          </li>
        ))}
      </ul>
      {repair && (
        <p className="govuk-body">
          <a className="govuk-link" href={`/staff/repairs/${repair}`}>
            {results.repair(repair)}
          </a>
        </p>
      )}
    </section>
  );
}

function Recents({ recents }: Pick<SearchPageProps, "recents">) {
  return (
    <section aria-labelledby="recents">
      <h2 className="govuk-heading-m" id="recents">
        {last.title}
      </h2>
      {recents.length === 0 && <p className="govuk-body">{last.none}</p>}
      <ul className="govuk-list app-matches">
        {recents.map(({ uprn, address, repair }) => (
          <li key={uprn}>
            <HomeButton home={{ uprn, address, names: repair && last.repair(repair) }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first page of the contact centre: one box to find the caller's home, and the homes of the calls before. */
export function SearchPage({ staffView, typed, found, recents }: SearchPageProps) {
  return (
    <StaffLayout staffView={staffView} title={title}>
      {/* Posted, not got: what a caller says of themselves stands in no address, no history and no log. */}
      <form method="post" action="/contact-centre" className="app-search" data-find-home={suggestions.label} data-starts={CALLS}>
        <Input
          name="q"
          label={{ text: search.label }}
          hint={search.hint}
          value={typed}
          autocomplete="off"
          spellCheck={false}
          {...{ autoFocus: found?.homes.length !== 1, "data-key": "/" }}
        />
        <Button>{search.button}</Button>
      </form>
      {found && <Found found={found} typed={typed} />}
      <Recents recents={recents} />
      <p className="govuk-body">
        <a className="govuk-link" href="/contact-centre/shortcuts" data-key="?">
          {shortcuts.link}
        </a>
      </p>
    </StaffLayout>
  );
}
