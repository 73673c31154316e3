import { Button } from "#app/components/button.tsx";
import { Input } from "#app/components/input.tsx";
import { Select } from "#app/components/select.tsx";
import { WarningText } from "#app/components/warning-text.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { Emergencies, type EmergenciesView } from "#app/features/staff/emergencies.tsx";
import { GivenUp, type GivenUpView } from "#app/features/staff/given-up.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { VisitCard, type VisitView } from "#app/features/staff/visit-card.tsx";
import { staff } from "#app/languages/staff.ts";

interface Option {
  id: string;
  name: string;
}

/** A visit that nobody comes to: whose it was, and where it is given to somebody else. */
interface UnservedVisit {
  visit: VisitView;
  was: string | undefined;
  move: string | undefined;
}

interface DayPageProps {
  staffView: StaffView;
  title: string;
  links: { earlier: string; later: string; today: string; csv: string; everybody: string | undefined };
  filter: { date: string; trade: string; patch: string; trades: Option[]; patches: Option[] };
  emergencies: EmergenciesView;
  givenUp: GivenUpView[];
  unserved: UnservedVisit[];
  operatives: { id: string; name: string; count: string; sheet: string; visits: VisitView[] }[];
  /** Goes with each step that is said from here: sent twice, it is said once. */
  submission: string;
}

function Filters({ filter }: Pick<DayPageProps, "filter">) {
  const { trade, patch, any, from, button } = staff.calendar.filter;
  const options = (all: Option[]) => [{ value: "", text: any }, ...all.map(({ id, name }) => ({ value: id, text: name }))];
  return (
    <form className="app-filter app-no-print" method="get">
      <Select name="trade" label={{ text: trade }} options={options(filter.trades)} value={filter.trade} />
      <Select name="patch" label={{ text: patch }} options={options(filter.patches)} value={filter.patch} />
      <Input name="date" label={{ text: from }} type="date" value={filter.date} />
      <Button variant="secondary">{button}</Button>
    </form>
  );
}

function Links({ links: { earlier, today, later, csv, everybody } }: Pick<DayPageProps, "links">) {
  const { day } = staff;
  const all = [
    ...[
      { href: earlier, text: day.earlier },
      { href: today, text: day.today },
      { href: later, text: day.later },
      { href: csv, text: day.csv },
    ],
    ...(everybody ? [{ href: everybody, text: day.everybody }] : []),
  ];
  return (
    <nav className="app-week-links app-no-print" aria-label={day.days}>
      {all.map(({ href, text }) => (
        <a key={text} className="govuk-link" href={href}>
          {text}
        </a>
      ))}
    </nav>
  );
}

function Unserved({ unserved, submission }: Pick<DayPageProps, "unserved" | "submission">) {
  const { day, toMove } = staff;
  const { site } = useSite().words;
  return (
    <section className="app-day app-day--unserved">
      <h2 className="govuk-heading-m">{day.unserved}</h2>
      <WarningText prefix={site.warning}>
        {toMove.banner(unserved.length)}. {day.unservedWhy}
      </WarningText>
      <ol className="app-visits">
        {unserved.map(({ visit, was, move }) => (
          <VisitCard key={visit.id} visit={visit} submission={submission} {...(was && { was })} {...(move && { move })} />
        ))}
      </ol>
    </section>
  );
}

/** The visits of a day: what nobody will come to, then those of each operative. Printed, each operative has a sheet. */
export function DayPage({ staffView, title, links, filter, emergencies, givenUp, unserved, operatives, submission }: DayPageProps) {
  const { day } = staff;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <Emergencies {...emergencies} />
      <GivenUp visits={givenUp} />
      <Links links={links} />
      <Filters filter={filter} />
      {unserved.length > 0 && <Unserved unserved={unserved} submission={submission} />}
      {operatives.length === 0 && unserved.length === 0 && <p className="govuk-body">{day.nobody}</p>}
      {operatives.map(({ id, name, count, sheet, visits }) => (
        <section key={id} className="app-day">
          <div className="app-day__head">
            <h2 className="govuk-heading-m">{name}</h2>
            <span>{count}</span>
            <span className="app-print-only">{title}</span>
            <a className="govuk-link app-no-print" href={sheet}>
              {day.sheet} <span className="govuk-visually-hidden">{day.sheetOf(name)}</span>
            </a>
          </div>
          <ol className="app-visits">
            {visits.map((visit) => (
              <VisitCard key={visit.id} visit={visit} submission={submission} />
            ))}
          </ol>
        </section>
      ))}
      {operatives.length > 0 && <p className="govuk-body app-no-print">{day.printing}</p>}
    </StaffLayout>
  );
}
