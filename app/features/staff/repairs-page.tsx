import { Button } from "#app/components/button.tsx";
import { Checkboxes } from "#app/components/choices.tsx";
import { Details } from "#app/components/details.tsx";
import { Input } from "#app/components/input.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Select } from "#app/components/select.tsx";
import { Table } from "#app/components/table.tsx";
import { Tag } from "#app/components/tag.tsx";
import type { RepairQuery } from "#app/domain/repair-query.ts";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface RepairRow {
  reference: string;
  address: string;
  problem: string;
  trade: string;
  priority: string;
  due: string;
  left: string;
  isOverdue: boolean;
  isHazard: boolean;
  state: string;
  needsMoving: boolean;
}

interface Options {
  value: string;
  text: string;
}

interface RepairsPageProps {
  staffView: StaffView;
  title: string;
  filter: {
    query: RepairQuery;
    states: Options[];
    selects: readonly { name: "priority" | "trade" | "patch" | "waiting" | "sort"; options: Options[] }[];
  };
  isNarrowed: boolean;
  rows: RepairRow[];
  counted: string;
  page: number;
  pages: number;
  links: { export: string; anyState: string | undefined; earlier: string | undefined; later: string | undefined };
}

function Filters({ filter: { query, states, selects }, isNarrowed }: Pick<RepairsPageProps, "filter" | "isNarrowed">) {
  const { search, filters, filter, clear } = staff.repairs;
  return (
    <form method="get">
      <div className="app-filter">
        <Input name="q" label={{ text: search.label }} hint={search.hint} value={query.q} width={30} spellCheck={false} />
        <Select name="status" label={{ text: filter.status }} options={states} value={query.status} />
        <Button>{search.button}</Button>
      </div>
      <Details summary={filters} open={isNarrowed}>
        <div className="app-filter">
          {selects.map(({ name, options }) => (
            <Select key={name} name={name} label={{ text: filter[name] }} options={options} value={query[name]} />
          ))}
          <Input name="since" label={{ text: filter.since }} type="date" value={query.since} />
        </div>
        <div className="app-filter">
          {(["overdue", "moving"] as const).map((name) => (
            <Checkboxes
              key={name}
              name={name}
              className="govuk-checkboxes--small"
              choices={[{ value: "yes", text: filter[name] }]}
              values={[query[name]]}
            />
          ))}
          <Button variant="secondary">{filter.button}</Button>
        </div>
      </Details>
      <p className="govuk-body">
        <a className="govuk-link" href="/staff/repairs">
          {clear}
        </a>
      </p>
    </form>
  );
}

function cellsOf({ reference, address, problem, trade, priority, due, left, state, ...is }: RepairRow) {
  const { overdue, needsMoving, hazard } = staff.repairs;
  return [
    <a className="govuk-link app-reference" href={`/staff/repairs/${reference}`} key="reference">
      {reference}
    </a>,
    address,
    <span key="problem">
      {problem} {is.isHazard && <Tag colour="orange">{hazard}</Tag>}
      <span className="app-second-line">{trade}</span>
    </span>,
    <span key="due">
      {due} {is.isOverdue && <Tag colour="red">{overdue}</Tag>}
      <span className="app-second-line">{[priority, left].filter(Boolean).join(", ")}</span>
    </span>,
    <span key="state">
      {state} {is.needsMoving && <Tag colour="red">{needsMoving}</Tag>}
    </span>,
  ];
}

function Found({ rows, page, pages, links }: Pick<RepairsPageProps, "rows" | "page" | "pages" | "links">) {
  const { caption, columns, pages: landmark, earlier, later, page: label } = staff.repairs;
  return (
    <>
      <div className="app-stacked">
        <Table
          caption={caption}
          columns={[columns.reference, columns.address, columns.problem, columns.due, columns.state]}
          rows={rows.map((row) => ({ key: row.reference, cells: cellsOf(row) }))}
        />
      </div>
      <Pagination
        landmarkLabel={landmark}
        {...(links.earlier && { previous: { href: links.earlier, text: earlier, label: label(page - 1, pages) } })}
        {...(links.later && { next: { href: links.later, text: later, label: label(page + 1, pages) } })}
      />
    </>
  );
}

/** Repairs: looked for, narrowed, in an order, some at a time. */
export function RepairsPage({ staffView, title, filter, isNarrowed, rows, counted, ...rest }: RepairsPageProps) {
  const { none, anyState, export: download, exportHint } = staff.repairs;
  const { links } = rest;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <Filters filter={filter} isNarrowed={isNarrowed} />
      <h2 className="govuk-heading-m">{counted}</h2>
      {rows.length > 0 ? (
        <>
          <Found rows={rows} {...rest} />
          <p className="govuk-body">
            <a className="govuk-link" href={links.export}>
              {download}
            </a>
            . {exportHint}
          </p>
        </>
      ) : (
        <p className="govuk-body">
          {none}{" "}
          {links.anyState && (
            <a className="govuk-link" href={links.anyState}>
              {anyState}
            </a>
          )}
        </p>
      )}
    </StaffLayout>
  );
}
