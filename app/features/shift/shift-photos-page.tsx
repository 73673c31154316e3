import { Button } from "#app/components/button.tsx";
import { MOST_PHOTOS } from "#app/domain/photo.ts";
import { PhotoChoice } from "#app/features/report/photo-choice.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface ShiftPhotosPageProps {
  title: string;
  address: string;
  back: string;
  /** How many there are already. */
  added: string | undefined;
  isFull: boolean;
  /** Why files of the last try were not taken, each named. */
  refusals: string[];
}

/** Photos of a visit are added here. */
export function ShiftPhotosPage({ title, address, back, added, isFull, refusals }: ShiftPhotosPageProps) {
  const { lead, label, hint, button, full } = staff.shift.photos;
  return (
    <PageLayout back={{ href: back }} title={title}>
      <PageErrors fields={refusals.map((error) => ({ kind: "text", name: "photos", label: "", error }))} />
      <p className="govuk-body">
        <strong>{address}</strong>
      </p>
      <p className="govuk-body">{lead}</p>
      {added && <p className="govuk-body">{added}</p>}
      {isFull ? (
        <p className="govuk-body" id="photos">
          {full}
        </p>
      ) : (
        <form method="post" encType="multipart/form-data" noValidate>
          <PhotoChoice label={label} hint={hint(MOST_PHOTOS)} refusals={refusals} />
          <Button preventDoubleClick>{button}</Button>
        </form>
      )}
    </PageLayout>
  );
}
