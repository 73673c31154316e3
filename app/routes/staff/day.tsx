import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addDays, localDate } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { DayPage } from "#app/features/staff/day-page.tsx";
import { staff } from "#app/languages/staff.ts";
import type { FoundVisit } from "#app/services/read-day.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { newSubmission } from "../form.server.ts";
import { type DayAsked, dayAsked, dayQuery } from "./day.server.ts";
import { emergenciesView } from "./emergencies.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { givenUpViews } from "./given-up.server.ts";
import { openList } from "./restricted.server.ts";
import { visitView } from "./visit.server.ts";

export const handle = { roles: MAY.day };

/** Every visit of a day: of today, or of the date asked for. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  await openList(args, { what: "day", health: true });
  const { asked, filters, unserved, operatives, photos, records } = await dayAsked(args);
  const today = localDate(context.now);
  const title = titleOf(asked, { today, date: context.words.format.date(asked.date), only: asked.operative && operatives[0]?.name });
  const around = { ...context, today, photos, records, back: dayQuery(asked) };
  const view = (found: FoundVisit) => visitView(found, around);
  return {
    ...{ title, submission: newSubmission(), links: linksOf(asked, today) },
    givenUp: await givenUpViews(context, { ...asked, isOffice: true }),
    emergencies: await emergenciesView(context, "/staff/day"),
    staffView: staffViewOf(who, "/staff/day"),
    documentTitle: staffTitle(context, title),
    filter: { ...filters, date: asked.date, trade: asked.trade ?? "", patch: asked.patch ?? "" },
    unserved: unserved.map((found) => ({
      visit: view(found),
      was: found.operative ? `${staff.day.was} ${found.operative.name}` : undefined,
      move: found.slotId ? `/staff/slots/${found.slotId}` : undefined,
    })),
    operatives: operatives.map(({ id, name, visits }) => ({
      ...{ id, name, count: staff.day.count(visits.length), sheet: `/staff/day?${dayQuery(asked, { operative: id })}` },
      visits: visits.map(view),
    })),
  };
}

function titleOf(asked: DayAsked, { today, date, only }: { today: string; date: string; only: string | undefined }): string {
  return only === undefined ? staff.day.title(date, asked.date === today) : staff.day.sheetTitle(only, date);
}

function linksOf(asked: DayAsked, today: string) {
  const to = (changed: Partial<DayAsked>) => `/staff/day?${dayQuery(asked, changed)}`;
  return {
    earlier: to({ date: addDays(asked.date, -1) }),
    today: to({ date: today }),
    later: to({ date: addDays(asked.date, 1) }),
    csv: `/staff/day.csv?${dayQuery(asked)}`,
    everybody: asked.operative === undefined ? undefined : to({ operative: undefined }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function StaffDay() {
  return <DayPage {...useLoaderData<typeof loader>()} />;
}
