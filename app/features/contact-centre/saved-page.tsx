import { LinkList } from "#app/components/link-list.tsx";
import { Panel } from "#app/components/panel.tsx";
import { RunningCall, type RunningCallView } from "#app/features/contact-centre/running-call.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface SavedPageProps {
  staffView: StaffView;
  title: string;
  reference: string;
  says: string;
  /** A message is on its way. */
  isTold: boolean;
  links: { href: string; text: string }[];
  running: RunningCallView | undefined;
}

const words = staff.desk.saved;

/** What is read out once a report is saved. */
export function SavedPage({ staffView, title, reference, says, isTold, links, running }: SavedPageProps) {
  return (
    <StaffLayout staffView={staffView} title={undefined}>
      <Panel title={title}>
        {words.reference} <strong>{reference}</strong>
      </Panel>
      <p className="govuk-body">{words.letters([...reference.replace("-", "")].join(" "))}</p>
      <p className="govuk-body-l">{says}</p>
      {isTold && <p className="govuk-body">{words.told}</p>}
      <LinkList links={links} className="govuk-list" />
      {running && <RunningCall {...running} />}
    </StaffLayout>
  );
}
