import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localTime } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { DraftsPage } from "#app/features/contact-centre/drafts-page.tsx";
import { placeLine } from "#app/languages/staff/places.ts";
import { staff } from "#app/languages/staff.ts";
import { listCallDrafts } from "#app/services/list-call-drafts.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { staffTitle, staffViewOf } from "../staff/form.server.ts";
import { isSeen } from "../staff/restricted.server.ts";
import { reportPath } from "./report.server.ts";

export const handle = { roles: MAY.contactCentre };

const words = staff.desk.drafts;

/** The reports that callers hung up on: one's own first. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requireStaff(args, handle.roles);
  const { context } = args;
  const drafts = await listCallDrafts(context.site.db, { staffId: who.id, now: context.now });
  return {
    staffView: staffViewOf(who, ""),
    documentTitle: staffTitle(context, words.title),
    drafts: drafts
      .filter(({ home }) => isSeen(home, context))
      .map(({ draft, home, by, heldUntil }) => ({
        href: reportPath(draft.id),
        home: placeLine({ home, block: null }),
        by,
        touched: instantIn(context.words, draft.touchedAt),
        held: heldUntil ? words.held(localTime(heldUntil)) : words.notHeld,
      })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Drafts() {
  return <DraftsPage {...useLoaderData<typeof loader>()} />;
}
