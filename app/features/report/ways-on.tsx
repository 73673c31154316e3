import { Button } from "#app/components/button.tsx";
import type { FieldView } from "#app/components/field.tsx";
import { CANNOT_CALL } from "#app/domain/cannot-call.ts";
import { useSite } from "#app/features/site/site.tsx";
import type { Words } from "#app/languages/en.ts";

/** Pages on which one press says it all, after the advice: their buttons are the answers. */
const HINTS: Readonly<Record<string, (report: Words["report"]) => { goOnHint: string }>> = {
  "call-us": ({ callUs }) => callUs,
  "own-job": ({ ownJob }) => ownJob,
  "not-ours": ({ places }) => places.notOurs,
  warning: ({ warning }) => warning,
};
const PAGES = [...Object.keys(HINTS), "emergency-repair"];

/** Whether a page is answered by the press of a button. */
export const isAnsweredByButton = (slug: string) => PAGES.includes(slug);

/** The buttons of such a page, each with what it means. */
export function WaysOn({ slug, field }: { slug: string; field: FieldView | undefined }) {
  const { report } = useSite().words;
  const hint = HINTS[slug];
  return Object.entries(field?.options ?? {}).map(([value, label], at) => (
    <div key={value}>
      {value === CANNOT_CALL && <h2 className="govuk-heading-m">{report.cannotCall.heading}</h2>}
      <p className="govuk-body">{value === CANNOT_CALL ? report.cannotCall.hint : hint?.(report).goOnHint}</p>
      <Button variant="secondary" {...(at === 0 && { id: "goOn" })} name="goOn" value={value}>
        {label}
      </Button>
    </div>
  ));
}
