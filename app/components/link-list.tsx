export interface ListedLink {
  href: string;
  text: string;
  /** It is the page that is shown. */
  isCurrent?: boolean;
}

/** Links in a list. */
export function LinkList({ links, className = "govuk-list" }: { links: readonly ListedLink[]; className?: string }) {
  return (
    <ul className={className}>
      {links.map(({ href, text, isCurrent }) => (
        <li key={href}>
          <a className="govuk-link" href={href} aria-current={isCurrent ? "page" : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
