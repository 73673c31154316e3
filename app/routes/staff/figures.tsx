import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { daysBetween, type LocalDate, localDate, localTime } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { FiguresPage } from "#app/features/staff/figures-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { readFirstFree } from "#app/services/read-figures.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { figuresOf, figureViews } from "./figures.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.figures };

const { title, about, asOf, filter: filterWords, firstFree } = staff.figures;

/** Figures of some weeks or months: those asked for, or the latest. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, now, words } = args.context;
  const who = await requireStaff(args, handle.roles);
  const { filters, asked, tallies } = await figuresOf(args);
  const { unit, periods, trade = "", patch = "" } = asked;
  const today = localDate(now);
  const { booking } = await readRules(site.db, today);
  const free = await readFirstFree(site.db, asked, { booking, now });
  const [first, last] = [periods[0]?.first ?? today, periods.at(-1)?.last ?? today];
  const nameOf = (id: string, all: { id: string; name: string }[]) => all.find((each) => each.id === id)?.name ?? filterWords.any;
  const query = { period: unit, from: first, count: periods.length, trade, patch };
  return {
    staffView: staffViewOf(who, "/staff/figures"),
    documentTitle: staffTitle(args.context, title),
    about: about({ first, last, trade: nameOf(trade, filters.trades), patch: nameOf(patch, filters.patches) }),
    asOf: asOf(words.format.instant(today, localTime(now))),
    figures: figureViews({ asked, tallies }, today).map((view) =>
      view.name === "wait" ? { ...view, now: freeNow(free, args.context) } : view,
    ),
    csv: `/staff/figures.csv?${new URLSearchParams({ ...query, count: String(query.count) })}`,
    filter: { ...query, ...filters },
  };
}

function freeNow(date: LocalDate | null, { now, words }: RequestContext): string {
  return date === null ? firstFree.none : firstFree.in(words.format.date(date), daysBetween(localDate(now), date));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Figures() {
  return <FiguresPage {...useLoaderData<typeof loader>()} />;
}
