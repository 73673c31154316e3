import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { PrivacyPage } from "#app/features/advice/privacy-page.tsx";
import { landlordName, pageTitle } from "#app/web/page-title.server.ts";

export function loader({ context }: LoaderFunctionArgs) {
  return { documentTitle: pageTitle(context, context.words.advice.privacy(landlordName(context)).title) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }];

export default PrivacyPage;
