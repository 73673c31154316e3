import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate, localTime } from "#app/domain/local-date.ts";
import { StartPage } from "#app/features/report/start-page.tsx";
import { listDrafts } from "#app/services/list-drafts.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";

/** The start page, with the way back into reports begun on this device. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { site, words, now } = context;
  const device = await context.device.read(request);
  const drafts = device ? await listDrafts(site.db, { device, now }) : [];
  return {
    documentTitle: pageTitle(context, words.report.start.title),
    drafts: drafts.map(({ id, createdAt }) => ({
      id,
      begun: words.report.start.begun(words.format.date(localDate(createdAt)), words.format.time(localTime(createdAt))),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }];

export default function Home() {
  return <StartPage {...useLoaderData<typeof loader>()} />;
}
