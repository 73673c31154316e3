import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SignedOutPage } from "#app/features/staff/signed-out-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { findStaff, signInAddress } from "#app/web/staff.server.ts";
import { staffTitle } from "./form.server.ts";

/** On to the landlord's own sign-in to end the session there: from a page of ours, since a form may lead to this site alone. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { singleSignOn } = context.site;
  if (await findStaff(args)) throw redirect("/staff", 303);
  const url = await singleSignOn?.end({ returnTo: signInAddress(request) }).catch((error) => {
    context.logFault(error);
    throw redirect("/staff/sign-in?refused=still", 303);
  });
  if (!singleSignOn || !url) throw redirect("/staff/sign-in", 303);
  return { documentTitle: staffTitle(context, staff.signedOut.title), name: singleSignOn.name, url };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.documentTitle },
  { name: "robots", content: "noindex" },
  { httpEquiv: "refresh", content: `0; url=${data?.url}` },
];

export default function SignedOut() {
  return <SignedOutPage {...useLoaderData<typeof loader>()} />;
}
