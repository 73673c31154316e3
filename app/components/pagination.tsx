import type { ReactNode } from "react";
import { classes } from "#app/components/classes.ts";

interface PaginationLink {
  href: string;
  text: ReactNode;
  /** What is there, under the text: "Monday 7 to Friday 18 December". */
  label?: string;
}

export interface PaginationProps {
  /** What the links lead through, for people who hear the page: "Dates". */
  landmarkLabel: string;
  previous?: PaginationLink;
  next?: PaginationLink;
}

const arrows = {
  prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
};

function ArrowLink({ kind, href, text, label }: PaginationLink & { kind: "prev" | "next" }) {
  return (
    <div className={`govuk-pagination__${kind}`}>
      <a className="govuk-link govuk-pagination__link" href={href} rel={kind}>
        <svg
          className={`govuk-pagination__icon govuk-pagination__icon--${kind}`}
          xmlns="http://www.w3.org/2000/svg"
          height="13"
          width="15"
          aria-hidden="true"
          focusable="false"
          viewBox="0 0 15 13"
        >
          <path d={arrows[kind]} />
        </svg>{" "}
        <span className={classes("govuk-pagination__link-title", !label && "govuk-pagination__link-title--decorated")}>{text}</span>
        {label && (
          <>
            {" "}
            <span className="govuk-visually-hidden">:</span> <span className="govuk-pagination__link-label">{label}</span>
          </>
        )}
      </a>
    </div>
  );
}

/** Earlier and later, one above the other. */
export function Pagination({ landmarkLabel, previous, next }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav className="govuk-pagination govuk-pagination--block" aria-label={landmarkLabel}>
      {previous && <ArrowLink kind="prev" {...previous} />}
      {next && <ArrowLink kind="next" {...next} />}
    </nav>
  );
}
