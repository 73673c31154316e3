import { Table } from "#app/components/table.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface ShortcutsPageProps {
  staffView: StaffView;
  isOn: boolean;
}

/** What the keys do, and the switch for those that need no other key held (WCAG 2.1.4). */
export function ShortcutsPage({ staffView, isOn }: ShortcutsPageProps) {
  const { title, lead, caption, columns, keys, on, off, turnOn, turnOff } = staff.contactCentre.shortcuts;
  return (
    <StaffLayout staffView={staffView} title={title}>
      <p className="govuk-body">{lead}</p>
      <p className="govuk-body">
        <strong>{isOn ? on : off}</strong>
      </p>
      <StaffForm hidden={{ shortcuts: isOn ? "off" : "on" }} button={isOn ? turnOff : turnOn} />
      <h2 className="govuk-heading-m">{caption}</h2>
      <Table
        caption={caption}
        columns={[columns.key, columns.does]}
        rows={Object.entries(keys).map(([key, does]) => ({ key, cells: [<kbd key={key}>{key}</kbd>, does] }))}
      />
      <p className="govuk-body">
        <a className="govuk-link" href="/contact-centre" data-key="/">
          {staff.contactCentre.title}
        </a>
      </p>
    </StaffLayout>
  );
}
