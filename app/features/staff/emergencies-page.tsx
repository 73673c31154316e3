import { PageErrors } from "#app/features/site/page-errors.tsx";
import { Emergencies, type EmergenciesView, giveField } from "#app/features/staff/emergencies.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface EmergenciesPageProps extends EmergenciesView {
  staffView: StaffView;
  /** What is wrong with the whole: it is not there any more. */
  problem: string | undefined;
}

/** The emergencies by themselves: for whoever is on duty. */
export function EmergenciesPage({ staffView, problem, ...view }: EmergenciesPageProps) {
  const { title, none } = staff.emergencies;
  const fields = view.emergencies.map(({ repairId, error }) => ({
    ...{ kind: "select" as const, name: giveField(repairId), label: "" },
    ...(error && { error }),
  }));
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <PageErrors fields={fields} problem={problem} />
      {view.emergencies.length === 0 ? <p className="govuk-body">{none}</p> : <Emergencies {...view} />}
    </StaffLayout>
  );
}
