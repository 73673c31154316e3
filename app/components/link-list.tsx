export interface ListedLink {
  href: string;
  text: string;
  /** It is the page that is shown. */
  isCurrent?: boolean;
  /** The single key that follows it, where shortcuts are on. */
  shortcut?: string;
}

/** Links in a list. */
export function LinkList({ links, className = "govuk-list" }: { links: readonly ListedLink[]; className?: string }) {
  return (
    <ul className={className}>
      {links.map(({ href, text, isCurrent, shortcut }) => (
        <li key={href}>
          <a className="govuk-link" href={href} aria-current={isCurrent ? "page" : undefined} data-key={shortcut}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
