import { Field, type FieldView } from "#app/components/field.tsx";
import { Advice, type AdviceProps } from "#app/features/report/advice.tsx";
import type { HoldView } from "#app/features/report/hold-warning.tsx";
import { JourneyForm, PageErrors } from "#app/features/report/journey-form.tsx";
import { SearchForm, type SearchView } from "#app/features/report/search-form.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";
import type { Words } from "#app/languages/en.ts";

export interface QuestionPageProps extends AdviceProps {
  title: string;
  fields: FieldView[];
  isExit: boolean;
  back: string;
  /** Where the list can be searched too. */
  search?: SearchView | undefined;
  hold?: HoldView | undefined;
  /** What the button says where it does more than go on. */
  button?: string;
}

/** Where one press says it all: its button is the answer, after the advice. */
const WAYS_ON: Readonly<Record<string, (report: Words["report"]) => { goOn: string; goOnHint: string }>> = {
  "call-us": ({ callUs }) => callUs,
  "own-job": ({ ownJob }) => ownJob,
  "not-ours": ({ places }) => places.notOurs,
};

/** A question of the report journey, or the advice that ends it. */
export function QuestionPage(props: QuestionPageProps) {
  const { slug, title, isExit, back, search, hold } = props;
  const { words } = useSite();
  const { button = words.report.continue } = props;
  const fields = search ? props.fields.map((field) => ({ ...field, label: words.report.search.orChoose })) : props.fields;
  const [first] = fields;
  const way = WAYS_ON[slug]?.(words.report);
  const isOneQuestion = fields.length === 1 && !way && first?.label === title;
  return (
    <PageLayout back={{ href: back }}>
      <PageErrors fields={fields} />
      {!isOneQuestion && <h1 className="govuk-heading-l">{title}</h1>}
      <Advice {...props} />
      {search && <SearchForm {...search} />}
      {!isExit && !way && (
        <JourneyForm hold={hold} button={button}>
          {fields.map((field) => (
            <Field
              key={field.name}
              field={field}
              words={{ ...words.site, choose: words.report.home.choose }}
              isPageHeading={isOneQuestion}
            />
          ))}
        </JourneyForm>
      )}
      {way && (
        <JourneyForm hold={hold}>
          <p className="govuk-body">{way.goOnHint}</p>
          <button
            type="submit"
            id="goOn"
            name="goOn"
            value="yes"
            className="govuk-button govuk-button--secondary"
            data-module="govuk-button"
          >
            {way.goOn}
          </button>
        </JourneyForm>
      )}
    </PageLayout>
  );
}
