import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { SiteProvider } from "#app/features/site/site.tsx";
import { faultStatus } from "#app/services/fault-status.server.ts";
import { siteViewOf } from "#app/web/site-view.server.ts";
import { WrittenPage } from "#app/web/written-page.server.ts";

/** Pages are drawn whole, so that their status is right and they need no script: none carries what a script would start from. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Response {
  const html = renderToString(
    <SiteProvider site={siteViewOf(context)}>
      <RemixServer context={{ ...remix, serverHandoffStream: undefined }} url={request.url} />
    </SiteProvider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new WrittenPage(`<!DOCTYPE html>${html}`, { status: context.faultStatus ?? status, headers });
}

/** Faults are ours: logged with the request's id, which the page shows. A person who went away is no fault. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context.faultStatus = faultStatus(error);
  context.logFault(error);
}
