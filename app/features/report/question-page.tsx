import { Field, type FieldView } from "#app/components/field.tsx";
import { Advice, type AdviceProps } from "#app/features/report/advice.tsx";
import type { HoldView } from "#app/features/report/hold-warning.tsx";
import { Unheld } from "#app/features/report/hold-warning.tsx";
import { JourneyForm, PageErrors } from "#app/features/report/journey-form.tsx";
import { SearchForm, type SearchView } from "#app/features/report/search-form.tsx";
import { Trap, Trapped } from "#app/features/report/trap.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

export interface QuestionPageProps extends AdviceProps {
  title: string;
  fields: FieldView[];
  isExit: boolean;
  back: string;
  /** Where the list can be searched too. */
  search?: SearchView | undefined;
  /** The box that people do not see was filled in. */
  isTrapped?: boolean;
  hold?: HoldView | undefined;
  /** A time that was chosen and is not held. */
  unheld?: string | undefined;
}

/** Where one press says it all: its button is the answer, after the advice. */
const WAYS_ON: Readonly<Record<string, "callUs" | "ownJob">> = { "call-us": "callUs", "own-job": "ownJob" };

/** Where somebody says who they are. */
const TRAPPED = "contact";

/** A question of the report journey, or the advice that ends it. */
export function QuestionPage(props: QuestionPageProps) {
  const { slug, title, isExit, back, search, hold, unheld, isTrapped } = props;
  const { words } = useSite();
  const fields = search ? props.fields.map((field) => ({ ...field, label: words.report.search.orChoose })) : props.fields;
  const [first] = fields;
  const way = WAYS_ON[slug];
  const isOneQuestion = fields.length === 1 && !way && first?.label === title;
  return (
    <PageLayout back={{ href: back }}>
      <PageErrors fields={fields} />
      {isTrapped && <Trapped />}
      {!isOneQuestion && <h1 className="govuk-heading-l">{title}</h1>}
      {unheld && <Unheld label={unheld} />}
      <Advice {...props} />
      {search && <SearchForm {...search} />}
      {!isExit && !way && (
        <JourneyForm hold={hold} button={words.report.continue}>
          {fields.map((field) => (
            <Field
              key={field.name}
              field={field}
              words={{ ...words.site, choose: words.report.home.choose }}
              isPageHeading={isOneQuestion}
            />
          ))}
          {slug === TRAPPED && <Trap />}
        </JourneyForm>
      )}
      {way && (
        <JourneyForm hold={hold}>
          <p className="govuk-body">{words.report[way].goOnHint}</p>
          <button
            type="submit"
            id="goOn"
            name="goOn"
            value="yes"
            className="govuk-button govuk-button--secondary"
            data-module="govuk-button"
          >
            {words.report[way].goOn}
          </button>
        </JourneyForm>
      )}
    </PageLayout>
  );
}
