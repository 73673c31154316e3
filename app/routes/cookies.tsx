import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { CookiesPage } from "#app/features/advice/cookies-page.tsx";
import { pageTitle } from "#app/web/page-title.server.ts";

export function loader({ context }: LoaderFunctionArgs) {
  return { documentTitle: pageTitle(context, context.words.advice.cookies.title) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }];

export default CookiesPage;
