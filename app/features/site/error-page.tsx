import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";
import type { Words } from "#app/languages/en.ts";

interface ErrorPageProps {
  status: number;
  /** Shown on faults, so that staff can find them in the log. */
  requestId?: string;
  /** What a page itself says of it, in the place of what is said of every page. */
  said?: SaidOfError;
}

/** The heading and the sentences of a page that refuses. */
export interface SaidOfError {
  title: string;
  text: string[];
}

/** Reads what a page threw with its status; undefined where it said nothing. */
export function asSaid(thrown: unknown): SaidOfError | undefined {
  return thrown && typeof thrown === "object" && "title" in thrown && "text" in thrown ? (thrown as SaidOfError) : undefined;
}

const kinds: Readonly<Record<number, Exclude<keyof Words["errorPages"], "reach" | "code" | "start">>> = {
  400: "unreadable",
  403: "forbidden",
  404: "notFound",
  405: "notFound",
  413: "unreadable",
  422: "unreadable",
  429: "tooMany",
  503: "unavailable",
};

/** The heading of the page for a status, also for its title. */
export function errorTitle(status: number, words: Words): string {
  return words.errorPages[kinds[status] ?? "fault"].title;
}

/** What a person is told when a page cannot be shown, and that there are other ways to report. Anything unknown is a fault of ours. */
export function ErrorPage({ status, requestId, said }: ErrorPageProps) {
  const { errorPages } = useSite().words;
  const { title, text } = said ?? errorPages[kinds[status] ?? "fault"];
  return (
    <PageLayout title={title}>
      {text.map((sentence) => (
        <p className="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
      <p className="govuk-body">
        <a className="govuk-link" href="/">
          {errorPages.start}
        </a>
      </p>
      <p className="govuk-body">{errorPages.reach}</p>
      {status >= 500 && requestId && <p className="govuk-body">{errorPages.code(requestId)}</p>}
    </PageLayout>
  );
}
