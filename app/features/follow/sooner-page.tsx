import { Button } from "#app/components/button.tsx";
import type { FieldView } from "#app/components/field.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { PressForm } from "#app/components/press-form.tsx";
import { CallUs, FormPage } from "#app/features/follow/form-page.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

export interface SoonerOfferProps {
  kind: "offer";
  /** Where the page leads back to; undefined behind a message's link. */
  back?: string | undefined;
  offer: string;
  /** The time that is offered, and what stands until it is accepted, in words. */
  visit: string;
  stands: string;
  until: string;
}

/** A time that is held for somebody: one press takes it. */
function SoonerOffer({ back, offer, visit, stands, until }: SoonerOfferProps) {
  const { sooner } = useSite().words;
  const words = sooner.offer;
  return (
    <PageLayout {...(back && { back: { href: back } })} title={words.title}>
      <InsetText>
        <strong>{visit}</strong>
      </InsetText>
      <p className="govuk-body">{until}</p>
      <p className="govuk-body">{stands}</p>
      <p className="govuk-body">{words.adult}</p>
      <form method="post">
        <input type="hidden" name="offer" value={offer} />
        <div className="govuk-button-group">
          <Button name="intent" value="accept" preventDoubleClick>
            {words.accept}
          </Button>
          <Button name="intent" value="decline" variant="secondary" preventDoubleClick>
            {words.decline}
          </Button>
        </div>
      </form>
      <p className="govuk-hint">{words.declineHint}</p>
    </PageLayout>
  );
}

interface SoonerOverProps {
  kind: "over";
  /** Where the repair is followed. */
  repair: string;
}

/** The offer has ended, and what goes on. */
function SoonerOver({ repair }: SoonerOverProps) {
  const { over } = useSite().words.sooner;
  return (
    <PageLayout title={over.title}>
      <p className="govuk-body">{over.why}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={repair}>
          {over.repair}
        </a>
      </p>
      <CallUs before={useSite().words.follow.page.callUs} />
    </PageLayout>
  );
}

export interface SoonerAskProps {
  kind: "ask";
  back: string;
  title: string;
  lead: string[];
  fields: FieldView[];
  button: string;
  /** They wait already, and may stop. */
  isWaiting: boolean;
}

/** What suits somebody who wants a sooner visit. */
function SoonerAsk({ isWaiting, ...page }: SoonerAskProps) {
  const { change } = useSite().words.sooner;
  return (
    <FormPage {...page}>
      {isWaiting && (
        <PressForm hint={change.stopHint} button={change.stop} variant="secondary" name="intent" value="stop" preventDoubleClick />
      )}
    </FormPage>
  );
}

export type SoonerPageProps = SoonerOfferProps | SoonerOverProps | SoonerAskProps;

/** Waiting for a sooner visit: what is offered now, that it has ended, or what suits. */
export function SoonerPage(page: SoonerPageProps) {
  if (page.kind === "offer") return <SoonerOffer {...page} />;
  return page.kind === "over" ? <SoonerOver {...page} /> : <SoonerAsk {...page} />;
}
