import { Button } from "#app/components/button.tsx";
import { MOST_PHOTOS } from "#app/domain/photo.ts";
import type { HoldView } from "#app/features/report/hold-warning.tsx";
import { JourneyForm } from "#app/features/report/journey-form.tsx";
import { PhotoChoice } from "#app/features/report/photo-choice.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

interface ShownPhoto {
  id: string;
  src: string;
}

interface PhotosPageProps {
  title: string;
  back: string;
  photos: ShownPhoto[];
  /** Why files of the last upload were not taken, each named. */
  refusals: string[];
  hold?: HoldView | undefined;
}

/** Photos of the problem: added, seen, removed, or passed over. Plain forms: nothing here needs a script. */
export function PhotosPage({ title, back, photos, refusals, hold }: PhotosPageProps) {
  const { words } = useSite();
  const { photos: said, continue: goOn } = words.report;
  const isFull = photos.length >= MOST_PHOTOS;
  return (
    <PageLayout back={{ href: back }} title={title}>
      <PageErrors fields={refusals.map((error) => ({ kind: "text", name: "photos", label: "", error }))} />
      <p className="govuk-body">{said.lead}</p>
      <p className="govuk-body">{said.private}</p>
      {photos.length > 0 && <AddedPhotos photos={photos} />}
      <JourneyForm hold={hold} encType="multipart/form-data">
        {isFull && (
          <p className="govuk-body" id="photos">
            {said.full(MOST_PHOTOS)}
          </p>
        )}
        {!isFull && <ChoosePhotos refusals={refusals} />}
        <div>
          <Button name="done" value="yes">
            {photos.length > 0 ? goOn : said.without}
          </Button>
        </div>
      </JourneyForm>
    </PageLayout>
  );
}

function ChoosePhotos({ refusals }: Pick<PhotosPageProps, "refusals">) {
  const { photos: said } = useSite().words.report;
  return (
    <>
      <PhotoChoice label={said.label} hint={said.hint(MOST_PHOTOS)} refusals={refusals} />
      <Button variant="secondary" name="intent" value="upload">
        {said.upload}
      </Button>
    </>
  );
}

function AddedPhotos({ photos }: Pick<PhotosPageProps, "photos">) {
  const { photos: said } = useSite().words.report;
  return (
    <>
      <h2 className="govuk-heading-m">{said.added}</h2>
      <ul className="govuk-list app-photos">
        {photos.map(({ id, src }, at) => (
          <li key={id} className="app-photos__photo">
            <img src={src} alt={said.alt(at + 1)} className="app-photos__image" />
            <form method="post" noValidate>
              <Button variant="secondary" name="remove" value={id} className="app-photos__remove">
                {said.remove} <span className="govuk-visually-hidden">{said.which(at + 1)}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
