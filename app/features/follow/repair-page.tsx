import { InsetText } from "#app/components/inset-text.tsx";
import { LinkList } from "#app/components/link-list.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { PressForm } from "#app/components/press-form.tsx";
import { SummaryList } from "#app/components/summary-list.tsx";
import { CallUs } from "#app/features/follow/form-page.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

export interface RepairPageProps {
  /** "Repair 7KQ4-9XMV". */
  name: string;
  /** How it stands. */
  title: string;
  /** The promise that it is about, where there is one. */
  visit?: string | undefined;
  /** What happens next, sentence by sentence. */
  next: string[];
  /** What has happened, the latest first. */
  story: { when: string; what: string }[];
  reported: { name: string; value: string }[];
  photos: string[];
  /** What can be done from here; undefined behind a message's link, which first must be opened. */
  actions?: { href: string; text: string }[] | undefined;
  /** Something that was just done. */
  saved?: string | undefined;
}

function Actions({ actions }: { actions: NonNullable<RepairPageProps["actions"]> }) {
  const { page } = useSite().words.follow;
  return (
    <section className="app-no-print">
      <h2 className="govuk-heading-m">{page.more}</h2>
      <LinkList links={actions} className="govuk-list app-own__actions" />
    </section>
  );
}

/** The way from a message's link to what can be changed: a press, since mail programs open links by themselves. */
function OpenIt() {
  const { link } = useSite().words.follow;
  return <PressForm hint={link.openHint} button={link.open} preventDoubleClick />;
}

function Leave() {
  const { leave } = useSite().words.follow;
  return <PressForm hint={leave.hint} button={leave.button} variant="secondary" name="intent" value="leave" />;
}

function Story({ story }: Pick<RepairPageProps, "story">) {
  const { page } = useSite().words.follow;
  return (
    <section>
      <h2 className="govuk-heading-m">{page.story}</h2>
      <ol className="govuk-list app-story" reversed>
        {story.map(({ when, what }) => (
          <li key={`${when} ${what}`}>
            <strong>{what}</strong>
            <span className="app-story__when">{when}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A repair as whoever reported it follows it: how it stands, what comes next, and its visits as one story. */
export function RepairPage({ name, title, visit, next, story, reported, photos, actions, saved }: RepairPageProps) {
  const { follow, site } = useSite().words;
  const { page } = follow;
  return (
    <PageLayout>
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      {visit && (
        <InsetText>
          <strong>{visit}</strong>
        </InsetText>
      )}
      <h2 className="govuk-heading-m">{page.next}</h2>
      {next.map((sentence) => (
        <p className="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
      {actions ? actions.length > 0 && <Actions actions={actions} /> : <OpenIt />}
      <Story story={story} />
      <h2 className="govuk-heading-m">{page.reported}</h2>
      <SummaryList rows={reported} />
      {photos.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{page.photos}</h2>
          <ul className="govuk-list app-photos">
            {photos.map((src, at) => (
              <li key={src} className="app-photos__photo">
                <img src={src} alt={page.photo(at + 1)} className="app-photos__image" loading="lazy" />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="govuk-heading-m">{page.call}</h2>
      <p className="govuk-body">{page.callText}</p>
      <CallUs before={page.callUs} />
      {actions && <Leave />}
    </PageLayout>
  );
}
