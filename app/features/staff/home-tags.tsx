import { Tag } from "#app/components/tag.tsx";
import { staff } from "#app/languages/staff.ts";

/** What to know before a visit, a few words each. */
export interface HomeTagsView {
  warnings: string[];
  helps: string[];
}

/** The live warnings of a home and what helps its household, as tags: the words say what each is. Nothing where there is nothing. */
export function HomeTags({ warnings, helps }: HomeTagsView) {
  if (warnings.length + helps.length === 0) return null;
  return (
    <ul className="govuk-list app-home-tags" aria-label={staff.home.tags}>
      {warnings.map((words) => (
        <li key={words}>
          <Tag colour="orange">{words}</Tag>
        </li>
      ))}
      {helps.map((words) => (
        <li key={words}>
          <Tag colour="teal">{words}</Tag>
        </li>
      ))}
    </ul>
  );
}
