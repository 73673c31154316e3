import { Tag } from "#app/components/tag.tsx";
import { staff } from "#app/languages/staff.ts";

/** What to know before a visit, a few words each. */
export interface HomeTagsView {
  warnings: string[];
  helps: string[];
}

function Named({ name, words, colour }: { name: string; words: string[]; colour: "orange" | "teal" }) {
  return words.map((each) => (
    <li key={each}>
      <Tag colour={colour}>
        <span className="govuk-visually-hidden">{name}: </span>
        {each}
      </Tag>
    </li>
  ));
}

/** The live warnings of a home and what helps its household, as tags: the words say what each is. Nothing where there is nothing. */
export function HomeTags({ warnings, helps }: HomeTagsView) {
  const { tags } = staff.home;
  if (warnings.length + helps.length === 0) return null;
  return (
    <ul className="govuk-list app-home-tags">
      <Named name={tags.warning} words={warnings} colour="orange" />
      <Named name={tags.helps} words={helps} colour="teal" />
    </ul>
  );
}
