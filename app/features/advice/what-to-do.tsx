/** A heading with things to do, or not to do, under it. */
export function WhatToDo({ heading, list }: { heading: string; list: readonly string[] }) {
  return (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {list.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
