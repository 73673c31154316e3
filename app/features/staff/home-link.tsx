import { staff } from "#app/languages/staff.ts";

/** The way to a home's page; nothing where there is no home to open. */
export function HomeLink({ href }: { href: string | undefined }) {
  if (!href) return null;
  return (
    <p className="govuk-body app-no-print">
      <a className="govuk-link" href={href}>
        {staff.home.link}
      </a>
    </p>
  );
}
