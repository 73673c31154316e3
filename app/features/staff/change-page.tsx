import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import { Table } from "#app/components/table.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { type ChangeBannerView, LeftList, Undo } from "#app/features/staff/change-banner.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface ChangePageProps extends Pick<ChangeBannerView, "undo" | "left"> {
  staffView: StaffView;
  title: string;
  rows: SummaryRow[];
  slots: { href: string; name: string; was: string; is: string }[];
  problem: string | undefined;
}

/** What a change did, and the way back. */
export function ChangePage({ staffView, title, rows, slots, left, undo, problem }: ChangePageProps) {
  const { title: recent, slots: words, left: leftAs } = staff.changes;
  const link = (href: string, name: string) => (
    <a className="govuk-link" href={href} key="slot">
      {name}
    </a>
  );
  return (
    <StaffLayout staffView={staffView} title={title}>
      <PageErrors fields={[]} problem={problem} />
      <p className="govuk-body">
        <a className="govuk-link" href="/staff/changes">
          {recent}
        </a>
      </p>
      <SummaryList rows={rows} />
      {undo && <Undo undo={undo} />}
      <Table
        caption={words.caption}
        columns={[words.slot, words.was, words.is]}
        rows={slots.map(({ href, name, was, is }) => ({ key: href, cells: [link(href, name), was, is] }))}
      />
      {left.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{leftAs(left.length)}</h2>
          <LeftList left={left} />
        </>
      )}
    </StaffLayout>
  );
}
