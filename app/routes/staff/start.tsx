import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { StartPage } from "#app/features/staff/start-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.signIn };

/** Where somebody comes in. Agents go straight to where calls are taken. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requireStaff(args, handle.roles);
  if (who.role === "agent") throw redirect("/contact-centre", 303);
  return {
    staffView: staffViewOf(who, "/staff"),
    name: who.name,
    documentTitle: staffTitle(args.context, staff.start.title(who.name)),
    hasSecondFactor: who.hasSecondFactor,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Start() {
  return <StartPage {...useLoaderData<typeof loader>()} />;
}
