import type { LoaderFunctionArgs } from "@remix-run/node";
import { localDate } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { staff } from "#app/languages/staff.ts";
import type { FoundVisit } from "#app/services/read-day.server.ts";
import { csvOf } from "#app/services/write-csv.server.ts";
import { csvAnswer } from "#app/web/csv.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { dayAsked } from "./day.server.ts";
import { openList } from "./restricted.server.ts";
import { visitView } from "./visit.server.ts";

export const handle = { roles: MAY.day };

/** The visits of a day as a file for a spreadsheet: those of the page it stands on, in its order. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  await openList(args, { what: "export", file: "day", health: true });
  const { asked, unserved, operatives, photos, records } = await dayAsked(args);
  const around = { ...args.context, today: localDate(args.context.now), photos, records, back: "" };
  const row = (found: FoundVisit, operative: string) => {
    const visit = visitView(found, around);
    const { starts, ends } = found;
    return [
      ...[
        asked.date,
        operative,
        starts,
        ends,
        visit.state.text,
        visit.reference,
        visit.address,
        visit.person.name,
        visit.person.phone ?? "",
      ],
      ...[
        visit.problem,
        visit.description,
        visit.needs.join(". "),
        visit.note,
        String(visit.photos.length),
        visit.isNotAlone ? staff.alone.yes : "",
      ],
    ];
  };
  const rows = [
    ...unserved.map((found) => row(found, staff.day.unserved)),
    ...operatives.flatMap(({ name, visits }) => visits.map((found) => row(found, name))),
  ];
  return csvAnswer(`visits-${asked.date}`, [csvOf([staff.day.columns, ...rows])]);
}
