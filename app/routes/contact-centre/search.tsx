import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { SearchPage } from "#app/features/contact-centre/search-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { findHomes, readRecents } from "#app/services/find-homes.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { staffTitle, staffViewOf } from "../staff/form.server.ts";
import { typedIn } from "./typed.server.ts";

export const handle = { roles: MAY.contactCentre };

/** One box to find the caller's home by whatever they say, and the homes of the calls before. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  return {
    staffView: staffViewOf(who, "/contact-centre"),
    documentTitle: staffTitle(context, staff.contactCentre.title),
    recents: await readRecents(context.site.db, who),
  };
}

/** The page with what was found. It is the answer itself: what was typed goes into no address. */
export async function action(args: ActionFunctionArgs) {
  const { role } = await requireStaff(args, handle.roles);
  const { site, now } = args.context;
  const typed = await typedIn(args.request);
  return { typed, found: await findHomes(site.db, { typed, role, now }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Search() {
  const { typed = "", found } = useActionData<typeof action>() ?? {};
  return <SearchPage {...useLoaderData<typeof loader>()} typed={typed} found={found} />;
}
