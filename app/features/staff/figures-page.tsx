import { Button } from "#app/components/button.tsx";
import { ColumnChart, type ColumnChartProps } from "#app/components/column-chart.tsx";
import { Input } from "#app/components/input.tsx";
import { Select } from "#app/components/select.tsx";
import { Table } from "#app/components/table.tsx";
import { MOST_PERIODS, PERIOD_UNITS } from "#app/domain/figures.ts";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

export interface FigureView {
  name: string;
  heading: string;
  how: string;
  columns: string[];
  /** A cell is null where there is nothing to count. */
  rows: { period: string; cells: (string | null)[] }[];
  chart: Omit<ColumnChartProps, "id" | "title">;
  /** How it stands now. */
  now?: string;
}

interface Option {
  id: string;
  name: string;
}

interface FiguresPageProps {
  staffView: StaffView;
  about: string;
  asOf: string;
  figures: FigureView[];
  csv: string;
  filter: { period: string; from: string; count: number; trade: string; patch: string; trades: Option[]; patches: Option[] };
}

const words = staff.figures;

function Filters({ filter }: Pick<FiguresPageProps, "filter">) {
  const { period, units, from, count, trade, patch, any, button } = words.filter;
  const options = (all: Option[]) => [{ value: "", text: any }, ...all.map(({ id, name }) => ({ value: id, text: name }))];
  return (
    <form className="app-filter app-no-print" method="get">
      <Select
        name="period"
        label={{ text: period }}
        options={PERIOD_UNITS.map((unit) => ({ value: unit, text: units[unit] }))}
        value={filter.period}
      />
      <Input name="from" label={{ text: from }} type="date" value={filter.from} />
      <Select
        name="count"
        label={{ text: count }}
        options={Array.from({ length: MOST_PERIODS }, (_, at) => ({ value: String(at + 1), text: String(at + 1) }))}
        value={String(filter.count)}
      />
      <Select name="trade" label={{ text: trade }} options={options(filter.trades)} value={filter.trade} />
      <Select name="patch" label={{ text: patch }} options={options(filter.patches)} value={filter.patch} />
      <Button variant="secondary">{button}</Button>
    </form>
  );
}

/** Where nothing in a row can be counted, that is said once. */
const shownCells = (cells: FigureView["rows"][number]["cells"]) =>
  cells.map((cell, at) => cell ?? (at > 0 && cells.every((each) => each === null) ? "" : words.none));

function Figure({ name, heading, how, now, columns, rows, chart }: FigureView) {
  return (
    <section className="app-figure">
      <h2 className="govuk-heading-m">{heading}</h2>
      <p className="govuk-body-s">{how}</p>
      {now && <p className="govuk-body">{now}</p>}
      <ColumnChart id={name} title={heading} {...chart} />
      <Table
        caption={heading}
        columns={[words.period, ...columns]}
        rows={rows.map(({ period, cells }) => ({ key: period, cells: [period, ...shownCells(cells)] }))}
      />
    </section>
  );
}

/** What the landlord's work has come to. */
export function FiguresPage({ staffView, about, asOf, figures, csv, filter }: FiguresPageProps) {
  return (
    <StaffLayout staffView={staffView} title={words.title} wide>
      <Filters filter={filter} />
      <p className="govuk-body">
        {about} {asOf}
      </p>
      <p className="govuk-body">{words.ofWhom}</p>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={csv}>
          {words.csv}
        </a>
      </p>
      <div className="app-figures">
        {figures.map((figure) => (
          <Figure key={figure.name} {...figure} />
        ))}
      </div>
    </StaffLayout>
  );
}
