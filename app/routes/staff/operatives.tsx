import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { OperativesPage } from "#app/features/staff/operatives-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { listOperatives } from "#app/services/list-operatives.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.calendar };

/** Everybody who does repairs. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requireStaff(args, handle.roles);
  const operatives = await listOperatives(args.context.site.db);
  return {
    staffView: staffViewOf(who, "/staff/operatives"),
    documentTitle: staffTitle(args.context, staff.operatives.title),
    operatives: operatives.map(({ id, name, trades, patches }) => ({ id, name, trades: trades.join(", "), patches: patches.join(", ") })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Operatives() {
  return <OperativesPage {...useLoaderData<typeof loader>()} />;
}
