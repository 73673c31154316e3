import { Field, type FieldView } from "#app/components/field.tsx";
import { Advice, type AdviceProps } from "#app/features/report/advice.tsx";
import type { HoldView } from "#app/features/report/hold-warning.tsx";
import { JourneyForm, PageErrors } from "#app/features/report/journey-form.tsx";
import { SearchForm, type SearchView } from "#app/features/report/search-form.tsx";
import { isAnsweredByButton, WaysOn } from "#app/features/report/ways-on.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

export interface QuestionPageProps extends AdviceProps {
  title: string;
  fields: FieldView[];
  isExit: boolean;
  back: string;
  /** Where the list can be searched too. */
  search?: SearchView | undefined;
  hold?: HoldView | undefined;
}

/** A question of the report journey, or the advice that ends it. */
export function QuestionPage(props: QuestionPageProps) {
  const { slug, title, isExit, back, search, hold } = props;
  const { words } = useSite();
  const fields = search ? props.fields.map((field) => ({ ...field, label: words.report.search.orChoose })) : props.fields;
  const [first] = fields;
  const way = isAnsweredByButton(slug);
  const isOneQuestion = fields.length === 1 && !way && first?.label === title;
  return (
    <PageLayout back={{ href: back }}>
      <PageErrors fields={fields} />
      {!isOneQuestion && <h1 className="govuk-heading-l">{title}</h1>}
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
        </JourneyForm>
      )}
      {!isExit && way && (
        <JourneyForm hold={hold}>
          <WaysOn slug={slug} field={first} />
        </JourneyForm>
      )}
    </PageLayout>
  );
}
