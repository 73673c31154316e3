import { SummaryList } from "#app/components/summary-list.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

/** The one cookie of the public pages, what it is for and how long it stays; and those of people who work here. */
export function CookiesPage() {
  const { title, intro, rows, remove, shared, staff } = useSite().words.advice.cookies;
  const { name, ...rest } = rows;
  return (
    <PageLayout title={title} back={{ href: "/" }}>
      {intro.map((sentence) => (
        <p className="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
      <SummaryList
        rows={[
          { name: name.label, value: [name.value, name.secure].join(". ") },
          ...Object.values(rest).map(({ label, value }) => ({ name: label, value })),
        ]}
      />
      {[shared, remove, staff].map(({ heading, text }) => (
        <section key={heading}>
          <h2 className="govuk-heading-m">{heading}</h2>
          <p className="govuk-body">{text}</p>
        </section>
      ))}
    </PageLayout>
  );
}
