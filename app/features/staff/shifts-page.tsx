import { Button } from "#app/components/button.tsx";
import { Input } from "#app/components/input.tsx";
import { Table } from "#app/components/table.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { LinkBanner, type WelcomeLink } from "#app/features/staff/accounts-page.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface WorkerRow {
  id: string;
  name: string;
  visits: number;
  /** How their link stands, in words; empty where they have none. */
  link: string;
  hasLink: boolean;
  isOver: boolean;
}

interface ShiftsPageProps {
  staffView: StaffView;
  date: string;
  dateName: string;
  workers: WorkerRow[];
  problem: string | undefined;
  link: WelcomeLink | undefined;
}

/** How somebody's link stands, and what can be done about it. */
function Link({ worker: { id, name, link, hasLink, isOver }, date }: { worker: WorkerRow; date: string }) {
  const { make, again, end, of } = staff.shifts;
  if (isOver) return link;
  const hidden = <span className="govuk-visually-hidden"> {of(name)}</span>;
  return (
    <form method="post" action={`/staff/shifts?date=${date}`} className="app-shift-buttons">
      <input type="hidden" name="operative" value={id} />
      {link && <span>{link}</span>}
      <Button name="change" value="make" variant="secondary" className="app-small-button">
        {hasLink ? again : make}
        {hidden}
      </Button>
      {hasLink && (
        <Button name="change" value="end" variant="secondary" className="app-small-button">
          {end}
          {hidden}
        </Button>
      )}
    </form>
  );
}

/** Who works on a day, and the link that opens it on their phone. */
export function ShiftsPage({ staffView, date, dateName, workers, problem, link }: ShiftsPageProps) {
  const { title, intro, caption, columns, why, nobody, date: day } = staff.shifts;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <PageErrors fields={[]} problem={problem} />
      {link && <LinkBanner link={link} why={why} />}
      <p className="govuk-body">{intro}</p>
      <form method="get" className="app-filter">
        <Input name="date" label={{ text: day.label }} type="date" value={date} />
        <Button variant="secondary">{day.button}</Button>
      </form>
      <h2 className="govuk-heading-m">{dateName}</h2>
      {workers.length === 0 ? (
        <p className="govuk-body">{nobody}</p>
      ) : (
        <Table
          caption={caption(dateName)}
          columns={[columns.operative, columns.visits, columns.link]}
          rows={workers.map((worker) => ({
            key: worker.id,
            cells: [worker.name, worker.visits, <Link key="link" worker={worker} date={date} />],
          }))}
        />
      )}
    </StaffLayout>
  );
}
