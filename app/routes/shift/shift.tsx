import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localTime } from "#app/domain/local-date.ts";
import { ShiftEnded, ShiftPage } from "#app/features/shift/shift-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { newSubmission } from "../form.server.ts";
import { staffTitle } from "../staff/form.server.ts";
import { givenUpViews } from "../staff/given-up.server.ts";
import { endedLink, openShift, shiftVisitView } from "./shift.server.ts";

/** The visits of one operative on one day, for whoever has the link. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { format } = context.words;
  const open = await openShift(args);
  if (!open) return endedLink(context);
  const { name, date, endsAt } = open.shift;
  const title = staff.shift.title(format.date(date));
  return {
    ...{ title, documentTitle: staffTitle(context, title), submission: newSubmission() },
    who: staff.shift.who(name, format.time(localTime(endsAt))),
    givenUp: await givenUpViews(context, { date, operative: open.shift.operativeId }),
    visits: open.visits.map((found) => shiftVisitView(found, args, open)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function OwnShift() {
  const page = useLoaderData<typeof loader>();
  return "isEnded" in page ? <ShiftEnded /> : <ShiftPage {...page} />;
}
