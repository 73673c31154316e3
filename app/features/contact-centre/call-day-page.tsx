import { Button } from "#app/components/button.tsx";
import { Input } from "#app/components/input.tsx";
import { LinkList, type ListedLink } from "#app/components/link-list.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { Select } from "#app/components/select.tsx";
import { Table } from "#app/components/table.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { HiddenFields } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface Row {
  name: string;
  cells: string[];
}

interface CallDayPageProps {
  staffView: StaffView;
  unit: string;
  to: string;
  of: string;
  /** Whose calls they are. */
  who: string;
  saved: string | undefined;
  /** To one's own and everybody's, where both may be seen. */
  lists: ListedLink[];
  rows: Row[];
  agents: Row[];
  csv: string | undefined;
}

const words = staff.callDay;
const { period: _, ...counted } = words.columns;

function Calls({ caption, first, rows }: { caption: string; first: string; rows: Row[] }) {
  return (
    <Table
      caption={caption}
      columns={[first, ...Object.values(counted)]}
      rows={rows.map(({ name, cells }) => ({ key: name, cells: [name, ...cells] }))}
    />
  );
}

/** What calls came to, by day or week; by agent where they are everybody's. */
export function CallDayPage({ staffView, unit, to, of, who, saved, lists, rows, agents, csv }: CallDayPageProps) {
  const { filter } = words;
  const { site } = useSite().words;
  return (
    <StaffLayout staffView={staffView} title={words.title} wide>
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      {lists.length > 0 && (
        <nav aria-label={words.landmark}>
          <LinkList links={lists} className="govuk-list app-actions__pages app-message-lists" />
        </nav>
      )}
      <form className="app-filter app-no-print" method="get">
        <HiddenFields fields={{ of }} />
        <Select
          name="unit"
          label={{ text: filter.unit }}
          options={Object.entries(filter.units).map(([value, text]) => ({ value, text }))}
          value={unit}
        />
        <Input name="to" label={{ text: filter.to }} type="date" value={to} />
        <Button variant="secondary">{filter.button}</Button>
      </form>
      <h2 className="govuk-heading-m">{who}</h2>
      <Calls caption={words.caption(who)} first={words.columns.period} rows={rows} />
      {agents.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{words.agents}</h2>
          <Calls caption={words.agentsCaption} first={words.agent} rows={agents} />
        </>
      )}
      <h2 className="govuk-heading-m">{words.definitions}</h2>
      {words.define.map((sentence) => (
        <p className="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
      {csv && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={csv}>
            {words.csv}
          </a>
        </p>
      )}
    </StaffLayout>
  );
}
