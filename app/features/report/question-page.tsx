import { Field, type FieldView } from "#app/components/field.tsx";
import { Advice, type AdviceProps } from "#app/features/report/advice.tsx";
import type { HoldView } from "#app/features/report/hold-warning.tsx";
import { Unheld } from "#app/features/report/hold-warning.tsx";
import { JourneyForm } from "#app/features/report/journey-form.tsx";
import { SearchForm, type SearchView } from "#app/features/report/search-form.tsx";
import { Trap, Trapped } from "#app/features/report/trap.tsx";
import { isAnsweredByButton, WaysOn } from "#app/features/report/ways-on.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
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
  /** What the button says where it does more than go on. */
  button?: string;
}

/** Where somebody says who they are. */
const TRAPPED = "contact";

/** A question of the report journey, or the advice that ends it. */
export function QuestionPage(props: QuestionPageProps) {
  const { slug, title, isExit, back, search, hold, unheld, isTrapped } = props;
  const { words } = useSite();
  const { button = words.report.continue } = props;
  const fields = search ? props.fields.map((field) => ({ ...field, label: words.report.search.orChoose })) : props.fields;
  const [first] = fields;
  const way = isAnsweredByButton(slug);
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
        <JourneyForm hold={hold} button={button}>
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
      {!isExit && way && (
        <JourneyForm hold={hold}>
          <WaysOn slug={slug} field={first} />
        </JourneyForm>
      )}
    </PageLayout>
  );
}
