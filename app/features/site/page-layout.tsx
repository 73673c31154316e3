import type { ReactNode } from "react";
import { BackLink } from "#app/components/back-link.tsx";
import { classes } from "#app/components/classes.ts";
import { LinkList } from "#app/components/link-list.tsx";
import { SkipLink } from "#app/components/skip-link.tsx";
import { inLanguage } from "#app/domain/localised.ts";
import { useSite } from "#app/features/site/site.tsx";
import { WaysToReach } from "#app/features/site/ways-to-reach.tsx";

interface PageLayoutProps {
  /** The heading, where no question's label or legend is it. */
  title?: ReactNode;
  /** Where Back leads. Left out on pages with nothing to go back to. */
  back?: { href: string };
  /** For tables and calendars: the page is as wide as the window. */
  wide?: boolean;
  /** What stands between the header and the page: the pages for staff. */
  bar?: ReactNode;
  children: ReactNode;
}

function Header({ width }: { width: string }) {
  const { landlord, words } = useSite();
  return (
    <header className="govuk-template__header">
      <div className="govuk-generic-header app-header">
        <div className={classes("govuk-generic-header__container", width)}>
          <div className="govuk-generic-header__logo">
            <a href="/" className="govuk-generic-header__homepage-link">
              {inLanguage(landlord.logoText, words.code)}
            </a>
          </div>
        </div>
      </div>
    </header>
  );
}

function Footer({ width }: { width: string }) {
  const { landlord, words } = useSite();
  const { footer } = words.site;
  const links = [
    { href: landlord.accessibilityUrl, text: footer.accessibility },
    { href: landlord.privacyUrl, text: footer.privacy },
    { href: "/cookies", text: footer.cookies },
  ];
  return (
    <footer className="govuk-template__footer app-footer">
      <div className={width}>
        <h2 className="govuk-heading-m">{footer.help}</h2>
        <WaysToReach />
        <nav aria-label={footer.links}>
          <LinkList links={links} className="app-footer__links" />
        </nav>
      </div>
    </footer>
  );
}

/** What stands around every page: the same header, and the same help in the same place (WCAG 2.2, 3.2.6). */
export function PageLayout({ title, back, wide, bar, children }: PageLayoutProps) {
  const { words } = useSite();
  const width = classes("govuk-width-container", wide && "app-width-container--wide");
  return (
    <>
      <SkipLink href="#main-content">{words.site.skipToContent}</SkipLink>
      <Header width={width} />
      <div className={width}>
        {bar}
        {back && <BackLink href={back.href}>{words.site.back}</BackLink>}
        <main className={classes("govuk-main-wrapper", "app-main", wide && "app-main--wide")} id="main-content">
          {title && <h1 className="govuk-heading-l">{title}</h1>}
          {children}
        </main>
      </div>
      <Footer width={width} />
    </>
  );
}
