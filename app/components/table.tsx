import type { ReactNode } from "react";
import { ScrollBox } from "#app/components/scroll-box.tsx";

interface TableRow {
  key: string;
  /** The first cell names the row. */
  cells: ReactNode[];
}

interface TableProps {
  /** Read to people who do not see what stands around it. */
  caption: string;
  columns: string[];
  rows: TableRow[];
}

/** A table that scrolls by itself where the screen is narrow: the page never does. */
export function Table({ caption, columns, rows }: TableProps) {
  return (
    <ScrollBox label={caption}>
      <table className="govuk-table">
        <caption className="govuk-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" className="govuk-table__header" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...rest] }) => (
            <tr className="govuk-table__row" key={key}>
              <th scope="row" className="govuk-table__cell app-table-name">
                {name}
              </th>
              {rest.map((cell, at) => (
                <td className="govuk-table__cell" key={columns[at + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
