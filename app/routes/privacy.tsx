import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { PrivacyPage } from "#app/features/advice/privacy-page.tsx";
import { landlordName, pageTitle } from "#app/web/page-title.server.ts";

export function loader({ context }: LoaderFunctionArgs) {
  const { title } = context.words.advice.privacy(landlordName(context), context.site.landlord.retention.years);
  return { documentTitle: pageTitle(context, title) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }];

export default PrivacyPage;
