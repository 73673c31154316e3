import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { CallCount } from "#app/domain/call.ts";
import { MAY } from "#app/domain/staff.ts";
import { CallDayPage } from "#app/features/contact-centre/call-day-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { savedWords } from "../form.server.ts";
import { staffTitle, staffViewOf } from "../staff/form.server.ts";
import { callsOf, valuesOf } from "./day.server.ts";
import { isOneOf } from "./move.server.ts";

export const handle = { roles: MAY.contactCentre };

const OWN = "/contact-centre/day";
const words = staff.callDay;

/** An agent's own calls by day or week; those of everybody for whoever sees figures. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const who = await requireStaff(args, handle.roles);
  const seesAll = isOneOf(MAY.figures, who.role);
  const isAll = seesAll && new URL(request.url).searchParams.get("of") === "all";
  const { unit, to, periods, agents } = await callsOf(args, isAll ? undefined : who.id);
  const { format } = context.words;
  const cells = (count: CallCount) => valuesOf(count).map((value) => (value === null ? words.none : String(value)));
  const query = (of: string) => new URLSearchParams({ unit, to, of }).toString();
  return {
    staffView: staffViewOf(who, OWN),
    documentTitle: staffTitle(context, words.title),
    ...{ unit, to, of: isAll ? "all" : "own", who: isAll ? words.everybody : words.own, saved: savedWords(args, words.saved) },
    lists: seesAll
      ? [
          { href: `${OWN}?${query("own")}`, text: words.mine, isCurrent: !isAll },
          { href: `${OWN}?${query("all")}`, text: words.all, isCurrent: isAll },
        ]
      : [],
    rows: periods
      .map(({ first, count }) => ({ name: unit === "week" ? words.week(format.date(first)) : format.date(first), cells: cells(count) }))
      .reverse(),
    agents: agents.map(({ name, count }) => ({ name, cells: cells(count) })),
    csv: seesAll ? `${OWN}.csv?${query("all")}` : undefined,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function CallDay() {
  return <CallDayPage {...useLoaderData<typeof loader>()} />;
}
