import { LinkList } from "#app/components/link-list.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface StartPageProps {
  staffView: StaffView;
  name: string;
  hasSecondFactor: boolean;
}

/** Where somebody comes in: the pages of their role. */
export function StartPage({ staffView, name, hasSecondFactor }: StartPageProps) {
  const { title, secondFactor, secondFactorWhy } = staff.start;
  return (
    <StaffLayout staffView={staffView} title={title(name)}>
      <LinkList links={staffView.pages.filter(({ isCurrent }) => !isCurrent)} className="govuk-list govuk-list--spaced" />
      {!hasSecondFactor && (
        <p className="govuk-body">
          <a className="govuk-link" href="/staff/code">
            {secondFactor}
          </a>
          . {secondFactorWhy}
        </p>
      )}
    </StaffLayout>
  );
}
