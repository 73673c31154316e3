import { Button } from "#app/components/button.tsx";
import { Input } from "#app/components/input.tsx";
import { Select } from "#app/components/select.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { BulkBar } from "#app/features/staff/bulk-bar.tsx";
import { type CapacityGroup, CapacityTable } from "#app/features/staff/capacity-table.tsx";
import { ChangeBanner, type ChangeBannerView, type LeftLine, LeftList } from "#app/features/staff/change-banner.tsx";
import { PeopleTable, type PeopleTableProps } from "#app/features/staff/people-table.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import type { CalendarDay } from "#app/features/staff/week-table.tsx";
import { staff } from "#app/languages/staff.ts";

interface CalendarPageProps {
  staffView: StaffView;
  title: string;
  /** What was just done from here. */
  banner: ChangeBannerView | undefined;
  /** Slots of a change that could not be made at all, each with why. */
  left: LeftLine[];
  days: CalendarDay[];
  people: PeopleTableProps["groups"];
  capacity: CapacityGroup[];
  links: { earlier: string; later: string; thisWeek: string };
  filter: Record<"trade" | "patch" | "operative" | "show" | "from", string> & Record<"trades" | "patches" | "operatives", Option[]>;
  bulk: {
    /** This week's address: changes come back to it. */
    action: string;
    selected: string[];
    typed: Record<string, string | string[]>;
    errors: Record<string, string>;
  };
}

interface Option {
  id: string;
  name: string;
}

function Filters({ filter }: Pick<CalendarPageProps, "filter">) {
  const { filter: words, views } = staff.calendar;
  const options = (all: Option[]) => [{ value: "", text: words.any }, ...all.map(({ id, name }) => ({ value: id, text: name }))];
  const shows = Object.entries(views).map(([value, text]) => ({ value, text }));
  return (
    <form className="app-filter app-no-print" method="get">
      <Select name="trade" label={{ text: words.trade }} options={options(filter.trades)} value={filter.trade} />
      <Select name="patch" label={{ text: words.patch }} options={options(filter.patches)} value={filter.patch} />
      <Select name="operative" label={{ text: words.operative }} options={options(filter.operatives)} value={filter.operative} />
      <Select name="show" label={{ text: words.show }} options={shows} value={filter.show} />
      <Input name="from" label={{ text: words.from }} type="date" value={filter.from} />
      <Button variant="secondary">{words.button}</Button>
    </form>
  );
}

function WeekLinks({ title, links }: Pick<CalendarPageProps, "title" | "links">) {
  const { earlier, later, thisWeek, recent } = staff.calendar;
  const all = [
    [links.earlier, earlier],
    [links.thisWeek, thisWeek],
    [links.later, later],
    ["/staff/changes", recent],
  ] as const;
  return (
    <nav className="app-week-links app-no-print" aria-label={title}>
      {all.map(([href, text]) => (
        <a className="govuk-link" href={href} key={text}>
          {text}
        </a>
      ))}
    </nav>
  );
}

/** The week, and around it the form by which its slots are changed together; there is none where every day is over. */
function People({ days, people, filter, bulk }: Pick<CalendarPageProps, "days" | "people" | "filter" | "bulk">) {
  const table = <PeopleTable days={days} groups={people} selected={bulk.selected} />;
  if (days.every(({ isOver }) => isOver)) return table;
  return (
    <form method="post" action={bulk.action} noValidate>
      <BulkBar operatives={filter.operatives} typed={bulk.typed} errors={bulk.errors} />
      {table}
    </form>
  );
}

/** The week of every operative, or how much of it is left. */
export function CalendarPage({ staffView, title, banner, left, links, filter, ...week }: CalendarPageProps) {
  const { days, people, capacity, bulk } = week;
  const isEmpty = people.length + capacity.length === 0;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <PageErrors fields={["slot", "reason"].map((name) => ({ kind: "text", name, label: "", ...errorOf(bulk.errors, name) }))} />
      {left.length > 0 && <LeftList left={left} />}
      {banner && <ChangeBanner {...banner} />}
      <WeekLinks title={title} links={links} />
      <Filters filter={filter} />
      {isEmpty && <p className="govuk-body">{staff.calendar.nobody}</p>}
      {people.length > 0 && <People days={days} people={people} filter={filter} bulk={bulk} />}
      {capacity.length > 0 && <CapacityTable days={days} groups={capacity} />}
    </StaffLayout>
  );
}

const errorOf = (errors: Readonly<Record<string, string>>, name: string) => (errors[name] ? { error: errors[name] } : {});
