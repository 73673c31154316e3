import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitCalendar } from "#app/services/visit-calendar.server.ts";
import { landlordName } from "#app/web/page-title.server.ts";
import { ownPath, requireOwn } from "./own.server.ts";

/** The visit as a calendar takes it. Where it is and what is wrong stay with us: calendars are shared. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { own } = await requireOwn(args);
  const { reference } = own.repair;
  const { calendar } = context.words.ownVisit;
  const url = new URL(ownPath(reference), request.url).href;
  const description = calendar.description(reference, context.site.landlord.phone);
  const file = visitCalendar(own, { summary: calendar.summary(landlordName(context)), description, url });
  if (file === undefined) throw new Response(null, { status: 404 });
  return new Response(file, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="repair-${reference}.ics"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
