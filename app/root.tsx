import enhance from "virtual:enhance";
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { asSaid, ErrorPage, errorTitle, type SaidOfError } from "#app/features/site/error-page.tsx";
import { useSite } from "#app/features/site/site.tsx";
import styles from "./styles/app.scss?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** Requests that the server will not serve arrive here as their refusal: the page says so, and no other loader's data is shown. */
export function loader({ context }: LoaderFunctionArgs) {
  if (context.refusal) throw new Response(null, { status: context.refusal });
  return null;
}

/** The document around every page. Tenants' pages load no framework: plain HTML, one style sheet, one small script. */
export function Layout({ children }: { children: ReactNode }) {
  const { words, landlord, nonce } = useSite();
  const status = useErrorStatus();
  const said = useSaid();
  return (
    <html lang={words.code} className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content={landlord.brandColour} />
        <meta name="format-detection" content="telephone=no" />
        {status === undefined ? <Meta /> : <title>{said?.title ?? errorTitle(status, words)}</title>}
        <Links />
        <style nonce={nonce}>{`:root{--brand:${landlord.brandColour}}`}</style>
        <script type="module" src={enhance} />
        {import.meta.env.DEV && <script type="module" src="/@vite/client" />}
      </head>
      <body className="govuk-template__body">{children}</body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** What a person sees when a page cannot be shown: never a stack trace, always another way to reach the landlord. */
export function ErrorBoundary() {
  const { requestId } = useSite();
  const said = useSaid();
  return <ErrorPage status={useErrorStatus() ?? 500} requestId={requestId} {...(said && { said })} />;
}

/** What the page that refused said of it itself. */
function useSaid(): SaidOfError | undefined {
  const error = useRouteError();
  return isRouteErrorResponse(error) ? asSaid(error.data) : undefined;
}

/** The status of the error this page shows, if it shows one. */
function useErrorStatus(): number | undefined {
  const error = useRouteError();
  const { faultStatus = 500 } = useSite();
  if (!error) return undefined;
  return isRouteErrorResponse(error) ? error.status : faultStatus;
}
