import { WarningText } from "#app/components/warning-text.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { staff } from "#app/languages/staff.ts";

/** The mark of a home that nobody visits alone: in words and by its sign. Nothing where the home has none. */
export function NotAlone({ isMarked }: { isMarked: boolean }) {
  const { site } = useSite().words;
  if (!isMarked) return null;
  return (
    <div className="app-not-alone">
      <WarningText prefix={site.warning}>{staff.alone.mark}</WarningText>
    </div>
  );
}
