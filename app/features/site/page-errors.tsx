import { ErrorSummary } from "#app/components/error-summary.tsx";
import type { FieldView } from "#app/components/field.tsx";
import { useSite } from "#app/features/site/site.tsx";

interface PageErrorsProps {
  fields: readonly FieldView[];
  /** What is wrong with the whole, and with no field of it. */
  problem?: string | undefined;
}

/** The errors of a page, each leading to its field. */
export function PageErrors({ fields, problem }: PageErrorsProps) {
  const { site } = useSite().words;
  const errors = fields.flatMap(({ name, error }) => (error ? [{ text: error, href: `#${name}` }] : []));
  const all = problem ? [{ text: problem }, ...errors] : errors;
  return all.length > 0 ? <ErrorSummary title={site.errorSummary} errors={all} /> : null;
}
