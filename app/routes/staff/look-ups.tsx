import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addDays, isLocalDate, localDate } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { LookUpsPage } from "#app/features/staff/look-ups-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { readLookUps } from "#app/services/read-look-ups.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { wordsOf } from "./rule-words.server.ts";

export const handle = { roles: MAY.oversee };

const OWN = "/staff/look-ups";

/** What staff looked up and took away on a day: on today, or on the date asked for. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const who = await requireStaff(args, handle.roles);
  const asked = new URL(request.url).searchParams.get("date") ?? "";
  const today = localDate(context.now);
  const date = isLocalDate(asked) && asked <= today ? asked : today;
  const { on, earlier, later, unusual, files } = staff.lookUps;
  const title = on(context.words.format.date(date));
  const rows = await readLookUps(context.site.db, date);
  return {
    ...{ title, staffView: staffViewOf(who, OWN), documentTitle: staffTitle(context, title) },
    days: [
      { href: `${OWN}?date=${addDays(date, -1)}`, text: earlier },
      ...(date < today ? [{ href: `${OWN}?date=${addDays(date, 1)}`, text: later }] : []),
    ],
    rows: rows.map(({ who: key, name, homes, withoutReason, refused, mostOfOne, exports, ...of }) => ({
      key,
      cells: [name, ...[homes, withoutReason, refused, mostOfOne].map(String), exports.map((file) => wordsOf(files, file)).join(", ")],
      unusual: of.unusual.map((each) => unusual[each].name),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function LookUps() {
  return <LookUpsPage {...useLoaderData<typeof loader>()} />;
}
