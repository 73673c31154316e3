import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readReference } from "#app/domain/reference.ts";
import { isNarrowed, writeRepairQuery } from "#app/domain/repair-query.ts";
import { MAY } from "#app/domain/staff.ts";
import { RepairsPage } from "#app/features/staff/repairs-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { listRepairs, REPAIRS_A_PAGE } from "#app/services/list-repairs.server.ts";
import { isRepair } from "#app/services/read-repair.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { filterView, queryOf, rowOf } from "./repairs.server.ts";

export const handle = { roles: MAY.repairs };

/** Repairs by what is asked for; a reference leads straight to its repair. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { site, now } = context;
  const who = await requireStaff(args, handle.roles);
  const { query, page: asked, rules, options } = await queryOf(request, context);
  const reference = readReference(query.q);
  if (reference && (await isRepair(site.db, reference))) throw redirect(`/staff/repairs/${reference}`, 303);
  const { lines, total, page, pages } = await listRepairs(site.db, { query, page: asked, now, role: who.role });
  const first = (page - 1) * REPAIRS_A_PAGE;
  const link = (page: number) => `/staff/repairs${writeRepairQuery(query, page)}`;
  const { title, counted } = staff.repairs;
  return {
    ...{ title, page, pages },
    staffView: staffViewOf(who, "/staff/repairs"),
    documentTitle: staffTitle(context, title),
    filter: filterView(query, options),
    isNarrowed: isNarrowed(query),
    rows: lines.map((line) => rowOf(line, rules, context)),
    counted: counted(first + 1, first + lines.length, total),
    links: {
      export: `/staff/repairs.csv${writeRepairQuery(query)}`,
      anyState: query.status === "any" ? undefined : `/staff/repairs${writeRepairQuery({ ...query, status: "any" })}`,
      earlier: page > 1 ? link(page - 1) : undefined,
      later: page < pages ? link(page + 1) : undefined,
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Repairs() {
  return <RepairsPage {...useLoaderData<typeof loader>()} />;
}
