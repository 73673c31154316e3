import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { ChangesPage } from "#app/features/staff/changes-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { readLastChanges } from "#app/services/read-changes.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { doneBy } from "./change.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.calendar };

/** What staff have done to slots lately: who, when, what, to how many. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, words } = args.context;
  const who = await requireStaff(args, handle.roles);
  const { title } = staff.changes;
  return {
    title,
    staffView: staffViewOf(who, "/staff/calendar"),
    documentTitle: staffTitle(args.context, title),
    changes: (await readLastChanges(site.db)).map((change) => ({
      id: change.id,
      when: instantIn(words, change.at),
      who: change.staffName,
      what: doneBy(change),
      reason: change.reason ?? "",
      isUndone: change.undoneAt !== null,
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Changes() {
  return <ChangesPage {...useLoaderData<typeof loader>()} />;
}
