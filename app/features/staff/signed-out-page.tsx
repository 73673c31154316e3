import { PageLayout } from "#app/features/site/page-layout.tsx";
import { staff } from "#app/languages/staff.ts";

/** Goes on by itself to where the landlord's own sign-in ends its session; the link is there in case it does not. */
export function SignedOutPage({ name, url }: { name: string; url: string }) {
  const { title, there, go } = staff.signedOut;
  return (
    <PageLayout title={title}>
      <p className="govuk-body">{there(name)}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={url}>
          {go(name)}
        </a>
      </p>
    </PageLayout>
  );
}
