import { Button } from "#app/components/button.tsx";
import { MOST_PHOTOS } from "#app/domain/photo.ts";
import { PhotoChoice } from "#app/features/report/photo-choice.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";

interface AddPhotosPageProps {
  title: string;
  /** What they are of. */
  of: string;
  back: string;
  /** How many there are already. */
  added: string | undefined;
  isFull: boolean;
  /** Why files of the last try were not taken, each named. */
  refusals: string[];
  said: { lead: string; label: string; hint: (most: number) => string; button: string; full: string };
}

/** Photos of a visit, or of a repair that was reported, are added here. */
export function AddPhotosPage({ title, of, back, added, isFull, refusals, said }: AddPhotosPageProps) {
  const { lead, label, hint, button, full } = said;
  return (
    <PageLayout back={{ href: back }} title={title}>
      <PageErrors fields={refusals.map((error) => ({ kind: "text", name: "photos", label: "", error }))} />
      <p className="govuk-body">
        <strong>{of}</strong>
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
