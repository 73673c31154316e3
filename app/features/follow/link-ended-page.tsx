import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

/** Behind a link that opens nothing, or nothing any more: the way on is the reference. */
export function LinkEndedPage() {
  const { link, find } = useSite().words.follow;
  return (
    <PageLayout title={link.ended}>
      <p className="govuk-body">{link.endedWhy}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/repair">
          {find.title}
        </a>
      </p>
    </PageLayout>
  );
}
